package io.chunfeng.web;

import io.chunfeng.day.Incident;
import io.chunfeng.day.Incidents;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.PlanRepository;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Proposals in figures, each worked out once: they never change. */
@Component
class ProposalRows {
    private static final int KEPT = 8;

    private final Incidents incidents;
    private final PlanRepository plans;
    private final PlaceRepository places;
    private final Map<Key, List<ProposalRow>> known = new Latest<>(KEPT);

    private record Key(long round, int finished) {}

    ProposalRows(Incidents incidents, PlanRepository plans, PlaceRepository places) {
        this.incidents = incidents;
        this.plans = plans;
        this.places = places;
    }

    List<ProposalRow> of(Incident.Round round) {
        Key key = new Key(round.id(), round.finished().size());
        if (key.finished == 0) {
            return List.of();
        }
        synchronized (known) {
            if (known.containsKey(key)) {
                return known.get(key);
            }
        }
        PlanRepository.StoredPlan base = plans.find(round.plan()).orElseThrow();
        Regions regions = new Regions(new Names(places.all()));
        List<ProposalRow> rows = incidents.proposals(round.id()).stream()
                .map(proposal -> ProposalRow.of(proposal, base, regions))
                .toList();
        synchronized (known) {
            known.put(key, rows);
        }
        return rows;
    }
}
