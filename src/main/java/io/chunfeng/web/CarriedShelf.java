package io.chunfeng.web;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.report.CarriedTrip;
import io.chunfeng.report.VehicleOffer;
import io.chunfeng.report.VehicleOffers;
import io.chunfeng.statistics.CountingRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What ran, as of a recording: that never changes, so the last ones asked for are kept. */
@Component
class CarriedShelf {
    private static final int KEPT = 4;
    /** Days are chosen later; nothing that is recorded leaves after it. */
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Ledger ledger;
    private final VehicleOffers offers;
    private final Map<Long, Recorded> kept = new Latest<>(KEPT);

    CarriedShelf(Ledger ledger, VehicleOffers offers) {
        this.ledger = ledger;
        this.offers = offers;
    }

    /** @param trips in the order they ran @param offers by id of the trip @param carried filled when asked for */
    record Recorded(
            long recording,
            List<RanTrip> trips,
            Map<String, VehicleOffer> offers,
            Map<CountingRule, List<CarriedTrip>> carried) {
        List<CarriedTrip> carried(CountingRule rule) {
            return carried.computeIfAbsent(rule, key -> CarriedTrip.of(trips, offers, key));
        }
    }

    long newest() {
        return ledger.newest();
    }

    /**
     * @param recording 0 for nothing recorded yet
     * @throws NotFoundException for one that is not there
     */
    Recorded asOf(long recording) {
        if (recording < 0 || recording > ledger.newest()) {
            throw new NotFoundException();
        }
        synchronized (kept) {
            Recorded known = kept.get(recording);
            if (known == null) {
                known = read(recording);
                kept.put(recording, known);
            }
            return known;
        }
    }

    private Recorded read(long recording) {
        List<RanTrip> trips = ledger.ranTrips(EVER, recording);
        return new Recorded(
                recording,
                trips,
                offers.of(trips.stream().map(RanTrip::planId).collect(Collectors.toSet())),
                new ConcurrentHashMap<>());
    }
}
