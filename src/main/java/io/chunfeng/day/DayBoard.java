package io.chunfeng.day;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 当日调度: the trips in force as they really go. Port to the database; events are only ever added. */
public interface DayBoard {

    /** Trips of the publications in force that are on the road at some moment of the day (Asia/Shanghai), by departure. */
    List<BoardTrip> trips(LocalDate day);

    /** The trip and every trip that its people ride before or after it; empty when it is not in force. */
    List<BoardTrip> around(TripRef trip);

    /**
     * People of other trips who rode one of these instead (改乘), by the reports of those; none of them is on its own list. A
     * trip to which nobody moved is absent.
     */
    Map<TripRef, List<Transfer>> arrivingAt(Collection<TripRef> trips);

    default List<Transfer> arrivingAt(TripRef trip) {
        return arrivingAt(List.of(trip)).getOrDefault(trip, List.of());
    }

    default Optional<BoardTrip> trip(TripRef ref) {
        return around(ref).stream().filter(trip -> trip.ref().equals(ref)).findFirst();
    }

    /** The day nearest to this one that has trips in force; empty when nothing is published. */
    Optional<LocalDate> nearestDay(LocalDate day);

    /**
     * Records a report, and keeps the mark 已运行 with the people who boarded in line with it; so too the marks of
     * trips to which people moved. An entry that was sent before is not recorded again, whatever has happened since.
     *
     * @throws ReportRefusedException when it cannot be
     * @throws StaleTripException when somebody else has reported of the trip meanwhile
     * @throws IllegalStateException with words for the dispatcher when a group would be carried twice, or more people moved to
     *     a trip than it has seats for
     */
    Recorded record(TripEntry entry, String actor);

    /** All of them in the order given, or none; the same refusals. At most one entry of each trip. */
    void recordAll(List<TripEntry> entries, String actor);

    /** The trip as the publication in force has it, which may be a later plan; empty when it is not run any more. */
    Optional<TripRef> inForce(TripRef trip);
}
