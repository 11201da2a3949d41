package io.chunfeng.report;

import java.util.Collection;
import java.util.Map;

/** What the vehicles of stored plans offer. Port to the database; plans never change, so neither do the answers. */
public interface VehicleOffers {

    /** By id of the trip: plan id, a slash, vehicle id. Plans that are not stored are left out. */
    Map<String, VehicleOffer> of(Collection<Long> planIds);
}
