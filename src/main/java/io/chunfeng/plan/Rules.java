package io.chunfeng.plan;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Map;

/**
 * The rules of a problem with their defaults; sources in domain.md section 3. Seconds, metres and persons as named.
 *
 * @param maxRideRatio a passenger's driving time on a coach is at most this times the direct drive, plus the slack
 * @param homeEnd whether H10 (one end in the home prefecture) applies at all
 */
public record Rules(
        int maxBoardingStops,
        int maxAlightingStops,
        int stopSeconds,
        int walkMetres,
        int maxFeederMetres,
        int checkInSecondsRail,
        int checkInSecondsAir,
        int egressSecondsRail,
        int egressSecondsAir,
        BigDecimal maxRideRatio,
        int rideSlackSeconds,
        int maxDrivers,
        boolean homeEnd,
        DriverHours driverHours,
        Weights weights) {

    public static final Rules DEFAULT = new Rules(
            4,
            4,
            900,
            1500,
            150_000,
            3600,
            7200,
            1200,
            1800,
            new BigDecimal("1.3"),
            1800,
            3,
            true,
            DriverHours.DEFAULT,
            Weights.DEFAULT);

    /** Longest driving time that a passenger may spend on a coach whose direct drive takes so long; whole seconds. */
    public long maxRideSeconds(int directSeconds) {
        return maxRideRatio.multiply(BigDecimal.valueOf(directSeconds)).longValue() + rideSlackSeconds;
    }

    public Rules withDriverHours(DriverHours changed) {
        return new Rules(
                maxBoardingStops,
                maxAlightingStops,
                stopSeconds,
                walkMetres,
                maxFeederMetres,
                checkInSecondsRail,
                checkInSecondsAir,
                egressSecondsRail,
                egressSecondsAir,
                maxRideRatio,
                rideSlackSeconds,
                maxDrivers,
                homeEnd,
                changed,
                weights);
    }

    /**
     * Driving and rest. With {@code enabled} false none of H06, H07, H08 and H09 applies.
     *
     * @param nightFrom beginning of the night, Asia/Shanghai, half-open with {@code nightTo}; may wrap midnight
     */
    public record DriverHours(
            boolean enabled,
            int dayContinuousSeconds,
            int nightContinuousSeconds,
            LocalTime nightFrom,
            LocalTime nightTo,
            int restSeconds,
            int secondsPerDriverPer24h,
            int secondDriverMetres,
            int secondDriverExpresswayMetres,
            LocalTime curfewFrom,
            LocalTime curfewTo,
            int curfewExemptMetres) {

        public static final DriverHours DEFAULT = new DriverHours(
                true,
                14400,
                7200,
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                1200,
                28800,
                400_000,
                600_000,
                LocalTime.of(2, 0),
                LocalTime.of(5, 0),
                200_000);

        public DriverHours withCurfew(LocalTime from, LocalTime to) {
            return new DriverHours(
                    enabled,
                    dayContinuousSeconds,
                    nightContinuousSeconds,
                    nightFrom,
                    nightTo,
                    restSeconds,
                    secondsPerDriverPer24h,
                    secondDriverMetres,
                    secondDriverExpresswayMetres,
                    from,
                    to,
                    curfewExemptMetres);
        }

        public DriverHours withNight(LocalTime from, LocalTime to) {
            return new DriverHours(
                    enabled,
                    dayContinuousSeconds,
                    nightContinuousSeconds,
                    from,
                    to,
                    restSeconds,
                    secondsPerDriverPer24h,
                    secondDriverMetres,
                    secondDriverExpresswayMetres,
                    curfewFrom,
                    curfewTo,
                    curfewExemptMetres);
        }

        public DriverHours withDayContinuous(int seconds) {
            return new DriverHours(
                    enabled,
                    seconds,
                    nightContinuousSeconds,
                    nightFrom,
                    nightTo,
                    restSeconds,
                    secondsPerDriverPer24h,
                    secondDriverMetres,
                    secondDriverExpresswayMetres,
                    curfewFrom,
                    curfewTo,
                    curfewExemptMetres);
        }

        public DriverHours withSecondsPerDriver(int seconds) {
            return new DriverHours(
                    enabled,
                    dayContinuousSeconds,
                    nightContinuousSeconds,
                    nightFrom,
                    nightTo,
                    restSeconds,
                    seconds,
                    secondDriverMetres,
                    secondDriverExpresswayMetres,
                    curfewFrom,
                    curfewTo,
                    curfewExemptMetres);
        }
    }

    /**
     * Weights of the objective; amounts in fen.
     *
     * @param unservedByPriority weight of one unserved person of each priority 1 to 3
     * @param fenPerChangedBoarding for each person and boarding that differs from the published plan; counts only where
     *     one is published
     */
    public record Weights(
            Map<Integer, Integer> unservedByPriority,
            long fenPerPassengerHour,
            long fenPerPassengerTransfer,
            long fenPerExtraPart,
            long fenPerPassengerDayShift,
            long fenPerChangedBoarding) {

        public static final Weights DEFAULT = new Weights(Map.of(1, 1, 2, 3, 3, 10), 1000, 2000, 20_000, 1000, 50_000);

        /** With the default for changes. */
        public Weights(
                Map<Integer, Integer> unservedByPriority,
                long fenPerPassengerHour,
                long fenPerPassengerTransfer,
                long fenPerExtraPart,
                long fenPerPassengerDayShift) {
            this(
                    unservedByPriority,
                    fenPerPassengerHour,
                    fenPerPassengerTransfer,
                    fenPerExtraPart,
                    fenPerPassengerDayShift,
                    DEFAULT.fenPerChangedBoarding());
        }

        public Weights {
            unservedByPriority = Map.copyOf(unservedByPriority);
        }

        public int unserved(int priority) {
            return unservedByPriority.get(priority);
        }
    }
}
