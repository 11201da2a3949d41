package io.chunfeng.plan.format;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.Change;
import io.chunfeng.plan.Changes;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
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
import java.util.function.Function;

/** Reads {@code chunfeng-changes/1} strictly, against the problem and the plan that it changes. */
public final class ChangesReader {
    static final String FORMAT = "chunfeng-changes/1";
    private static final int MOST_COACHES = 100_000;

    private enum ChangeKind {
        GROUP_RESIZED,
        GROUP_CANCELLED,
        GROUP_LATE,
        GROUP_ADDED,
        COACHES_LOST,
        COACH_FAILED,
        SERVICE_CANCELLED,
        TRIP_PINNED
    }

    private final Problems problems = new Problems();
    private final References references = new References(problems);
    private final Map<String, Group> groups = new HashMap<>();
    private final Map<String, CoachPool> pools = new HashMap<>();
    private final Map<String, Plan.CoachTrip> trips = new HashMap<>();
    private final PlanningProblem problem;

    /** What is left out about times means asOf, which may come last in the file. */
    private final List<Function<Instant, Change>> changes = new ArrayList<>();

    private final Set<String> pinnedTrips = new HashSet<>();
    private RoadMatrix matrix;
    private Changes result;

    private ChangesReader(PlanningProblem problem, Plan published) {
        this.problem = problem;
        problem.places().forEach(place -> references.define("$", Kind.PLACE, place.id()));
        problem.groups().forEach(group -> {
            references.define("$", Kind.GROUP, group.id());
            groups.put(group.id(), group);
        });
        problem.coachPools().forEach(pool -> {
            references.define("$", Kind.POOL, pool.id());
            pools.put(pool.id(), pool);
        });
        problem.trainServices().forEach(service -> references.define("$", Kind.SERVICE, service.id()));
        problem.flights().forEach(flight -> references.define("$", Kind.FLIGHT, flight.id()));
        published.coachTrips().forEach(trip -> {
            references.define("$", Kind.TRIP, trip.id());
            trips.put(trip.id(), trip);
        });
    }

