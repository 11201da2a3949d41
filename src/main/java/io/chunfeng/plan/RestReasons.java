package io.chunfeng.plan;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Why a coach rests where it rests: the rule that would be broken if it drove on. */
final class RestReasons {
    private final Rules.DriverHours hours;
    private final Plan.CoachTrip trip;
    private final boolean curfew;
    private final List<VehicleExplanation.Rest> rests = new ArrayList<>();

    private RestReasons(Rules rules, Plan.CoachTrip trip) {
        this.hours = rules.driverHours();
        this.trip = trip;
        curfew = hours.enabled() && PlanCosts.metres(trip, true) > hours.curfewExemptMetres();
    }

    static List<VehicleExplanation.Rest> of(Rules rules, Plan.CoachTrip trip) {
        RestReasons reasons = new RestReasons(rules, trip);
        reasons.look();
        return reasons.rests;
    }

    private void look() {
        long driven = 0;
        long standstill = 0;
        boolean night = false;
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive) {
                if (standstill >= hours.restSeconds()) {
                    driven = 0;
                    night = false;
                }
                standstill = 0;
                driven += event.seconds();
                night |= touches(event.from(), event.to(), hours.nightFrom(), hours.nightTo());
                continue;
            }
            standstill += event.seconds();
            if (event instanceof Plan.Rest rest) {
                rests.add(new VehicleExplanation.Rest(rest.from(), rest.to(), reason(rest, driven, night)));
            }
        }
    }

    private BindingReason reason(Plan.Rest rest, long driven, boolean night) {
        if (!hours.enabled()) {
            return BindingReason.WAITING;
        }
        if (drivenBefore(rest.from()) >= (long) hours.secondsPerDriverPer24h() * trip.drivers()) {
            return BindingReason.HOURS_24;
        }
        if (curfew && touches(rest.from(), rest.to(), hours.curfewFrom(), hours.curfewTo())) {
            return BindingReason.CURFEW;
        }
        if (driven >= hours.dayContinuousSeconds()) {
            return BindingReason.CONTINUOUS_DRIVING;
        }
        boolean dark = night || touches(rest.from(), rest.from().plusSeconds(1), hours.nightFrom(), hours.nightTo());
        return dark && driven >= hours.nightContinuousSeconds() ? BindingReason.NIGHT : BindingReason.WAITING;
    }

    /** Seconds driven in the 24 hours before. */
    private long drivenBefore(Instant moment) {
        Instant dayBefore = moment.minusSeconds(DutyTimeline.DAY_SECONDS);
        long driven = 0;
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive) {
                long from = Math.max(event.from().getEpochSecond(), dayBefore.getEpochSecond());
                driven += Math.max(0, Math.min(event.to().getEpochSecond(), moment.getEpochSecond()) - from);
            }
        }
        return driven;
    }

    /** Whether the interval shares a moment with a window of the day, which may wrap midnight. */
    private static boolean touches(Instant from, Instant to, LocalTime begin, LocalTime end) {
        if (begin.equals(end)) {
            return false;
        }
        long time = Math.floorMod(
                from.getEpochSecond() + DutyTimeline.ZONE_OFFSET_SECONDS, (long) DutyTimeline.DAY_SECONDS);
        long untilBegin = Math.floorMod(begin.toSecondOfDay() - time, (long) DutyTimeline.DAY_SECONDS);
        long untilEnd = Math.floorMod(end.toSecondOfDay() - time, (long) DutyTimeline.DAY_SECONDS);
        boolean inside = untilEnd != 0 && untilEnd < untilBegin || untilBegin == 0;
        return inside || untilBegin < to.getEpochSecond() - from.getEpochSecond();
    }
}
