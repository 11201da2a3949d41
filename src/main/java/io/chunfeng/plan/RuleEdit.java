package io.chunfeng.plan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Rules taken apart, so that one of them can be set. */
final class RuleEdit {
    private final Rules from;
    int maxBoardingStops;
    int maxAlightingStops;
    int maxFeederMetres;
    BigDecimal maxRideRatio;
    int rideSlackSeconds;
    int maxDrivers;
    boolean homeEnd;
    boolean driverHours;
    int dayContinuousSeconds;
    int nightContinuousSeconds;
    int secondsPerDriverPer24h;
    int secondDriverMetres;
    final Map<Integer, Integer> unserved;
    long fenPerPassengerHour;
    long fenPerPassengerTransfer;
    long fenPerExtraPart;
    long fenPerPassengerDayShift;
    long fenPerChangedBoarding;

    RuleEdit(Rules from) {
        this.from = from;
        Rules.DriverHours hours = from.driverHours();
        Rules.Weights weights = from.weights();
        maxBoardingStops = from.maxBoardingStops();
        maxAlightingStops = from.maxAlightingStops();
        maxFeederMetres = from.maxFeederMetres();
        maxRideRatio = from.maxRideRatio();
        rideSlackSeconds = from.rideSlackSeconds();
        maxDrivers = from.maxDrivers();
        homeEnd = from.homeEnd();
        driverHours = hours.enabled();
        dayContinuousSeconds = hours.dayContinuousSeconds();
        nightContinuousSeconds = hours.nightContinuousSeconds();
        secondsPerDriverPer24h = hours.secondsPerDriverPer24h();
        secondDriverMetres = hours.secondDriverMetres();
        unserved = new HashMap<>(weights.unservedByPriority());
        fenPerPassengerHour = weights.fenPerPassengerHour();
        fenPerPassengerTransfer = weights.fenPerPassengerTransfer();
        fenPerExtraPart = weights.fenPerExtraPart();
        fenPerPassengerDayShift = weights.fenPerPassengerDayShift();
        fenPerChangedBoarding = weights.fenPerChangedBoarding();
    }

    Rules rules() {
        Rules.DriverHours hours = from.driverHours();
        return new Rules(
                maxBoardingStops,
                maxAlightingStops,
                from.stopSeconds(),
                from.walkMetres(),
                maxFeederMetres,
                from.checkInSecondsRail(),
                from.checkInSecondsAir(),
                from.egressSecondsRail(),
                from.egressSecondsAir(),
                maxRideRatio,
                rideSlackSeconds,
                maxDrivers,
                homeEnd,
                new Rules.DriverHours(
                        driverHours,
                        dayContinuousSeconds,
                        nightContinuousSeconds,
                        hours.nightFrom(),
                        hours.nightTo(),
                        hours.restSeconds(),
                        secondsPerDriverPer24h,
                        secondDriverMetres,
                        hours.secondDriverExpresswayMetres(),
                        hours.curfewFrom(),
                        hours.curfewTo(),
                        hours.curfewExemptMetres()),
                new Rules.Weights(
                        unserved,
                        fenPerPassengerHour,
                        fenPerPassengerTransfer,
                        fenPerExtraPart,
                        fenPerPassengerDayShift,
                        fenPerChangedBoarding));
    }
}
