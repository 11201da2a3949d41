package io.chunfeng.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Coaches of one kind at one depot.
 *
 * @param depot id of the place where every trip starts and ends
 * @param homePrefecture 车籍所在地, first four digits of the administrative code
 * @param approvedSeats 核载: drivers included
 * @param count coaches
 * @param outages when how many of them cannot run: broken down, called away
 * @param dispatchFen cost of one dispatch, in fen (1/100 yuan), like every other amount of this record
 */
public record CoachPool(
        String id,
        String operator,
        String depot,
        String homePrefecture,
        int approvedSeats,
        int wheelchairSpaces,
        int count,
        Instant availableFrom,
        Instant availableUntil,
        long dispatchFen,
        long fenPerLoadedKm,
        long fenPerEmptyKm,
        long fenPerDriverDay,
        List<Outage> outages)
        implements Offer {

    public CoachPool {
        outages = List.copyOf(outages);
    }

    /** All coaches run all the time. */
    public CoachPool(
            String id,
            String operator,
            String depot,
            String homePrefecture,
            int approvedSeats,
            int wheelchairSpaces,
            int count,
            Instant availableFrom,
            Instant availableUntil,
            long dispatchFen,
            long fenPerLoadedKm,
            long fenPerEmptyKm,
            long fenPerDriverDay) {
        this(
                id,
                operator,
                depot,
                homePrefecture,
                approvedSeats,
                wheelchairSpaces,
                count,
                availableFrom,
                availableUntil,
                dispatchFen,
                fenPerLoadedKm,
                fenPerEmptyKm,
                fenPerDriverDay,
                List.of());
    }

    public CoachPool withFurtherOutages(List<Outage> further) {
        List<Outage> all = new ArrayList<>(outages);
        all.addAll(further);
        return with(approvedSeats, wheelchairSpaces, count, availableUntil, all);
    }

    public CoachPool withCount(int changed) {
        return with(approvedSeats, wheelchairSpaces, changed, availableUntil, outages);
    }

    public CoachPool withApprovedSeats(int changed) {
        return with(changed, wheelchairSpaces, count, availableUntil, outages);
    }

    public CoachPool withWheelchairSpaces(int changed) {
        return with(approvedSeats, changed, count, availableUntil, outages);
    }

    @Override
    public String title() {
        return operator;
    }

    @Override
    public Offer.Kind offerKind() {
        return Offer.Kind.POOL;
    }

    @Override
    public CoachPool endedAt(Instant end) {
        return with(approvedSeats, wheelchairSpaces, count, end, outages);
    }

    private CoachPool with(int seats, int wheelchairs, int coaches, Instant until, List<Outage> missing) {
        return new CoachPool(
                id,
                operator,
                depot,
                homePrefecture,
                seats,
                wheelchairs,
                coaches,
                availableFrom,
                until,
                dispatchFen,
                fenPerLoadedKm,
                fenPerEmptyKm,
                fenPerDriverDay,
                missing);
    }

    /** So many coaches cannot run during [from, until). */
    public record Outage(Instant from, Instant until, int coaches) {}
}
