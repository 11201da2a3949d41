package io.chunfeng.storage;

import io.chunfeng.freeze.FreezeFacts;
import io.chunfeng.freeze.SilentTrip;
import io.chunfeng.freeze.TripFact;
import io.chunfeng.freeze.TripKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publications, orders and reports, as the checks before freezing look at them. */
final class JdbcFreezeFacts implements FreezeFacts {
    private final JdbcClient sql;

    JdbcFreezeFacts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<TripKey, TripFact> of(Collection<TripKey> trips) {
        Map<TripKey, TripFact> facts = new HashMap<>();
        sql.sql("""
                        WITH asked AS (
                            SELECT * FROM unnest(:plans::bigint[], :vehicles::text[]) AS t (plan_id, vehicle)),
                        ends AS (
                            SELECT r.plan_id, r.vehicle,
                                   (array_agg(f.admin_code ORDER BY r.board_at, r.journey))[1] AS origin,
                                   (array_agg(d.admin_code ORDER BY r.alight_at DESC, r.journey))[1] AS destination
                            FROM plan_ride r
                            JOIN asked USING (plan_id, vehicle)
                            JOIN place f ON f.id = r.board_place
                            JOIN place d ON d.id = r.alight_place
                            GROUP BY r.plan_id, r.vehicle),
                        orders AS (
                            SELECT DISTINCT ON (p.plan_id, o.trip_id) p.plan_id, o.trip_id AS vehicle, l.state,
                                   l.content -> 'coach' ->> 'plate' AS plate
                            FROM publication p
                            JOIN publication_order po ON po.publication = p.number
                            JOIN dispatch_order o ON o.number = po.number AND o.version = po.version
                            JOIN asked a ON a.plan_id = p.plan_id AND a.vehicle = o.trip_id
                            JOIN order_latest l ON l.number = o.number
                            ORDER BY p.plan_id, o.trip_id, l.state, l.number DESC)
                        SELECT a.plan_id, a.vehicle, e.origin, e.destination, o.plate, coalesce(o.state = 'VOID', false) AS void,
                               e.origin IS NOT NULL
                                   AND EXISTS (SELECT FROM publication p WHERE p.plan_id = a.plan_id) AS published
                        FROM asked a
                        LEFT JOIN ends e USING (plan_id, vehicle)
                        LEFT JOIN orders o USING (plan_id, vehicle)
                        """)
                .param("plans", trips.stream().map(TripKey::planId).toArray(Long[]::new))
                .param("vehicles", trips.stream().map(TripKey::vehicle).toArray(String[]::new))
                .query(row -> {
                    TripKey key = new TripKey(row.getLong("plan_id"), row.getString("vehicle"));
                    facts.put(
                            key,
                            new TripFact(
                                    key,
                                    row.getString("plate"),
                                    row.getString("origin"),
                                    row.getString("destination"),
                                    row.getBoolean("published"),
                                    row.getBoolean("void")));
                });
        return facts;
    }

    /** A newer plan may run the same trip on: what is recorded of it under the older plan counts. */
    @Override
    public List<SilentTrip> silent(Instant asOf) {
        return sql.sql("""
                        SELECT r.plan_id, r.vehicle, min(r.name) AS name, min(r.board_at) AS leaves_at,
                               sum(r.persons) AS persons
                        FROM plan_ride r
                        JOIN group_publication gp ON gp.plan_id = r.plan_id AND gp.group_id = r.group_id
                        WHERE NOT EXISTS (SELECT FROM trip_ran t
                                          WHERE t.vehicle = r.vehicle AND t.plan_id = r.plan_id)
                        GROUP BY r.plan_id, r.vehicle
                        HAVING min(r.board_at) <= :asOf
                           AND NOT EXISTS (SELECT FROM trip_ran t
                                           WHERE t.vehicle = r.vehicle AND same_trip(t.vehicle, t.plan_id, r.plan_id))
                           AND 'CANCELLED' IS DISTINCT FROM (
                                   SELECT e.report FROM trip_event e
                                   WHERE e.vehicle = r.vehicle AND same_trip(e.vehicle, e.plan_id, r.plan_id)
                                   ORDER BY e.id DESC LIMIT 1)
                        ORDER BY min(r.board_at), r.plan_id, r.vehicle
                        """)
                .param("asOf", Rows.utc(asOf))
                .query((row, number) -> new SilentTrip(
                        new TripKey(row.getLong("plan_id"), row.getString("vehicle")),
                        row.getString("name"),
                        Rows.instant(row, "leaves_at"),
                        row.getInt("persons")))
                .list();
    }
}
