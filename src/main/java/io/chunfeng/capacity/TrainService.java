package io.chunfeng.capacity;

import java.time.Instant;
import java.util.List;

/**
 * A chartered train (专列) or a number of carriages of a scheduled train (包车厢).
 *
 * @param calls stations in the order of travel, at least two
 * @param serviceFen paid once if the service is used at all, in fen
 * @param bookBy last moment to book it
 */
public record TrainService(
        String id,
        String name,
        Kind kind,
        List<Call> calls,
        int seatsPerCarriage,
        int wheelchairSpacesPerCarriage,
        int minCarriages,
        int maxCarriages,
        long serviceFen,
        long fenPerCarriage,
        long fenPerPassenger,
        Instant bookBy)
        implements Offer {

    public enum Kind {
        CHARTERED_TRAIN,
        CHARTERED_CARRIAGES
    }

    /** A stop of the timetable at a station (a place id). */
    public record Call(String place, Instant arrive, Instant depart) {}

    public TrainService {
        calls = List.copyOf(calls);
    }

    public TrainService withMaxCarriages(int changed) {
        return new TrainService(
                id,
                name,
                kind,
                calls,
                seatsPerCarriage,
                wheelchairSpacesPerCarriage,
                minCarriages,
                changed,
                serviceFen,
                fenPerCarriage,
                fenPerPassenger,
                bookBy);
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Offer.Kind offerKind() {
        return Offer.Kind.TRAIN;
    }

    @Override
    public TrainService endedAt(Instant end) {
        return new TrainService(
                id,
                name,
                kind,
                calls,
                seatsPerCarriage,
                wheelchairSpacesPerCarriage,
                minCarriages,
                maxCarriages,
                serviceFen,
                fenPerCarriage,
                fenPerPassenger,
                end);
    }
}
