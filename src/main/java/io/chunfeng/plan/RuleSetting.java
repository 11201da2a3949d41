package io.chunfeng.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A rule or weight that a what-if may set, as people state it: minutes, kilometres and yuan. A switch is 1 (applies) or 0.
 * Each has a message {@code rule.setting.<name>}, which names its unit.
 */
public enum RuleSetting {
    HOME_END(0, 1, 0, (r, v) -> r.homeEnd = on(v), r -> of(r.homeEnd), Rule.H10),
    DRIVER_HOURS(
            0, 1, 0, (r, v) -> r.driverHours = on(v), r -> of(r.driverHours), Rule.H06, Rule.H07, Rule.H08, Rule.H09),
    MAX_DRIVERS(1, 6, 0, (r, v) -> r.maxDrivers = v.intValueExact(), r -> of(r.maxDrivers), Rule.H07),
    DAY_CONTINUOUS_MINUTES(
            30, 1440, 0, (r, v) -> r.dayContinuousSeconds = seconds(v), r -> of(r.dayContinuousSeconds / 60), Rule.H06),
    NIGHT_CONTINUOUS_MINUTES(
            30,
            1440,
            0,
            (r, v) -> r.nightContinuousSeconds = seconds(v),
            r -> of(r.nightContinuousSeconds / 60),
            Rule.H06),
    DRIVER_DAY_MINUTES(
            60,
            1440,
            0,
            (r, v) -> r.secondsPerDriverPer24h = seconds(v),
            r -> of(r.secondsPerDriverPer24h / 60),
            Rule.H07),
    SECOND_DRIVER_KM(
            0, 3000, 0, (r, v) -> r.secondDriverMetres = metres(v), r -> of(r.secondDriverMetres / 1000), Rule.H08),
    BOARDING_STOPS(1, 20, 0, (r, v) -> r.maxBoardingStops = v.intValueExact(), r -> of(r.maxBoardingStops), Rule.H05),
    ALIGHTING_STOPS(
            1, 20, 0, (r, v) -> r.maxAlightingStops = v.intValueExact(), r -> of(r.maxAlightingStops), Rule.H05),
    FEEDER_KM(0, 1000, 0, (r, v) -> r.maxFeederMetres = metres(v), r -> of(r.maxFeederMetres / 1000), Rule.H11),
    RIDE_RATIO(1, 10, 2, (r, v) -> r.maxRideRatio = v, r -> r.maxRideRatio, Rule.H12),
    RIDE_SLACK_MINUTES(
            0, 1440, 0, (r, v) -> r.rideSlackSeconds = seconds(v), r -> of(r.rideSlackSeconds / 60), Rule.H12),
    UNSERVED_1(0, 1000, 0, (r, v) -> r.unserved.put(1, v.intValueExact()), r -> of(r.unserved.get(1))),
    UNSERVED_2(0, 1000, 0, (r, v) -> r.unserved.put(2, v.intValueExact()), r -> of(r.unserved.get(2))),
    UNSERVED_3(0, 1000, 0, (r, v) -> r.unserved.put(3, v.intValueExact()), r -> of(r.unserved.get(3))),
    YUAN_PER_HOUR(0, 10_000, 2, (r, v) -> r.fenPerPassengerHour = fen(v), r -> yuan(r.fenPerPassengerHour)),
    YUAN_PER_TRANSFER(0, 10_000, 2, (r, v) -> r.fenPerPassengerTransfer = fen(v), r -> yuan(r.fenPerPassengerTransfer)),
    YUAN_PER_PART(0, 100_000, 2, (r, v) -> r.fenPerExtraPart = fen(v), r -> yuan(r.fenPerExtraPart)),
    YUAN_PER_DAY_SHIFT(
            0, 10_000, 2, (r, v) -> r.fenPerPassengerDayShift = fen(v), r -> yuan(r.fenPerPassengerDayShift)),
    YUAN_PER_CHANGE(0, 100_000, 2, (r, v) -> r.fenPerChangedBoarding = fen(v), r -> yuan(r.fenPerChangedBoarding));

    private final BigDecimal least;
    private final BigDecimal most;
    private final int decimals;
    private final BiConsumer<RuleEdit, BigDecimal> set;
    private final Function<RuleEdit, BigDecimal> get;
    private final List<Rule> rules;

    RuleSetting(
            int least,
            int most,
            int decimals,
            BiConsumer<RuleEdit, BigDecimal> set,
            Function<RuleEdit, BigDecimal> get,
            Rule... rules) {
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
        this.decimals = decimals;
        this.set = set;
        this.get = get;
        this.rules = List.of(rules);
    }

    /** The hard rules that it belongs to; none for a weight of the objective. */
    public List<Rule> rules() {
        return rules;
    }

    public boolean isSwitch() {
        return this == HOME_END || this == DRIVER_HOURS;
    }

    public BigDecimal least() {
        return least;
    }

    public BigDecimal most() {
        return most;
    }

    public boolean admits(BigDecimal value) {
        return value.compareTo(least) >= 0
                && value.compareTo(most) <= 0
                && value.stripTrailingZeros().scale() <= decimals;
    }

    public BigDecimal of(Rules rules) {
        return get.apply(new RuleEdit(rules));
    }

    /** @throws IllegalArgumentException for a value that {@link #admits} does not */
    public Rules in(Rules rules, BigDecimal value) {
        if (!admits(value)) {
            throw new IllegalArgumentException(this + " cannot be " + value + ": " + least + " to " + most);
        }
        RuleEdit edit = new RuleEdit(rules);
        set.accept(edit, value);
        return edit.rules();
    }

    /** Those in which the rules differ from the usual ones. */
    public static List<RuleSetting> unusual(Rules rules) {
        List<RuleSetting> unusual = new ArrayList<>();
        for (RuleSetting setting : values()) {
            if (setting.of(rules).compareTo(setting.of(Rules.DEFAULT)) != 0) {
                unusual.add(setting);
            }
        }
        return unusual;
    }

    private static boolean on(BigDecimal value) {
        return value.signum() > 0;
    }

    private static BigDecimal of(boolean on) {
        return on ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static BigDecimal of(int number) {
        return BigDecimal.valueOf(number);
    }

    private static int seconds(BigDecimal minutes) {
        return minutes.intValueExact() * 60;
    }

    private static int metres(BigDecimal km) {
        return km.intValueExact() * 1000;
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
