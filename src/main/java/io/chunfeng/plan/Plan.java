package io.chunfeng.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A {@code chunfeng-plan/1}: what runs, who rides it, who is left and what it costs. Amounts in fen.
 *
 * @param mapSha256 the map the matrix was computed on, or null when the problem brought its own
 * @param codeVersion of the program that made it, or null when that is unknown
 */
public record Plan(
        String problemId,
        String solverConfig,
        long seed,
        String mapSha256,
        String codeVersion,
        Instant createdAt,
        List<CoachTrip> coachTrips,
        List<TrainBooking> trainBookings,
        List<FlightBooking> flightBookings,
        List<Journey> journeys,
        List<Unserved> unserved,
        Score score,
        Kpis kpis) {

    public static final String FORMAT = "chunfeng-plan/1";

    /** By a program that does not tell its version. */
    public Plan(
            String problemId,
            String solverConfig,
            long seed,
            String mapSha256,
            Instant createdAt,
            List<CoachTrip> coachTrips,
            List<TrainBooking> trainBookings,
            List<FlightBooking> flightBookings,
            List<Journey> journeys,
            List<Unserved> unserved,
            Score score,
            Kpis kpis) {
        this(
                problemId,
                solverConfig,
                seed,
                mapSha256,
                null,
                createdAt,
                coachTrips,
                trainBookings,
                flightBookings,
                journeys,
                unserved,
                score,
                kpis);
    }

    public Plan {
        coachTrips = List.copyOf(coachTrips);
        trainBookings = List.copyOf(trainBookings);
        flightBookings = List.copyOf(flightBookings);
        journeys = List.copyOf(journeys);
        unserved = List.copyOf(unserved);
    }

    /** One dispatch of one coach, from leaving the depot to being back there; events follow one another without gaps. */
    public record CoachTrip(
            String id,
            String poolId,
            int drivers,
            long loadedMetres,
            long emptyMetres,
            List<Event> events,
            long costFen) {

        public CoachTrip {
            events = List.copyOf(events);
        }

        /** Leaves the depot. */
        public Instant busyFrom() {
            return events.get(0).from();
        }

        /** Is back at the depot. */
        public Instant busyUntil() {
            return events.get(events.size() - 1).to();
        }
    }

    /** Half-open interval [from, to) of a coach's day. */
    public sealed interface Event {
        Instant from();

        Instant to();

        default long seconds() {
            return to().getEpochSecond() - from().getEpochSecond();
        }
    }

    /** Driving; {@code loaded} from the first boarding stop to the last alighting stop. */
    public record Drive(Instant from, Instant to, String fromPlace, String toPlace, int metres, boolean loaded)
            implements Event {

        /** Whether both can be pieces of one drive. */
        boolean samePlaces(Drive other) {
            return Objects.equals(fromPlace, other.fromPlace) && Objects.equals(toPlace, other.toPlace);
        }
    }

    /** People board or alight. */
    public record Stop(Instant from, Instant to, String place) implements Event {}

    /** Resting or waiting, anywhere; may split a drive into several between the same two places. */
    public record Rest(Instant from, Instant to) implements Event {}

    public record TrainBooking(String serviceId, int carriages, long costFen) {}

    public record FlightBooking(String flightId, int passengers, long costFen) {}

    /** One part of a group and its way. */
    public record Journey(String groupId, int headcount, int wheelchairs, List<Leg> legs) {
        public Journey {
            legs = List.copyOf(legs);
        }
    }

    /**
     * @param vehicle id of a coach trip, train service or flight
     * @param boardAt departure from the place {@code board}
     * @param alightAt arrival at the place {@code alight}
     */
    public record Leg(String vehicle, String board, Instant boardAt, String alight, Instant alightAt) {}

    /**
     * @param wheelchairs of the headcount, so that wheelchair users are accounted for too; {@link #WHEELCHAIRS_UNKNOWN}
     *     in a plan made elsewhere that does not say
     */
    public record Unserved(String groupId, int headcount, int wheelchairs, UnservedReason reason, Remedy remedy) {
        public static final int WHEELCHAIRS_UNKNOWN = -1;
    }

    /**
     * What an operator can do about it.
     *
     * @param text for people, in Chinese
     * @param action machine-readable kind of change, for example {@code LATER_ARRIVAL}, {@code ADD_COACH},
     *     {@code FILL_SERVICE}, {@code ALLOW_MODE}, {@code NONE}
     * @param details names and values of the change, for example {@code groupId}, {@code latestArrival}
     */
    public record Remedy(String text, String action, Map<String, String> details) {
        public Remedy {
            details = Map.copyOf(details);
        }
    }

    /**
     * Lexicographic: violations, weighted unserved persons, generalised cost.
     *
     * @param costFen sum of the parts
     */
    public record Score(int hard, long unserved, long costFen, CostParts parts) {}

    /**
     * The generalised cost by component, each in fen.
     *
     * @param changeFen people who travel otherwise than published
     */
    public record CostParts(
            long coachFen,
            long trainFen,
            long flightFen,
            long timeFen,
            long transferFen,
            long splitFen,
            long dayShiftFen,
            long changeFen) {

        /** Nothing was published before. */
        public CostParts(
                long coachFen,
                long trainFen,
                long flightFen,
                long timeFen,
                long transferFen,
                long splitFen,
                long dayShiftFen) {
            this(coachFen, trainFen, flightFen, timeFen, transferFen, splitFen, dayShiftFen, 0);
        }

        public long totalFen() {
            return coachFen + trainFen + flightFen + timeFen + transferFen + splitFen + dayShiftFen + changeFen;
        }
    }

    /**
     * @param persons carried, by mode of the main leg
     * @param loadFactor passenger metres over seat metres (approved seats less drivers) of loaded coach driving, 0 to 1
     * @param fenPerPerson generalised cost over persons carried; 0 when nobody is carried
     */
    public record Kpis(
            int personsCoach,
            int personsRail,
            int personsAir,
            int coachTrips,
            int trainServices,
            int carriages,
            int flights,
            double loadFactor,
            double loadedKm,
            double emptyKm,
            double passengerHours,
            long fenPerPerson) {

        public int persons() {
            return personsCoach + personsRail + personsAir;
        }
    }
}
