package io.chunfeng.plan.format;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.format.References.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code coachPools[]}, {@code trainServices[]} and {@code flights[]}. */
final class CapacityReader {
    private static final int MOST_SEATS = 10_000;
    private static final int MOST_COACHES = 100_000;

    private CapacityReader() {}

    static CoachPool pool(Fields fields, References references) {
        String id = references.define(fields, Kind.POOL);
        String operator = fields.text("operator");
        String depot = references.use(fields, "depot", Kind.PLACE);
        String homePrefecture = fields.digits("homePrefecture", 4);
        int approvedSeats = fields.whole("approvedSeats", 1, MOST_SEATS);
        int wheelchairSpaces = fields.wholeOr("wheelchairSpaces", 0, 0, MOST_SEATS);
        int count = fields.whole("count", 0, MOST_COACHES);
        Instant availableFrom = fields.time("availableFrom");
        Instant availableUntil = fields.time("availableUntil");
        fields.ordered("availableFrom", availableFrom, "availableUntil", availableUntil);
        long dispatchFen = fields.fen("dispatchYuan");
        long fenPerLoadedKm = fields.fen("yuanPerLoadedKm");
        long fenPerEmptyKm = fields.fen("yuanPerEmptyKm");
        long fenPerDriverDay = fields.fen("yuanPerDriverDay");
        List<CoachPool.Outage> outages = fields.has("outages") ? outages(fields) : List.of();
        return fields.failed()
                ? null
                : new CoachPool(
                        id,
                        operator,
                        depot,
                        homePrefecture,
                        approvedSeats,
                        wheelchairSpaces,
                        count,
                        availableFrom,
                        availableUntil,
                        dispatchFen,
                        fenPerLoadedKm,
                        fenPerEmptyKm,
                        fenPerDriverDay,
                        outages);
    }

    private static List<CoachPool.Outage> outages(Fields pool) {
        List<CoachPool.Outage> outages = new ArrayList<>();
        for (Fields fields : pool.objects("outages")) {
            Instant from = fields.time("from");
            Instant until = fields.time("until");
            fields.ordered("from", from, "until", until);
            outages.add(new CoachPool.Outage(from, until, fields.whole("coaches", 1, MOST_COACHES)));
            fields.done();
        }
        return outages;
    }

    static TrainService train(Fields fields, References references) {
        String id = references.define(fields, Kind.SERVICE);
        String name = fields.text("name");
        TrainService.Kind kind = fields.choice("kind", TrainService.Kind.class);
        List<TrainService.Call> calls = calls(fields, references);
        int seatsPerCarriage = fields.whole("seatsPerCarriage", 1, MOST_SEATS);
        int wheelchairSpaces = fields.wholeOr("wheelchairSpacesPerCarriage", 0, 0, MOST_SEATS);
        int minCarriages = fields.whole("minCarriages", 0, 1000);
        int maxCarriages = fields.whole("maxCarriages", 0, 1000);
        if (!fields.failed() && minCarriages > maxCarriages) {
            fields.problem("maxCarriages", "is " + maxCarriages + ", less than minCarriages " + minCarriages);
        }
        long serviceFen = fields.fen("serviceYuan");
        long fenPerCarriage = fields.fen("yuanPerCarriage");
        long fenPerPassenger = fields.fen("yuanPerPassenger");
        Instant bookBy = fields.time("bookBy");
        return fields.failed()
                ? null
                : new TrainService(
                        id,
                        name,
                        kind,
                        calls,
                        seatsPerCarriage,
                        wheelchairSpaces,
                        minCarriages,
                        maxCarriages,
                        serviceFen,
                        fenPerCarriage,
                        fenPerPassenger,
                        bookBy);
    }

    private static List<TrainService.Call> calls(Fields train, References references) {
        long before = train.problemCount();
        List<Fields> all = train.objects("calls");
        if (train.problemCount() == before && all.size() < 2) {
            train.problem("calls", "has " + all.size() + " calls, expected at least two");
        }
        List<TrainService.Call> calls = new ArrayList<>();
        Set<String> places = new HashSet<>();
        Instant last = null;
        for (Fields call : all) {
            String place = references.use(call, "place", Kind.PLACE);
            if (place != null && !places.add(place)) {
                call.problem("place", "the train calls here twice; give the second call a place of its own");
            }
            Instant arrive = call.time("arrive");
            Instant depart = call.time("depart");
            call.ordered("arrive", arrive, "depart", depart);
            if (last != null && arrive != null && !arrive.isAfter(last)) {
                call.problem("arrive", "is not after the departure of the call before");
            }
            last = depart;
            call.done();
            calls.add(new TrainService.Call(place, arrive, depart));
        }
        return calls;
    }

    static Flight flight(Fields fields, References references) {
        String id = references.define(fields, Kind.FLIGHT);
        String name = fields.text("name");
        Flight.Kind kind = fields.choice("kind", Flight.Kind.class);
        String from = references.use(fields, "from", Kind.PLACE);
        String to = references.use(fields, "to", Kind.PLACE);
        if (from != null && from.equals(to)) {
            fields.problem("to", "is the same place as from");
        }
        Instant depart = fields.time("depart");
        Instant arrive = fields.time("arrive");
        if (depart != null && arrive != null && !arrive.isAfter(depart)) {
            fields.problem("arrive", "is not after depart");
        }
        int seats = fields.whole("seats", 1, MOST_SEATS);
        int wheelchairSpaces = fields.wholeOr("wheelchairSpaces", 2, 0, MOST_SEATS);
        int minPassengers = fields.whole("minPassengers", 0, MOST_SEATS);
        if (!fields.failed() && minPassengers > seats) {
            fields.problem("minPassengers", "is " + minPassengers + ", more than the seats " + seats);
        }
        long flightFen = fields.fen("flightYuan");
        long fenPerPassenger = fields.fen("yuanPerPassenger");
        Instant bookBy = fields.time("bookBy");
        return fields.failed()
                ? null
                : new Flight(
                        id,
                        name,
                        kind,
                        from,
                        to,
                        depart,
                        arrive,
                        seats,
                        wheelchairSpaces,
                        minPassengers,
                        flightFen,
                        fenPerPassenger,
                        bookBy);
    }
}
