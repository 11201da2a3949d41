package io.chunfeng.statistics;

import io.chunfeng.dispatch.Boardings;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.dispatch.RanTrip.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scenario S2: one dispatch day of 吕梁, the worked example of domain.md section 5. Of 262 registered for a train 253 ride
 * 6 feeders and 251 board 3 carriages; of 105 registered for 2 direct coaches 102 ride, with one infant; of 150 on two
 * seat blocks 148 board.
 */
final class DispatchDay {
    static final String LINXIAN = "141124";
    static final String XINGXIAN = "141123";
    static final String SHILOU = "141126";
    static final String LVLIANG = "1411";
    static final Instant NOON = Instant.parse("2024-02-17T12:00:00+08:00");

    private DispatchDay() {}

    static List<RanTrip> trips() {
        List<RanTrip> trips = new ArrayList<>();
        int[] feederRiders = {45, 44, 43, 42, 40, 39};
        for (int i = 0; i < feederRiders.length; i++) {
            String county = i < 3 ? LINXIAN : XINGXIAN;
            trips.add(trip("feeder-" + i, Kind.COACH, 0, feeder("rail-" + county, county, feederRiders[i])));
        }
        trips.add(trip(
                "carriages",
                Kind.CHARTERED_CARRIAGES,
                3,
                main("rail-" + LINXIAN, LINXIAN, 131),
                main("rail-" + XINGXIAN, XINGXIAN, 120)));
        trips.add(trip("direct-1", Kind.COACH, 0, Boardings.of("coach", SHILOU, 51, 1, true)));
        trips.add(trip("direct-2", Kind.COACH, 0, main("coach", SHILOU, 51)));
        trips.add(trip("block-1", Kind.SEAT_BLOCK, 0, main("air", SHILOU, 75)));
        trips.add(trip("block-2", Kind.SEAT_BLOCK, 0, main("air", SHILOU, 73)));
        return trips;
    }

    static RanTrip trip(String id, Kind kind, int carriages, Boarding... boardings) {
        return trip(id, kind, carriages, NOON, boardings);
    }

    static RanTrip trip(String id, Kind kind, int carriages, Instant ranAt, Boarding... boardings) {
        return new RanTrip("1/" + id, 1, id, kind, id, carriages, ranAt, Arrays.asList(boardings));
    }

    static Boarding main(String group, String county, int persons) {
        return Boardings.main(group, county, persons);
    }

    static Boarding feeder(String group, String county, int persons) {
        return Boardings.feeder(group, county, persons);
    }
}
