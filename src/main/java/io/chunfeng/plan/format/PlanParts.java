package io.chunfeng.plan.format;

import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.References.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The parts of a plan, which a problem may hold, too, as {@code pinned}. */
final class PlanParts {
    private static final long MOST_METRES = 1_000_000_000;

    /** Null when a plan is read without its problem: the checker tells of unknown ids then. */
    private final References references;

    private final List<Plan.CoachTrip> trips = new ArrayList<>();
    private final List<Plan.TrainBooking> trainBookings = new ArrayList<>();
    private final List<Plan.FlightBooking> flightBookings = new ArrayList<>();
    private final List<Plan.Journey> journeys = new ArrayList<>();
    private final List<Fields> journeyFields = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    PlanParts(References references) {
        this.references = references;
    }

    /** The four lists of parts, to be read when their names come. */
    Map<String, Consumer<String>> parts(JsonSource source) {
        Map<String, Consumer<String>> parts = new HashMap<>();
        parts.put("coachTrips", at -> source.objects(at, (fields, i) -> add(trips, coachTrip(fields))));
        parts.put("trainBookings", at -> source.objects(at, (fields, i) -> add(trainBookings, trainBooking(fields))));
        parts.put(
                "flightBookings", at -> source.objects(at, (fields, i) -> add(flightBookings, flightBooking(fields))));
        parts.put("journeys", at -> source.objects(at, (fields, i) -> add(journeys, journey(fields))));
        return parts;
    }

    PlanningProblem.Pinned pinned(JsonSource source, String path) {
        if (source.parser().currentToken() != tools.jackson.core.JsonToken.START_OBJECT) {
            source.problems().add(path, "expected an object in braces { … }");
            source.parser().skipChildren();
            return PlanningProblem.Pinned.NONE;
        }
        Map<String, Consumer<String>> parts = parts(source);
        Fields rest = new Fields(source.object(path, parts), path, source.problems());
        parts.keySet().stream().sorted().forEach(rest::know);
        rest.done();
        return new PlanningProblem.Pinned(trips, trainBookings, flightBookings, journeys);
    }

    /** Notes groups of which more people are pinned than they have. */
    void compareWith(List<Group> groups) {
        Map<String, Integer> left = new HashMap<>();
        groups.forEach(group -> left.put(group.id(), group.headcount()));
        for (int i = 0; i < journeys.size(); i++) {
            Plan.Journey journey = journeys.get(i);
            Integer persons = left.computeIfPresent(journey.groupId(), (id, n) -> n - journey.headcount());
            if (persons != null && persons < 0) {
                journeyFields.get(i).problem("headcount", "with this more people of the group are pinned than it has");
            }
        }
    }

    private static <T> void add(List<T> list, T value) {
        if (value != null) {
            list.add(value);
        }
    }

    private String use(Fields fields, String field, Kind kind) {
        return references == null ? fields.text(field) : references.use(fields, field, kind);
    }

    private void once(Fields fields, String field, String part, String id) {
        if (id != null && !ids.add(part + id)) {
            fields.problem(field, "the id " + Problems.quote(id) + " is taken already");
        }
    }

    private Plan.CoachTrip coachTrip(Fields fields) {
        String id = references == null ? fields.text("id") : references.define(fields, Kind.TRIP);
        if (references == null) {
            once(fields, "id", "trip ", id);
        }
        String poolId = use(fields, "poolId", Kind.POOL);
        int drivers = fields.whole("drivers", 0, 100);
        long loadedMetres = fields.wholeLong("loadedMetres", 0, MOST_METRES);
        long emptyMetres = fields.wholeLong("emptyMetres", 0, MOST_METRES);
        List<Plan.Event> events = new ArrayList<>();
        for (Fields event : fields.objects("events")) {
            events.add(event(event));
            event.done();
        }
        if (!fields.failed() && events.isEmpty()) {
            fields.problem("events", "is empty, expected at least one event");
        }
        long costFen = fields.fen("costYuan");
        return fields.failed()
                ? null
                : new Plan.CoachTrip(id, poolId, drivers, loadedMetres, emptyMetres, events, costFen);
    }

    private enum EventKind {
        DRIVE,
        STOP,
        REST
    }

    private Plan.Event event(Fields fields) {
        EventKind kind = fields.choice("kind", EventKind.class);
        Instant from = fields.time("from");
        Instant to = fields.time("to");
        fields.ordered("from", from, "to", to);
        if (kind == null) {
            List.of("fromPlace", "toPlace", "metres", "loaded", "place").forEach(fields::know);
            return null;
        }
        return switch (kind) {
            case DRIVE ->
                new Plan.Drive(
                        from,
                        to,
                        use(fields, "fromPlace", Kind.PLACE),
                        use(fields, "toPlace", Kind.PLACE),
                        fields.whole("metres", 0, (int) MOST_METRES),
                        fields.bool("loaded"));
            case STOP -> new Plan.Stop(from, to, use(fields, "place", Kind.PLACE));
            case REST -> new Plan.Rest(from, to);
        };
    }

    private Plan.TrainBooking trainBooking(Fields fields) {
        String serviceId = use(fields, "serviceId", Kind.SERVICE);
        once(fields, "serviceId", "train ", serviceId);
        int carriages = fields.whole("carriages", 0, 1000);
        long costFen = fields.fen("costYuan");
        return fields.failed() ? null : new Plan.TrainBooking(serviceId, carriages, costFen);
    }

    private Plan.FlightBooking flightBooking(Fields fields) {
        String flightId = use(fields, "flightId", Kind.FLIGHT);
        once(fields, "flightId", "flight ", flightId);
        int passengers = fields.whole("passengers", 0, 10_000);
        long costFen = fields.fen("costYuan");
        return fields.failed() ? null : new Plan.FlightBooking(flightId, passengers, costFen);
    }

    private Plan.Journey journey(Fields fields) {
        String groupId = use(fields, "groupId", Kind.GROUP);
        int headcount = fields.whole("headcount", 1, GroupReader.MOST_PERSONS);
        int wheelchairs = fields.wholeOr("wheelchairs", 0, 0, GroupReader.MOST_PERSONS);
        if (!fields.failed() && wheelchairs > headcount) {
            fields.problem("wheelchairs", "is more than the headcount it is part of");
        }
        List<Plan.Leg> legs = new ArrayList<>();
        for (Fields leg : fields.objects("legs")) {
            legs.add(leg(leg));
            leg.done();
        }
        if (!fields.failed() && legs.isEmpty()) {
            fields.problem("legs", "is empty, expected at least one leg");
        }
        if (fields.failed()) {
            return null;
        }
        journeyFields.add(fields);
        return new Plan.Journey(groupId, headcount, wheelchairs, legs);
    }

    private Plan.Leg leg(Fields fields) {
        String vehicle =
                references == null ? fields.text("vehicle") : references.use(fields, "vehicle", References.vehicles());
        String board = use(fields, "board", Kind.PLACE);
        Instant boardAt = fields.time("boardAt");
        String alight = use(fields, "alight", Kind.PLACE);
        Instant alightAt = fields.time("alightAt");
        fields.ordered("boardAt", boardAt, "alightAt", alightAt);
        return new Plan.Leg(vehicle, board, boardAt, alight, alightAt);
    }

    List<Plan.CoachTrip> trips() {
        return trips;
    }

    List<Plan.TrainBooking> trainBookings() {
        return trainBookings;
    }

    List<Plan.FlightBooking> flightBookings() {
        return flightBookings;
    }

    List<Plan.Journey> journeys() {
        return journeys;
    }
}
