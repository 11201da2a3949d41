package io.chunfeng.plan.format;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.plan.format.References.Kind;
import io.chunfeng.road.RoadMatrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads {@code chunfeng-problem/1} strictly; the format is described in src/docs/planning-format.md. */
public final class ProblemReader {
    private final Problems problems = new Problems();
    private final References references = new References(problems);
    private final PlanParts pinnedParts = new PlanParts(references);
    /** May name what the problem no longer has. */
    private final PlanParts publishedParts = new PlanParts(null);

    private final List<Place> places = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<CoachPool> pools = new ArrayList<>();
    private final List<TrainService> services = new ArrayList<>();
    private final List<Flight> flights = new ArrayList<>();
    private RoadMatrix matrix;
    private PlanningProblem.Pinned pinned = PlanningProblem.Pinned.NONE;
    private PlanningProblem.Pinned published = PlanningProblem.Pinned.NONE;
    private PlanningProblem result;

    private ProblemReader() {}

    /**
     * Reads a problem.
     *
     * @throws FormatException with everything that is wrong with the file
     */
    public static PlanningProblem read(Path file) {
        try (InputStream in = JsonSource.open(file)) {
            return read(in, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }

    /** @param name of the file in messages */
    public static PlanningProblem read(InputStream in, String name) {
        ProblemReader reader = new ProblemReader();
        JsonSource.read(in, name, reader.problems, reader::root);
        return reader.result;
    }

    private void root(JsonSource source) {
        Map<String, Consumer<String>> parts = new HashMap<>();
        parts.put("format", at -> Head.format(source, at, PlanningProblem.FORMAT));
        parts.put("places", at -> source.objects(at, (f, i) -> add(places, PlaceReader.place(f, references))));
        parts.put("matrix", at -> matrix = MatrixReader.read(source, at));
        parts.put("groups", at -> source.objects(at, (f, i) -> add(groups, GroupReader.group(f, references))));
        parts.put("coachPools", at -> source.objects(at, (f, i) -> add(pools, CapacityReader.pool(f, references))));
        parts.put(
                "trainServices",
                at -> source.objects(at, (f, i) -> add(services, CapacityReader.train(f, references))));
        parts.put("flights", at -> source.objects(at, (f, i) -> add(flights, CapacityReader.flight(f, references))));
        parts.put("pinned", at -> pinned = pinnedParts.pinned(source, at));
        parts.put("published", at -> published = publishedParts.pinned(source, at));

        Json.Obj rest = source.object("$", parts);
        Set<String> seen = source.lastLargeParts();
        Fields head = new Fields(rest, "$", problems);
        List.of("format", "places", "groups").stream()
                .filter(part -> !seen.contains(part))
                .forEach(part -> head.problem(part, "missing"));
        head.know("format");
        String id = head.text("id");
        String name = head.text("name");
        Instant asOf = head.time("asOf");
        boolean emergency = head.boolOr("emergency", false);
        List.of("places", "matrix", "groups", "coachPools", "trainServices", "flights")
                .forEach(head::know);
        Rules rules = RulesReader.rules(head.objectOrNull("rules"));
        head.know("pinned");
        head.know("published");
        head.done();
        references.resolve();
        if (matrix != null) {
            compareWithPlaces();
        }
        pinnedParts.compareWith(groups);
        if (problems.count() == 0) {
            result = new PlanningProblem(
                    id, name, asOf, emergency, places, matrix, groups, pools, services, flights, rules, pinned,
                    published);
        }
    }

    private static <T> void add(List<T> list, T value) {
        if (value != null) {
            list.add(value);
        }
    }

    private void compareWithPlaces() {
        Set<String> inMatrix = new HashSet<>(matrix.placeIds());
        for (int i = 0; i < matrix.size(); i++) {
            String id = matrix.placeIds().get(i);
            if (!references.defined(Kind.PLACE, id)) {
                problems.add(
                        "$.matrix.placeIds[" + i + "]", "the id " + Problems.quote(id) + " does not exist in places");
            }
        }
        for (Place place : places) {
            if (!inMatrix.contains(place.id())) {
                problems.add("$.matrix.placeIds", "the place " + Problems.quote(place.id()) + " is missing");
            }
        }
    }
}
