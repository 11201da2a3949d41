package io.chunfeng.capacity;

import java.util.List;
import java.util.Optional;

/** Offers as dispatchers keep them: each change states the version it was made from. */
public interface CapacityRegister {
    List<Offered<CoachPool>> coachPools();

    List<Offered<TrainService>> trainServices();

    List<Offered<Flight>> flights();

    Optional<Offered<? extends Offer>> find(Offer.Kind kind, String id);

    /**
     * All or none, in one transaction.
     *
     * @throws StaleOfferException when one was changed since its {@code fromVersion}, or exists already
     * @throws OfferInUseException when one to be removed is in a published plan or in a run that has not ended
     */
    void apply(List<CapacityChange> changes);
}
