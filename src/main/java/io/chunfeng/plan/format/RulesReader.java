package io.chunfeng.plan.format;

import io.chunfeng.plan.Rules;
import io.chunfeng.plan.Rules.DriverHours;
import io.chunfeng.plan.Rules.Weights;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** {@code rules}: what is left out has its default. */
final class RulesReader {
    private static final int MOST_STOPS = 1000;
    private static final int MOST = 1_000_000_000;
    private static final int MOST_DRIVERS = 100;

    private RulesReader() {}

    /** @param fields null stands for the defaults */
    static Rules rules(Fields fields) {
        Rules d = Rules.DEFAULT;
        if (fields == null) {
            return d;
        }
        Rules rules = new Rules(
                fields.wholeOr("maxBoardingStops", d.maxBoardingStops(), 1, MOST_STOPS),
                fields.wholeOr("maxAlightingStops", d.maxAlightingStops(), 1, MOST_STOPS),
                fields.wholeOr("stopSeconds", d.stopSeconds(), 0, MOST),
                fields.wholeOr("walkMetres", d.walkMetres(), 0, MOST),
                fields.wholeOr("maxFeederMetres", d.maxFeederMetres(), 0, MOST),
                fields.wholeOr("checkInSecondsRail", d.checkInSecondsRail(), 0, MOST),
                fields.wholeOr("checkInSecondsAir", d.checkInSecondsAir(), 0, MOST),
                fields.wholeOr("egressSecondsRail", d.egressSecondsRail(), 0, MOST),
                fields.wholeOr("egressSecondsAir", d.egressSecondsAir(), 0, MOST),
                fields.decimalOr("maxRideRatio", d.maxRideRatio(), BigDecimal.ONE, new BigDecimal(1_000_000)),
                fields.wholeOr("rideSlackSeconds", d.rideSlackSeconds(), 0, MOST),
                fields.wholeOr("maxDrivers", d.maxDrivers(), 1, MOST_DRIVERS),
                fields.boolOr("homeEnd", d.homeEnd()),
                driverHours(fields.objectOrNull("driverHours")),
                weights(fields.objectOrNull("weights")));
        fields.done();
        return rules;
    }

    private static DriverHours driverHours(Fields fields) {
        DriverHours d = DriverHours.DEFAULT;
        if (fields == null) {
            return d;
        }
        DriverHours hours = new DriverHours(
                fields.boolOr("enabled", d.enabled()),
                fields.wholeOr("dayContinuousSeconds", d.dayContinuousSeconds(), 1, MOST),
                fields.wholeOr("nightContinuousSeconds", d.nightContinuousSeconds(), 1, MOST),
                fields.timeOfDayOr("nightFrom", d.nightFrom()),
                fields.timeOfDayOr("nightTo", d.nightTo()),
                fields.wholeOr("restSeconds", d.restSeconds(), 0, MOST),
                fields.wholeOr("secondsPerDriverPer24h", d.secondsPerDriverPer24h(), 1, MOST),
                fields.wholeOr("secondDriverMetres", d.secondDriverMetres(), 0, MOST),
                fields.wholeOr("secondDriverExpresswayMetres", d.secondDriverExpresswayMetres(), 0, MOST),
                fields.timeOfDayOr("curfewFrom", d.curfewFrom()),
                fields.timeOfDayOr("curfewTo", d.curfewTo()),
                fields.wholeOr("curfewExemptMetres", d.curfewExemptMetres(), 0, MOST));
        fields.done();
        return hours;
    }

    private static Weights weights(Fields fields) {
        Weights d = Weights.DEFAULT;
        if (fields == null) {
            return d;
        }
        Weights weights = new Weights(
                unserved(fields.objectOrNull("unservedByPriority")),
                fields.fenOr("yuanPerPassengerHour", d.fenPerPassengerHour()),
                fields.fenOr("yuanPerPassengerTransfer", d.fenPerPassengerTransfer()),
                fields.fenOr("yuanPerExtraPart", d.fenPerExtraPart()),
                fields.fenOr("yuanPerPassengerDayShift", d.fenPerPassengerDayShift()),
                fields.fenOr("yuanPerChangedBoarding", d.fenPerChangedBoarding()));
        fields.done();
        return weights;
    }

    private static Map<Integer, Integer> unserved(Fields fields) {
        Map<Integer, Integer> byPriority = new HashMap<>(Weights.DEFAULT.unservedByPriority());
        if (fields != null) {
            byPriority.replaceAll((priority, weight) -> fields.wholeOr(String.valueOf(priority), weight, 0, 1_000_000));
            fields.done();
        }
        return byPriority;
    }
}
