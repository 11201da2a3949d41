package io.chunfeng.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** H06 to H09 of one coach trip, from its events alone. */
final class DriverHoursCheck {
    private static final long SECONDS_PER_DAY = 86_400;
    static final BigDecimal EXPRESSWAY_SHARE = new BigDecimal("0.9");

    private final Plan.CoachTrip trip;
    private final Rules.DriverHours hours;
    private final String where;
    private final Violations violations;
    private final List<Plan.Drive> drives = new ArrayList<>();

    private DriverHoursCheck(Plan.CoachTrip trip, Rules.DriverHours hours, String where, Violations violations) {
        this.trip = trip;
        this.hours = hours;
        this.where = where;
        this.violations = violations;
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive drive) {
                drives.add(drive);
            }
        }
    }

    static void check(PlanView view, Plan.CoachTrip trip, String where, Violations violations) {
        Rules rules = view.problem.rules();
        if (trip.drivers() < 1 || trip.drivers() > rules.maxDrivers()) {
            violations.add(
                    Rule.H07, where, trip.drivers() + " drivers, from 1 to " + rules.maxDrivers() + " are admitted");
        }
        if (rules.driverHours().enabled()) {
            DriverHoursCheck check = new DriverHoursCheck(trip, rules.driverHours(), where, violations);
            check.continuousDriving();
            check.drivingIn24Hours();
            check.secondDriver(view);
            check.curfew();
        }
    }

    /** H06: at no moment of driving has the coach been driven longer since its last rest than the hour admits. */
    private void continuousDriving() {
        long driven = 0;
        long standstill = 0;
        boolean standing = false;
        for (Plan.Event event : trip.events()) {
            if (!(event instanceof Plan.Drive drive)) {
                standstill += event.seconds();
                standing = true;
                continue;
            }
            if (standing && standstill >= hours.restSeconds()) {
                driven = 0;
            }
            standing = false;
            standstill = 0;
            long before = driven;
            driven += drive.seconds();
            if (driven > hours.dayContinuousSeconds()) {
                tooLong(drive, driven, hours.dayContinuousSeconds(), "");
                return;
            }
            for (Span night : overlaps(drive, hours.nightFrom(), hours.nightTo())) {
                long atEnd = before + night.to - drive.from().getEpochSecond();
                if (atEnd > hours.nightContinuousSeconds()) {
                    tooLong(drive, atEnd, hours.nightContinuousSeconds(), " at night");
                    return;
                }
            }
        }
    }

    private void tooLong(Plan.Drive drive, long driven, int most, String when) {
        violations.add(
                Rule.H06,
                where,
                driven + " s of driving without " + hours.restSeconds() + " s of rest in the drive of " + drive.from()
                        + ", at most " + most + " s" + when);
    }

    /** H07: a window of 24 hours with most driving begins with a drive or ends with one. */
    private void drivingIn24Hours() {
        long most = (long) hours.secondsPerDriverPer24h() * Math.max(0, trip.drivers());
        long worst = 0;
        for (Plan.Drive drive : drives) {
            long start = drive.from().getEpochSecond();
            long end = drive.to().getEpochSecond();
            worst = Math.max(worst, drivingBetween(start, start + SECONDS_PER_DAY));
            worst = Math.max(worst, drivingBetween(end - SECONDS_PER_DAY, end));
        }
        if (worst > most) {
            violations.add(
                    Rule.H07,
                    where,
                    worst + " s of driving within 24 hours, at most " + most + " s with " + trip.drivers()
                            + " drivers");
        }
    }

    private long drivingBetween(long from, long to) {
        long seconds = 0;
        for (Plan.Drive drive : drives) {
            long begin = Math.max(from, drive.from().getEpochSecond());
            long end = Math.min(to, drive.to().getEpochSecond());
            seconds += Math.max(0, end - begin);
        }
        return seconds;
    }

    /** H08: exact decimals, because a way of exactly nine tenths expressway counts as expressway. */
    private void secondDriver(PlanView view) {
        long loaded = PlanCosts.metres(trip, true);
        BigDecimal expressway = BigDecimal.ZERO;
        for (Plan.Drive drive : drives) {
            if (drive.loaded()) {
                expressway = expressway.add(BigDecimal.valueOf(view.expressway(drive.fromPlace(), drive.toPlace()))
                        .multiply(BigDecimal.valueOf(drive.metres())));
            }
        }
        boolean mostlyExpressway = expressway.compareTo(EXPRESSWAY_SHARE.multiply(BigDecimal.valueOf(loaded))) >= 0;
        int from = mostlyExpressway ? hours.secondDriverExpresswayMetres() : hours.secondDriverMetres();
        if (loaded >= from && trip.drivers() < 2) {
            violations.add(
                    Rule.H08,
                    where,
                    "one driver on " + loaded + " m loaded; two are needed from " + from + " m"
                            + (mostlyExpressway ? " (expressway)" : ""));
        }
    }

    private void curfew() {
        if (PlanCosts.metres(trip, true) <= hours.curfewExemptMetres()) {
            return;
        }
        for (Plan.Drive drive : drives) {
            if (!overlaps(drive, hours.curfewFrom(), hours.curfewTo()).isEmpty()) {
                violations.add(
                        Rule.H09,
                        where,
                        "drives between " + hours.curfewFrom() + " and " + hours.curfewTo() + ", in the drive of "
                                + drive.from());
                return;
            }
        }
    }

    /** Seconds since the epoch, half-open. */
    private record Span(long from, long to) {}

    /** Where a drive meets the daily span of hours; a span that ends where it begins is empty. */
    private static List<Span> overlaps(Plan.Drive drive, LocalTime from, LocalTime to) {
        List<Span> overlaps = new ArrayList<>();
        if (from.equals(to) || drive.seconds() <= 0) {
            return overlaps;
        }
        LocalDate first = date(drive.from()).minusDays(1);
        LocalDate last = date(drive.to());
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate endDay = to.isAfter(from) ? day : day.plusDays(1);
            long begin = Math.max(epoch(day, from), drive.from().getEpochSecond());
            long end = Math.min(epoch(endDay, to), drive.to().getEpochSecond());
            if (begin < end) {
                overlaps.add(new Span(begin, end));
            }
        }
        return overlaps;
    }

    private static LocalDate date(Instant moment) {
        return moment.atZone(PlanningProblem.ZONE).toLocalDate();
    }

    private static long epoch(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(PlanningProblem.ZONE).toEpochSecond();
    }
}
