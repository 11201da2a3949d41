package io.chunfeng.storage;

import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Scope;
import io.chunfeng.dispatch.Assignment;
import io.chunfeng.dispatch.PlannedGroup;
import io.chunfeng.dispatch.Publication;
import io.chunfeng.dispatch.PublicationPreview;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.Ride;
import io.chunfeng.dispatch.StalePublicationException;
import io.chunfeng.plan.UnservedReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcPublications implements Publications {
    private static final String TOLD = """
            SELECT gp.group_id, gp.number, gp.plan_id, gp.published_at, gp.published_by, gp.headcount, gp.served, gp.reason
            FROM group_publication gp
            JOIN worker_group g ON g.id = gp.group_id
            WHERE %s
            """;

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final PublishedOrders orders;
    private final GroupStates states;
    private final Clock clock;

    JdbcPublications(
            JdbcClient sql,
            TransactionOperations transaction,
            PublishedOrders orders,
            GroupStates states,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.orders = orders;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public List<Publication> list() {
        return sql.sql("SELECT number, plan_id, published_at, published_by FROM publication ORDER BY number DESC")
                .query(JdbcPublications::publication)
                .list();
    }

    @Override
    public int newest() {
        return sql.sql("SELECT coalesce(max(number), 0) FROM publication")
                .query(Integer.class)
                .single();
    }

    @Override
    public PublicationPreview preview(long planId) {
        List<PlannedGroup> groups = sql.sql("""
                        SELECT pg.group_id, g.county, g.state, g.headcount, pg.headcount AS planned, pg.served, pg.reason,
                               g.state NOT IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN')
                                   AND (g.accepted_at IS NULL OR p.stored_at >= g.accepted_at) AS covered,
                               gp.number, coalesce(gp.served, 0) AS served_before
                        FROM plan_group pg
                        JOIN plan p ON p.id = pg.plan_id
                        JOIN worker_group g ON g.id = pg.group_id
                        LEFT JOIN group_publication gp ON gp.group_id = pg.group_id
                        WHERE pg.plan_id = :planId
                        ORDER BY g.county, pg.group_id
                        """)
                .param("planId", planId)
                .query(JdbcPublications::planned)
                .list();
        List<String> missing =
                sql.sql("""
                        SELECT g.id
                        FROM worker_group g
                        WHERE g.state IN ('ACCEPTED', 'PLANNED')
                          AND g.departure_date BETWEEN
                              (SELECT min(o.departure_date) FROM plan_group pg JOIN worker_group o ON o.id = pg.group_id
                               WHERE pg.plan_id = :planId)
                              AND (SELECT max(o.departure_date) FROM plan_group pg JOIN worker_group o ON o.id = pg.group_id
                                   WHERE pg.plan_id = :planId)
                          AND NOT EXISTS (SELECT FROM plan_group pg WHERE pg.plan_id = :planId AND pg.group_id = g.id)
                        ORDER BY g.id
                        """).param("planId", planId).query(String.class).list();
        return PublicationPreview.of(groups, missing);
    }

    private static PlannedGroup planned(ResultSet row, int number) throws SQLException {
        return new PlannedGroup(
                row.getString("group_id"),
                row.getString("county"),
                GroupState.valueOf(row.getString("state")),
                row.getInt("headcount"),
                row.getInt("planned"),
                row.getInt("served"),
                reason(row),
                row.getBoolean("covered"),
                row.getObject("number", Integer.class),
                row.getInt("served_before"));
    }

    @Override
    public List<Long> plansInForce() {
        return sql.sql("SELECT DISTINCT plan_id FROM group_publication WHERE served > 0 ORDER BY plan_id DESC")
                .query(Long.class)
                .list();
    }

    @Override
    public Publication publish(long planId, int newest, String actor, Map<String, Assignment> assignments) {
        return publish(planId, newest, actor, publication -> orders.issue(publication, assignments));
    }

    @Override
    public Publication publish(long planId, int newest, String actor) {
        return publish(planId, newest, actor, orders::issueProposed);
    }

    private Publication publish(long planId, int newest, String actor, Consumer<Publication> issue) {
        return transaction.execute(status -> {
            // numbers without gaps: whoever publishes at the same moment waits here, and then is told
            sql.sql("LOCK TABLE publication IN SHARE ROW EXCLUSIVE MODE").update();
            int last = newest();
            if (last != newest) {
                throw new StalePublicationException(last);
            }
            Publication publication = sql.sql("""
                            INSERT INTO publication (number, plan_id, published_at, published_by)
                            VALUES (:number, :planId, :now, :actor)
                            RETURNING number, plan_id, published_at, published_by
                            """)
                    .param("number", last + 1)
                    .param("planId", planId)
                    .param("now", Rows.utc(clock.instant()))
                    .param("actor", actor)
                    .query(JdbcPublications::publication)
                    .single();
            issue.accept(publication);
            List<String> groups = sql.sql("SELECT group_id FROM plan_group WHERE plan_id = :planId")
                    .param("planId", planId)
                    .query(String.class)
                    .list();
            states.settle(groups, actor, "publication:" + publication.number());
            return publication;
        });
    }

    @Override
    public Map<String, Long> planBefore(int number) {
        return sql
                .sql("""
                        SELECT DISTINCT ON (now.group_id) now.group_id, p.plan_id
                        FROM publication this
                        JOIN plan_group now ON now.plan_id = this.plan_id
                        JOIN publication p ON p.number < this.number
                        JOIN plan_group pg ON pg.plan_id = p.plan_id AND pg.group_id = now.group_id
                        WHERE this.number = :number
                        ORDER BY now.group_id, p.number DESC
                        """)
                .param("number", number)
                .query((row, n) -> Map.entry(row.getString("group_id"), row.getLong("plan_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<Told> told(Scope scope, String groupId) {
        return toldWhere(scope, "g.id = :id", Map.of("id", groupId)).stream().findFirst();
    }

    @Override
    public List<Told> leaving(Scope scope, LocalDate day) {
        return toldWhere(scope, """
                EXISTS (SELECT FROM plan_ride r
                        WHERE r.plan_id = gp.plan_id AND r.group_id = g.id AND r.leg = 1
                          AND (r.board_at AT TIME ZONE 'Asia/Shanghai')::date = :day)
                """, Map.of("day", day));
    }

    private List<Told> toldWhere(Scope scope, String condition, Map<String, ?> parameters) {
        String where = Scopes.condition(scope) + " AND " + condition;
        Map<String, List<Ride>> rides = sql
                .sql("""
                        SELECT r.*
                        FROM plan_ride r
                        JOIN group_publication gp ON gp.plan_id = r.plan_id AND gp.group_id = r.group_id
                        JOIN worker_group g ON g.id = gp.group_id
                        WHERE %s
                        ORDER BY r.board_at, r.journey, r.leg
                        """.formatted(where))
                .params(Scopes.parameters(scope))
                .params(parameters)
                .query(PlanIndex::ride)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Ride::groupId));
        return sql.sql(TOLD.formatted(where) + "ORDER BY gp.group_id")
                .params(Scopes.parameters(scope))
                .params(parameters)
                .query((row, number) -> new Told(
                        row.getString("group_id"),
                        publication(row, number),
                        row.getInt("headcount"),
                        row.getInt("served"),
                        reason(row),
                        rides.getOrDefault(row.getString("group_id"), List.of())))
                .list();
    }

    private static UnservedReason reason(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : UnservedReason.valueOf(reason);
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getInt("number"),
                row.getLong("plan_id"),
                Rows.instant(row, "published_at"),
                row.getString("published_by"));
    }
}
