package io.chunfeng.dispatch;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetState;
import java.time.Instant;
import java.util.List;

/** Trips, coaches and drivers made by hand; hours count from midnight of 2024-02-17 in Asia/Shanghai. */
final class Ordered {
    static final Instant MIDNIGHT = Instant.parse("2024-02-16T16:00:00Z");
    static final String OPERATOR = "太原市汽车运输公司";
    static final CoachPool POOL = pool("p45", OPERATOR);
    static final CoachPool FOREIGN = pool("q45", "别家公司");

    private Ordered() {}

    private static CoachPool pool(String id, String operator) {
        return new CoachPool(id, operator, "depot", "1401", 45, 0, 5, at(-1000), at(1000), 0, 0, 0, 0);
    }

    static Instant at(double hours) {
        return MIDNIGHT.plusSeconds(Math.round(hours * 3600));
    }

    static Coach coach(long id) {
        return coach(id, "p45", 45, FleetState.READY);
    }

    static Coach coach(long id, String pool, int seats, FleetState state) {
        return new Coach(id, 1, "晋A0000" + id, pool, seats, "证" + id, state);
    }

    static Driver driver(long id) {
        return driver(id, OPERATOR, FleetState.READY);
    }

    static Driver driver(long id, String operator, FleetState state) {
        return new Driver(id, 1, "司机" + id, "10000000001", operator, "L" + id, state);
    }

    /** Drives all the time, with so many people of one group. */
    static OrderContent trip(double from, double until, int drivers, int persons, String group) {
        return new OrderContent(
                "p45",
                OPERATOR,
                "1401",
                drivers,
                List.of(new OrderStep(OrderStep.Kind.DRIVE, at(from), at(until), "a", "b", 1000)),
                List.of(new OrderRider(group, "140105", persons, "a", at(from), at(from), "b", at(until))),
                null,
                List.of());
    }

    static OrderSuccession.Trip open(String id, OrderContent content) {
        return new OrderSuccession.Trip(id, content, null);
    }

    static OrderSuccession succession(OrderSuccession.Trip... trips) {
        return new OrderSuccession(List.of(trips), List.of(), List.of(), List.of());
    }

    static TripOrder order(String number, String trip, OrderContent content) {
        return new TripOrder(number, 1, TripOrder.State.ISSUED, 1, 1, trip, content, null, at(-48), "diao");
    }
}
