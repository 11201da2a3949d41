package io.chunfeng.report;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.dispatch.RanTrip.Ends;
import io.chunfeng.dispatch.RanTrip.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Trips of people of 吕梁 and 太原 who work in 深圳, 天津 and 大同. */
final class Trips {
    static final String LINXIAN = "141124";
    static final String XIAODIAN = "140105";
    static final String SHENZHEN = "440306";
    static final String TIANJIN = "120116";
    static final String DATONG = "140213";
    static final LocalDate DAY = LocalDate.of(2024, 2, 17);
    static final Instant NOON = Instant.parse("2024-02-17T12:00:00+08:00");

    private Trips() {}

    static RanTrip trip(String id, Kind kind, Instant ranAt, Boarding... boardings) {
        int carriages = kind == Kind.CHARTERED_CARRIAGES ? 3 : kind == Kind.CHARTERED_TRAIN ? 10 : 0;
        return new RanTrip("1/" + id, 1, id, kind, id, carriages, ranAt, List.of(boardings));
    }

    static Boarding toWork(String home, String away, int persons) {
        return new Boarding("g-" + home, home, persons, 0, 0, true, Ends.of(home, home, away));
    }

    static Boarding homeward(String home, String away, int persons) {
        return new Boarding("h-" + home, home, persons, 0, 0, true, Ends.of(home, away, home));
    }

    static Boarding feeder(String home, String away, int persons) {
        return new Boarding("g-" + home, home, persons, 0, 0, false, Ends.of(home, home, away));
    }
}
