package io.chunfeng.storage;

import io.chunfeng.dispatch.ChosenAssignment;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.OrderContent;
import io.chunfeng.dispatch.OrderSituation;
import io.chunfeng.dispatch.TripOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Orders as rows, within the caller's transaction. */
final class OrderRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    OrderRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whoever publishes or changes an order waits here for the others, and then sees what they did. */
    void lock() {
        sql.sql("LOCK TABLE publication IN SHARE ROW EXCLUSIVE MODE").update();
    }

    OrderSituation situation(long planId) {
        Set<String> covered = new HashSet<>(
                sql.sql("""
                        SELECT pg.group_id
                        FROM plan_group pg
                        JOIN plan p ON p.id = pg.plan_id
                        JOIN worker_group g ON g.id = pg.group_id
                        WHERE pg.plan_id = :planId
                          AND g.state NOT IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN')
                          AND (g.accepted_at IS NULL OR p.stored_at >= g.accepted_at)
                        """).param("planId", planId).query(String.class).list());
        // the hours of a driver reach a week back and ahead; a trip takes a few days
        List<TripOrder> inForce =
                sql.sql("""
                        SELECT o.*
                        FROM order_latest o
                        WHERE o.state = 'ISSUED'
                          AND (o.leaves_at BETWEEN
                                   (SELECT min(r.meet_at) FROM plan_ride r WHERE r.plan_id = :planId) - interval '14 days'
                                   AND (SELECT max(r.alight_at) FROM plan_ride r WHERE r.plan_id = :planId)
                                       + interval '14 days'
                               OR EXISTS (SELECT
                                          FROM jsonb_array_elements(o.content -> 'riders') rider
                                          JOIN plan_group pg
                                            ON pg.plan_id = :planId AND pg.group_id = rider ->> 'groupId'))
                        ORDER BY o.leaves_at, o.number
                        """).param("planId", planId).query(OrderRows::order).list();
        Set<String> told = new HashSet<>(sql.sql("SELECT group_id FROM group_publication WHERE served > 0")
                .query(String.class)
                .list());
        Set<String> released = new HashSet<>(covered);
        inForce.forEach(order -> order.content().groups().stream()
                .filter(group -> !told.contains(group))
                .forEach(released::add));
        Set<String> ran = new HashSet<>(sql.sql("""
                        SELECT o.number
                        FROM publication_order o
                        JOIN publication p ON p.number = o.publication
                        JOIN dispatch_order d ON d.number = o.number AND d.version = o.version
                        JOIN trip_ran t ON t.plan_id = p.plan_id AND t.vehicle = d.trip_id
                        """).query(String.class).list());
        return new OrderSituation(covered, released, inForce, ran);
    }

    /** Those in force that leave near another one. */
    List<TripOrder> inForceAround(TripOrder order) {
        return sql.sql("""
                        SELECT * FROM order_latest
                        WHERE state = 'ISSUED' AND number <> :number
                          AND leaves_at BETWEEN :at - interval '14 days' AND :at + interval '14 days'
                        """)
                .param("number", order.number())
                .param("at", Rows.utc(order.content().busyFrom()))
                .query(OrderRows::order)
                .list();
    }

    /** By trip. */
    Map<String, ChosenAssignment> chosen(long planId) {
        return sql
                .sql("SELECT * FROM trip_assignment WHERE plan_id = :planId")
                .param("planId", planId)
                .query(OrderRows::chosen)
                .list()
                .stream()
                .collect(Collectors.toMap(ChosenAssignment::tripId, Function.identity()));
    }

    private static ChosenAssignment chosen(ResultSet row, int number) throws SQLException {
        return new ChosenAssignment(
                row.getString("trip_id"),
                row.getObject("coach_id", Long.class),
                Arrays.asList((Long[]) row.getArray("driver_ids").getArray()),
                row.getInt("version"),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"));
    }

    void insert(TripOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", order.number());
        values.put("version", order.version());
        values.put("state", order.state().name());
        values.put("publication", order.publication());
        values.put("planId", order.planId());
        values.put("tripId", order.tripId());
        values.put("leavesAt", Rows.utc(order.content().busyFrom()));
        values.put("content", JSON.writeValueAsString(order.content()));
        values.put("reason", order.reason());
        values.put("at", Rows.utc(order.issuedAt()));
        values.put("by", order.issuedBy());
        sql.sql("""
                        INSERT INTO dispatch_order (number, version, state, publication, plan_id, trip_id, leaves_at,
                                                    content, reason, issued_at, issued_by)
                        VALUES (:number, :version, :state, :publication, :planId, :tripId, :leavesAt,
                                :content::jsonb, :reason, :at, :by)
                        """).params(values).update();
    }

    void insert(int publication, IssuedOrder issued) {
        if (issued.outcome() != IssuedOrder.Outcome.KEPT) {
            insert(issued.order());
        }
        sql.sql("""
                        INSERT INTO publication_order (publication, number, version, outcome)
                        VALUES (:publication, :number, :version, :outcome)
                        """)
                .param("publication", publication)
                .param("number", issued.order().number())
                .param("version", issued.order().version())
                .param("outcome", issued.outcome().name())
                .update();
    }

    static TripOrder order(ResultSet row, int number) throws SQLException {
        return new TripOrder(
                row.getString("number"),
                row.getInt("version"),
                TripOrder.State.valueOf(row.getString("state")),
                row.getInt("publication"),
                row.getLong("plan_id"),
                row.getString("trip_id"),
                JSON.readValue(row.getString("content"), OrderContent.class),
                row.getString("reason"),
                Rows.instant(row, "issued_at"),
                row.getString("issued_by"));
    }
}
