package io.chunfeng.storage;

import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.OfferInUseException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who relies on an offer. */
final class OfferUses {
    private final JdbcClient sql;

    OfferUses(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether any kind of offer has this id: the vehicles of a plan are told apart by their ids alone. */
    boolean taken(String id) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM coach_pool WHERE id = :id)
                            OR EXISTS (SELECT FROM train_service WHERE id = :id)
                            OR EXISTS (SELECT FROM flight WHERE id = :id)
                        """).param("id", id).query(Boolean.class).single();
    }

    /** The newest plan counts as well: it is the one that will be published. */
    void requireUnused(Offer.Kind kind, String id) {
        sql.sql("""
                        SELECT id FROM planning_run
                        WHERE state IN ('QUEUED', 'RUNNING', 'STOPPING')
                          AND EXISTS (SELECT FROM json_array_elements(problem -> :part) AS offer
                                      WHERE offer ->> 'id' = :id)
                        ORDER BY id LIMIT 1
                        """)
                .param("part", problemPart(kind))
                .param("id", id)
                .query(Long.class)
                .optional()
                .ifPresent(run -> {
                    throw new OfferInUseException(id, OfferInUseException.By.RUN, run);
                });
        sql.sql("""
                        SELECT id FROM plan
                        WHERE (id IN (SELECT plan_id FROM publication UNION SELECT plan_id FROM trip_ran)
                                 OR id = (SELECT max(id) FROM plan))
                          AND EXISTS (SELECT FROM json_array_elements(plan -> :part) AS vehicle
                                      WHERE vehicle ->> :field = :id)
                        ORDER BY id DESC LIMIT 1
                        """)
                .param("part", planPart(kind))
                .param("field", planField(kind))
                .param("id", id)
                .query(Long.class)
                .optional()
                .ifPresent(plan -> {
                    throw new OfferInUseException(id, OfferInUseException.By.PLAN, plan);
                });
    }

    private static String problemPart(Offer.Kind kind) {
        return switch (kind) {
            case POOL -> "coachPools";
            case TRAIN -> "trainServices";
            case FLIGHT -> "flights";
        };
    }

    private static String planPart(Offer.Kind kind) {
        return switch (kind) {
            case POOL -> "coachTrips";
            case TRAIN -> "trainBookings";
            case FLIGHT -> "flightBookings";
        };
    }

    private static String planField(Offer.Kind kind) {
        return switch (kind) {
            case POOL -> "poolId";
            case TRAIN -> "serviceId";
            case FLIGHT -> "flightId";
        };
    }
}
