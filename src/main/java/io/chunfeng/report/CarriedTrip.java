package io.chunfeng.report;

import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.Direction;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.place.Corridor;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.ReportingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A trip that ran, with where its people are at home and where they work, and what it offered and cost.
 *
 * @param day of departure in Asia/Shanghai
 * @param offer null where the plan behind the trip is not known
 * @param parties those with at least one person aboard
 */
public record CarriedTrip(RanTrip trip, LocalDate day, Mode mode, VehicleOffer offer, List<Party> parties) {

    /**
     * People of one group aboard.
     *
     * @param homeCity four digits: of the county that registered them, as in the statistics tables
     * @param away GB/T 2260 code of the county at the other end of their journey, six digits
     * @param persons aboard, infants and escorts aside
     * @param counted whether they are 人次 under the counting rule
     * @param costFen their share of the trip's cost, by persons; the shares add up to it
     */
    public record Party(
            Direction direction,
            String homeCity,
            String away,
            Corridor corridor,
            Carrying carrying,
            int persons,
            boolean mainLeg,
            boolean counted,
            long costFen) {

        /** 人次. */
        public int personTrips() {
            return counted ? persons : 0;
        }

        /** People who begin their journey's main leg here: each of them once, whatever the counting rule. */
        public int carried() {
            return mainLeg ? persons : 0;
        }
    }

    public CarriedTrip {
        parties = List.copyOf(parties);
    }

    /** @param offers by id of the trip */
    public static List<CarriedTrip> of(Collection<RanTrip> trips, Map<String, VehicleOffer> offers, CountingRule rule) {
        return trips.stream().map(trip -> of(trip, offers.get(trip.id()), rule)).toList();
    }

    private static CarriedTrip of(RanTrip trip, VehicleOffer offer, CountingRule rule) {
        Mode mode = mode(trip.kind());
        long persons = trip.persons();
        List<Party> parties = new ArrayList<>();
        long before = 0;
        for (Boarding boarding : trip.boardings()) {
            if (boarding.persons() > 0) {
                long until = before + boarding.persons();
                long costFen = offer == null ? 0 : upTo(until, persons, offer) - upTo(before, persons, offer);
                parties.add(party(boarding, mode, rule, costFen));
                before = until;
            }
        }
        LocalDate day = trip.ranAt().atZone(ReportingCalendar.ZONE).toLocalDate();
        return new CarriedTrip(trip, day, mode, offer, parties);
    }

    /** Cost of the first so many of all persons, rounded down: differences of these add up without a remainder. */
    private static long upTo(long first, long all, VehicleOffer offer) {
        return Math.multiplyExact(offer.costFen(), first) / all;
    }

    private static Party party(Boarding boarding, Mode mode, CountingRule rule, long costFen) {
        Direction direction = boarding.ends().direction();
        String away = direction == Direction.TO_WORK
                ? boarding.ends().toCounty()
                : boarding.ends().fromCounty();
        return new Party(
                direction,
                boarding.city(),
                away,
                Corridor.of(away, boarding.county()),
                boarding.mainLeg() ? Carrying.valueOf(mode.name()) : Carrying.FEEDER,
                boarding.persons(),
                boarding.mainLeg(),
                rule.counts(boarding),
                costFen);
    }

    private static Mode mode(RanTrip.Kind kind) {
        return switch (kind) {
            case COACH -> Mode.COACH;
            case CHARTERED_TRAIN, CHARTERED_CARRIAGES -> Mode.RAIL;
            case CHARTER_FLIGHT, SEAT_BLOCK -> Mode.AIR;
        };
    }

    /** Everybody aboard. */
    public int persons() {
        return parties.stream().mapToInt(Party::persons).sum();
    }

    /** Whether nobody aboard is on the main leg. */
    public boolean feeder() {
        return !parties.isEmpty() && parties.stream().noneMatch(Party::mainLeg);
    }
}
