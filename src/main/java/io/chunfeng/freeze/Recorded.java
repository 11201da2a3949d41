package io.chunfeng.freeze;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.freeze.Finding.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** D2 and D3: what is recorded without a published trip, and what is published without a record. */
final class Recorded {
    private Recorded() {}

    static List<Finding> withoutTrip(Collection<RanTrip> trips, Map<TripKey, TripFact> facts) {
        return trips.stream()
                .flatMap(trip -> fault(facts.get(TripKey.of(trip)))
                        .map(kind -> new Finding(
                                kind,
                                List.of(
                                        trip.name(),
                                        trip.vehicleId(),
                                        moment(trip.ranAt()),
                                        String.valueOf(trip.persons())),
                                List.of(TripKey.of(trip))))
                        .stream())
                .toList();
    }

    private static Optional<Kind> fault(TripFact fact) {
        if (fact == null || !fact.published()) {
            return Optional.of(Kind.NOT_PUBLISHED);
        }
        return fact.orderVoid() ? Optional.of(Kind.ORDER_VOID) : Optional.empty();
    }

    static List<Finding> tripsWithoutActual(List<SilentTrip> silent) {
        return silent.stream()
                .map(trip -> new Finding(
                        Kind.NOTHING_RECORDED,
                        List.of(
                                trip.name(),
                                trip.trip().vehicle(),
                                moment(trip.leavesAt()),
                                String.valueOf(trip.persons())),
                        List.of(trip.trip())))
                .toList();
    }

    private static String moment(Instant at) {
        return Moments.shown(at);
    }
}
