package io.chunfeng.day;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.Ride;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Trips of a made-up day: a feeder coach to a train, and a coach that fetches its people. */
final class Trips {
    static final long PLAN = 5;
    static final Instant NINE = Instant.parse("2024-02-17T01:00:00Z");

    private Trips() {}

    /** G1 (20 people) and G2 (10) to the station; G1 goes on by train K1, which begins check-in when the coach arrives. */
    static BoardTrip feeder(TripEvent... events) {
        return trip(
                "C1",
                List.of(
                        ride("G1", 1, 1, false, "C1", RanTrip.Kind.COACH, 20, NINE, NINE.plusSeconds(3600)),
                        ride("G2", 2, 1, true, "C1", RanTrip.Kind.COACH, 10, NINE, NINE.plusSeconds(3600))),
                events);
    }

    /** Leaves two hours after nine; check-in begins an hour before. */
    static BoardTrip train(TripEvent... events) {
        return trip(
                "K1",
                List.of(ride(
                        "G1",
                        1,
                        2,
                        false,
                        "K1",
                        RanTrip.Kind.CHARTERED_TRAIN,
                        20,
                        NINE.plusSeconds(7200),
                        NINE.plusSeconds(36_000))),
                events);
    }

    /** Leaves the far station twenty minutes after the train has arrived: as early as people can be out of it. */
    static BoardTrip fetcher(TripEvent... events) {
        return trip(
                "C2",
                List.of(ride(
                        "G1",
                        1,
                        3,
                        true,
                        "C2",
                        RanTrip.Kind.COACH,
                        20,
                        NINE.plusSeconds(37_200),
                        NINE.plusSeconds(39_000))),
                events);
    }

    static TripEvent event(long id, String vehicle, Report report, int minutes, Instant at, Boarded... boarded) {
        return new TripEvent(id, PLAN, vehicle, report, minutes, at, null, false, "test", at, List.of(boarded));
    }

    private static BoardTrip trip(String vehicle, List<Ride> rides, TripEvent... events) {
        Map<String, String> counties = rides.stream()
                .map(Ride::groupId)
                .distinct()
                .collect(Collectors.toMap(group -> group, group -> "140821"));
        return new BoardTrip(new TripRef(PLAN, vehicle), rides, counties, List.of(events));
    }

    private static Ride ride(
            String group,
            int journey,
            int leg,
            boolean last,
            String vehicle,
            RanTrip.Kind kind,
            int persons,
            Instant board,
            Instant alight) {
        Instant meet = kind == RanTrip.Kind.COACH ? board.minusSeconds(900) : board.minusSeconds(3600);
        return new Ride(
                group,
                journey,
                leg,
                last,
                kind != RanTrip.Kind.COACH || last && leg == 1,
                vehicle,
                kind,
                vehicle,
                persons,
                "from-" + leg,
                meet,
                board,
                "to-" + leg,
                alight);
    }
}
