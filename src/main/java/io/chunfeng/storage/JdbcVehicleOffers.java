package io.chunfeng.storage;

import io.chunfeng.plan.PlanRepository;
import io.chunfeng.report.VehicleOffer;
import io.chunfeng.report.VehicleOffers;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading a large plan takes a second: what its vehicles offer is kept in a table of its own. */
final class JdbcVehicleOffers implements VehicleOffers {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final PlanRepository plans;

    JdbcVehicleOffers(JdbcClient sql, NamedParameterJdbcTemplate batches, PlanRepository plans) {
        this.sql = sql;
        this.batches = batches;
        this.plans = plans;
    }

    @Override
    public Map<String, VehicleOffer> of(Collection<Long> planIds) {
        if (planIds.isEmpty()) {
            return Map.of();
        }
        Set<Long> missing = new HashSet<>(planIds);
        missing.removeAll(sql.sql("SELECT DISTINCT plan_id FROM vehicle_offer WHERE plan_id IN (:plans)")
                .param("plans", planIds)
                .query(Long.class)
                .list());
        missing.forEach(this::workOut);
        Map<String, VehicleOffer> offers = new HashMap<>();
        sql.sql("SELECT plan_id, vehicle, seats, cost_fen FROM vehicle_offer WHERE plan_id IN (:plans)")
                .param("plans", planIds)
                .query(row -> {
                    offers.put(
                            row.getLong("plan_id") + "/" + row.getString("vehicle"),
                            new VehicleOffer(row.getLong("seats"), row.getLong("cost_fen")));
                });
        return offers;
    }

    /** Two who do so at once find the same. */
    private void workOut(long plan) {
        plans.find(plan)
                .ifPresent(stored -> batches.batchUpdate(
                        """
                        INSERT INTO vehicle_offer (plan_id, vehicle, seats, cost_fen)
                        VALUES (:plan, :vehicle, :seats, :cost)
                        ON CONFLICT DO NOTHING
                        """,
                        VehicleOffer.of(stored.problem(), stored.plan()).entrySet().stream()
                                .map(offer -> new MapSqlParameterSource("plan", plan)
                                        .addValue("vehicle", offer.getKey())
                                        .addValue("seats", offer.getValue().seats())
                                        .addValue("cost", offer.getValue().costFen()))
                                .toArray(MapSqlParameterSource[]::new)));
    }
}
