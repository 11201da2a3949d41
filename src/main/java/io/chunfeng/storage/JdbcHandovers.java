package io.chunfeng.storage;

import io.chunfeng.demand.Scope;
import io.chunfeng.dispatch.Arrival;
import io.chunfeng.dispatch.Handover;
import io.chunfeng.dispatch.HandoverRefusedException;
import io.chunfeng.dispatch.HandoverRefusedException.Reason;
import io.chunfeng.dispatch.Handovers;
import io.chunfeng.dispatch.RanTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcHandovers implements Handovers {

    /** People of one group who leave one vehicle for good, by the publication in force. */
    private static final String ARRIVALS = """
            SELECT r.plan_id, r.group_id, r.vehicle, r.kind, r.name, g.county, g.employer, g.from_place,
                   min(r.alight_place) AS alight_place, sum(r.persons) AS persons, max(r.alight_at) AS alight_at
            FROM plan_ride r
            JOIN group_publication gp ON gp.plan_id = r.plan_id AND gp.group_id = r.group_id
            JOIN worker_group g ON g.id = r.group_id
            WHERE r.last_leg AND %s
            GROUP BY r.plan_id, r.group_id, r.vehicle, r.kind, r.name, g.id
            """;

    private static final String HANDOVER = """
            SELECT h.id, h.plan_id, h.group_id, h.vehicle, h.planned, h.received, h.received_at, h.remark, h.recorded_by,
                   h.recorded_at, c.recorded_by AS taken_by, c.recorded_at AS taken_at, c.remark AS taken_remark
            FROM handover h
            LEFT JOIN handover c ON c.corrects = h.id
            JOIN worker_group g ON g.id = h.group_id
            WHERE h.corrects IS NULL AND %s
            """;

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final GroupStates states;
    private final Clock clock;

    JdbcHandovers(JdbcClient sql, TransactionOperations transaction, GroupStates states, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public Map<LocalDate, Integer> days(Scope scope) {
        Map<LocalDate, Integer> days = new LinkedHashMap<>();
        sql.sql("SELECT (a.alight_at AT TIME ZONE 'Asia/Shanghai')::date AS day, sum(a.persons) AS persons FROM ("
                        + ARRIVALS.formatted(Scopes.condition(scope)) + ") a GROUP BY 1 ORDER BY 1")
                .params(Scopes.parameters(scope))
                .query(row -> {
                    days.put(Rows.date(row, "day"), row.getInt("persons"));
                });
        return days;
    }

    @Override
    public List<Arrival> arrivals(Scope scope, LocalDate day) {
        return sql.sql("SELECT a.*, t.ran_at, h.id, h.planned, h.received, h.received_at, h.remark, h.recorded_by,"
                        + " h.recorded_at FROM (" + ARRIVALS.formatted(Scopes.condition(scope)) + """
                                ) a
                                LEFT JOIN trip_ran t ON t.plan_id = a.plan_id AND t.vehicle = a.vehicle
                                LEFT JOIN handover_in_force h
                                    ON h.plan_id = a.plan_id AND h.group_id = a.group_id AND h.vehicle = a.vehicle
                                WHERE (a.alight_at AT TIME ZONE 'Asia/Shanghai')::date = :day
                                ORDER BY a.alight_at, a.group_id, a.vehicle
                                """)
                .params(Scopes.parameters(scope))
                .param("day", day)
                .query(JdbcHandovers::arrival)
                .list();
    }

    @Override
    public List<Handover> ofGroup(Scope scope, String groupId) {
        return sql.sql(HANDOVER.formatted(Scopes.condition(scope)) + "AND g.id = :id ORDER BY h.id DESC")
                .params(Scopes.parameters(scope))
                .param("id", groupId)
                .query((row, number) -> handover(row, takenBack(row)))
                .list();
    }

    @Override
    public void confirm(Scope scope, Confirmation confirmation, String actor) {
        transaction.executeWithoutResult(status -> {
            lock(confirmation.groupId());
            Integer planned = sql.sql("SELECT a.persons FROM (" + ARRIVALS.formatted(Scopes.condition(scope)) + """
                                    ) a
                                    WHERE a.plan_id = :planId AND a.group_id = :groupId AND a.vehicle = :vehicle
                                    """)
                    .params(Scopes.parameters(scope))
                    .params(key(confirmation))
                    .query(Integer.class)
                    .optional()
                    .orElseThrow(() -> new HandoverRefusedException(Reason.NOT_EXPECTED));
            boolean confirmed =
                    sql.sql("""
                            SELECT EXISTS (SELECT FROM handover_in_force
                                           WHERE plan_id = :planId AND group_id = :groupId AND vehicle = :vehicle)
                            """).params(key(confirmation)).query(Boolean.class).single();
            if (confirmed) {
                throw new HandoverRefusedException(Reason.ALREADY_CONFIRMED);
            }
            long id = sql.sql("""
                            INSERT INTO handover (plan_id, group_id, vehicle, planned, received, received_at, remark,
                                                  recorded_by, recorded_at)
                            VALUES (:planId, :groupId, :vehicle, :planned, :received, :receivedAt, :remark, :actor, :now)
                            RETURNING id
                            """)
                    .params(key(confirmation))
                    .param("planned", planned)
                    .param("received", confirmation.received())
                    .param("receivedAt", Rows.utc(confirmation.receivedAt()))
                    .param("remark", blankToNull(confirmation.remark()))
                    .param("actor", actor)
                    .param("now", Rows.utc(clock.instant()))
                    .query(Long.class)
                    .single();
            states.settle(List.of(confirmation.groupId()), actor, "handover:" + id);
        });
    }

    @Override
    public void takeBack(Scope scope, long id, String remark, String actor) {
        transaction.executeWithoutResult(status -> {
            Handover found = sql.sql(HANDOVER.formatted(Scopes.condition(scope)) + "AND h.id = :handover")
                    .params(Scopes.parameters(scope))
                    .param("handover", id)
                    .query((row, number) -> handover(row, null))
                    .optional()
                    .orElseThrow(() -> new HandoverRefusedException(Reason.NOT_CONFIRMED));
            int entered = sql.sql("""
                            INSERT INTO handover (plan_id, group_id, vehicle, remark, recorded_by, recorded_at, corrects)
                            VALUES (:planId, :groupId, :vehicle, :remark, :actor, :now, :corrects)
                            ON CONFLICT (corrects) DO NOTHING
                            """)
                    .param("planId", found.planId())
                    .param("groupId", found.groupId())
                    .param("vehicle", found.vehicle())
                    .param("remark", remark.strip())
                    .param("actor", actor)
                    .param("now", Rows.utc(clock.instant()))
                    .param("corrects", id)
                    .update();
            if (entered != 1) {
                throw new HandoverRefusedException(Reason.NOT_CONFIRMED);
            }
            states.settle(List.of(found.groupId()), actor, "handover:" + id);
        });
    }

    /** Two who confirm the same arrival wait for each other here. */
    private void lock(String groupId) {
        sql.sql("SELECT id FROM worker_group WHERE id = :id FOR NO KEY UPDATE")
                .param("id", groupId)
                .query(String.class)
                .list();
    }

    private static Map<String, ?> key(Confirmation confirmation) {
        return Map.of(
                "planId", confirmation.planId(),
                "groupId", confirmation.groupId(),
                "vehicle", confirmation.vehicle());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Arrival arrival(ResultSet row, int number) throws SQLException {
        return new Arrival(
                row.getLong("plan_id"),
                row.getString("group_id"),
                row.getString("county"),
                row.getString("employer"),
                row.getString("from_place"),
                row.getString("alight_place"),
                row.getString("vehicle"),
                RanTrip.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("persons"),
                Rows.instant(row, "alight_at"),
                Rows.instant(row, "ran_at"),
                row.getObject("id") == null ? null : handover(row, null));
    }

    private static Handover handover(ResultSet row, Handover.TakenBack takenBack) throws SQLException {
        return new Handover(
                row.getLong("id"),
                row.getLong("plan_id"),
                row.getString("group_id"),
                row.getString("vehicle"),
                row.getInt("planned"),
                row.getInt("received"),
                Rows.instant(row, "received_at"),
                row.getString("remark"),
                row.getString("recorded_by"),
                Rows.instant(row, "recorded_at"),
                takenBack);
    }

    private static Handover.TakenBack takenBack(ResultSet row) throws SQLException {
        return row.getString("taken_by") == null
                ? null
                : new Handover.TakenBack(
                        row.getString("taken_by"), Rows.instant(row, "taken_at"), row.getString("taken_remark"));
    }
}
