package io.chunfeng.storage;

import io.chunfeng.day.TripRef;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two who record what ran wait for each other here: first for the trips, then for the groups, each in one order, so never
 * for ever. Whoever records several trips in one transaction takes all of them first: after the first of them is recorded,
 * everybody else waits for that transaction.
 */
final class TripLocks {
    private TripLocks() {}

    /** Until the transaction ends: these trips, the same trips of earlier plans, and every group on them or moved to them. */
    static void take(JdbcClient sql, Collection<TripRef> trips) {
        String[] vehicles = trips.stream().map(TripRef::vehicle).toArray(String[]::new);
        Long[] plans = trips.stream().map(TripRef::planId).toArray(Long[]::new);
        sql.sql("""
                        SELECT pg_advisory_xact_lock(hashtext('trip'), key)
                        FROM (SELECT DISTINCT hashtext(v) AS key FROM unnest(:vehicles::text[]) AS v ORDER BY 1) AS keys
                        """).param("vehicles", vehicles).query((row, number) -> number).list();
        sql.sql("""
                        SELECT g.id FROM worker_group g
                        WHERE g.id IN (
                            SELECT r.group_id
                            FROM unnest(:plans::bigint[], :vehicles::text[]) AS t (plan_id, vehicle)
                            JOIN plan_ride r ON r.vehicle = t.vehicle
                            WHERE r.plan_id = t.plan_id
                               OR EXISTS (SELECT FROM trip_ran o WHERE o.plan_id = r.plan_id AND o.vehicle = r.vehicle)
                            UNION
                            SELECT t.group_id FROM trip_transfer t WHERE t.to_vehicle = ANY (:vehicles))
                        ORDER BY g.id
                        FOR UPDATE
                        """)
                .param("plans", plans)
                .param("vehicles", vehicles)
                .query(String.class)
                .list();
    }
}