    /** @throws FormatException with everything that is wrong with the file */
    public static Changes read(Path file, PlanningProblem problem, Plan published) {
        try (InputStream in = JsonSource.open(file)) {
            return read(in, String.valueOf(file.getFileName()), problem, published);
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }

    /** @param name of the file in messages */
    public static Changes read(InputStream in, String name, PlanningProblem problem, Plan published) {
        ChangesReader reader = new ChangesReader(problem, published);
        JsonSource.read(in, name, reader.problems, reader::root);
        return reader.result;
    }

    private void root(JsonSource source) {
        Map<String, Consumer<String>> parts = new HashMap<>();
        parts.put("format", at -> Head.format(source, at, FORMAT));
        parts.put("changes", at -> source.objects(at, (fields, i) -> change(fields)));
        parts.put("matrix", at -> matrix = MatrixReader.read(source, at));
        Fields head = new Fields(source.object("$", parts), "$", problems);
        List.of("format", "changes").stream()
                .filter(part -> !source.lastLargeParts().contains(part))
                .forEach(part -> head.problem(part, "missing"));
        parts.keySet().stream().sorted().forEach(head::know);
        Instant asOf = head.time("asOf");
        if (asOf != null && asOf.isBefore(problem.asOf())) {
            head.problem("asOf", "is before the problem's asOf");
        }
        head.done();
        references.resolve();
        if (matrix != null) {
            compareWithPlaces();
        }
        if (problems.count() == 0) {
            List<Change> all = new ArrayList<>();
            changes.forEach(change -> all.add(change.apply(asOf)));
            if (matrix != null) {
                all.add(new Change.RoadsChanged(matrix));
            }
            result = new Changes(asOf, pinnedTrips, all);
        }
    }

    private void change(Fields fields) {
        ChangeKind kind = fields.choice("kind", ChangeKind.class);
        if (kind == null) {
            List.of(
                            "groupId",
                            "headcount",
                            "wheelchairs",
                            "earliestDeparture",
                            "latestArrival",
                            "group",
                            "poolId",
                            "coaches",
                            "tripId",
                            "serviceId",
                            "from",
                            "until")
                    .forEach(fields::know);
            return;
        }
        switch (kind) {
            case GROUP_RESIZED -> resized(fields);
            case GROUP_CANCELLED -> {
                String id = references.use(fields, "groupId", Kind.GROUP);
                changes.add(asOf -> new Change.GroupCancelled(id));
            }
            case GROUP_LATE -> late(fields);
            case GROUP_ADDED -> added(fields);
            case COACHES_LOST -> lost(fields);
            case COACH_FAILED -> failed(fields);
            case SERVICE_CANCELLED -> {
                String id = references.use(fields, "serviceId", Set.of(Kind.SERVICE, Kind.FLIGHT));
                changes.add(asOf -> new Change.ServiceCancelled(id));
            }
            case TRIP_PINNED -> pinnedTrips.add(references.use(fields, "tripId", Kind.TRIP));
        }
    }

    private void resized(Fields fields) {
        String id = references.use(fields, "groupId", Kind.GROUP);
        int headcount = fields.whole("headcount", 1, GroupReader.MOST_PERSONS);
        int before = groups.containsKey(id) ? groups.get(id).wheelchairs() : 0;
        int wheelchairs = fields.wholeOr("wheelchairs", before, 0, GroupReader.MOST_PERSONS);
        if (!fields.failed() && wheelchairs > headcount) {
            fields.problem("wheelchairs", "is more than the headcount it is part of");
        }
        changes.add(asOf -> new Change.GroupResized(id, headcount, wheelchairs));
    }

    private void late(Fields fields) {
        String id = references.use(fields, "groupId", Kind.GROUP);
        Group group = groups.get(id);
        boolean earlier = fields.has("earliestDeparture");
        boolean later = fields.has("latestArrival");
        if (!earlier && !later) {
            fields.problem("earliestDeparture", "missing: a late group needs it, or latestArrival, or both");
        }
        Instant from = earlier ? fields.time("earliestDeparture") : group == null ? null : group.earliestDeparture();
        Instant until = later ? fields.time("latestArrival") : group == null ? null : group.latestArrival();
        fields.ordered("earliestDeparture", from, "latestArrival", until);
        changes.add(asOf -> new Change.GroupLate(id, from, until));
    }

    private void added(Fields fields) {
        Fields of = fields.object("group");
        if (of != null) {
            Group group = GroupReader.group(of, references);
            of.done();
            changes.add(asOf -> new Change.GroupAdded(group));
        }
    }

    private void lost(Fields fields) {
        String id = references.use(fields, "poolId", Kind.POOL);
        CoachPool pool = pools.get(id);
        int coaches = fields.whole("coaches", 1, pool == null ? MOST_COACHES : Math.max(1, pool.count()));
        Instant from = timeOrNull(fields, "from");
        Instant until = timeOrNull(fields, "until");
        fields.ordered("from", from, "until", until);
        changes.add(asOf -> {
            Instant begin = from == null ? asOf : from;
            return new Change.CoachesLost(id, coaches, begin, until == null ? end(pool, begin) : until);
        });
    }

    private void failed(Fields fields) {
        String id = references.use(fields, "tripId", Kind.TRIP);
        Plan.CoachTrip trip = trips.get(id);
        Instant from = timeOrNull(fields, "from");
        Instant until = timeOrNull(fields, "until");
        fields.ordered("from", from, "until", until);
        changes.add(asOf -> {
            Instant begin = from == null ? asOf : from;
            return new Change.CoachFailed(id, begin, until == null ? end(pools.get(trip.poolId()), begin) : until);
        });
    }

    private static Instant timeOrNull(Fields fields, String field) {
        return fields.has(field) ? fields.time(field) : null;
    }

    /** Until the pool's coaches are no longer at hand anyway. */
    private static Instant end(CoachPool pool, Instant from) {
        return pool.availableUntil().isBefore(from) ? from : pool.availableUntil();
    }

    private void compareWithPlaces() {
        Set<String> inMatrix = new HashSet<>(matrix.placeIds());
        problem.places().stream()
                .filter(place -> !inMatrix.contains(place.id()))
                .forEach(place ->
                        problems.add("$.matrix.placeIds", "the place " + Problems.quote(place.id()) + " is missing"));
        for (int i = 0; i < matrix.size(); i++) {
            String id = matrix.placeIds().get(i);
            if (!references.defined(Kind.PLACE, id)) {
                problems.add(
                        "$.matrix.placeIds[" + i + "]",
                        "the id " + Problems.quote(id) + " does not exist in places of the problem");
            }
        }
    }
}
