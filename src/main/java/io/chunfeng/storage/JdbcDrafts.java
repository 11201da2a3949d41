package io.chunfeng.storage;

import io.chunfeng.desk.Draft;
import io.chunfeng.desk.DraftRepository;
import io.chunfeng.desk.DraftStep;
import io.chunfeng.desk.PlanDelta;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.RefusedOperationException.Reason;
import io.chunfeng.desk.StaleDraftException;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcDrafts implements DraftRepository {
    private static final String COLUMNS =
            "id, name, base_plan, version, made_by, made_at, undoable, redoable, saved_as, dropped";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM draft ";

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final PlanRepository plans;
    private final Clock clock;

    JdbcDrafts(JdbcClient sql, TransactionOperations transaction, PlanRepository plans, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Draft create(long planId, String name, String actor) {
        return sql.sql("""
                        INSERT INTO draft (name, base_plan, made_by, made_at)
                        SELECT :name, id, :actor, :now FROM plan WHERE id = :plan
                        RETURNING\s""" + COLUMNS)
                .param("name", name)
                .param("plan", planId)
                .param("actor", actor)
                .param("now", Rows.utc(clock.instant()))
                .query(JdbcDrafts::draft)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no plan " + planId));
    }

    @Override
    public List<Draft> list() {
        return sql.sql(SELECT + "ORDER BY id DESC").query(JdbcDrafts::draft).list();
    }

    @Override
    public Optional<Draft> find(long id) {
        return sql.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(JdbcDrafts::draft)
                .optional();
    }

    @Override
    public Draft add(long id, Step step, Shown shown, String actor) {
        return transaction.execute(status -> {
            Draft draft = sql.sql("""
                            UPDATE draft SET version = version + 1, undoable = :undoable, redoable = :redoable
                            WHERE id = :id AND version = :version AND closed_at IS NULL
                            RETURNING\s""" + COLUMNS)
                    .param("id", id)
                    .param("version", step.version() - 1)
                    .param("undoable", shown.undoable())
                    .param("redoable", shown.redoable())
                    .query(JdbcDrafts::draft)
                    .optional()
                    .orElseThrow(() -> refused(id));
            insert(id, step, shown, actor);
            return draft;
        });
    }

    private void insert(long id, Step step, Shown shown, String actor) {
        PlanDelta delta = step.delta();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("draft", id);
        parameters.put("version", step.version());
        parameters.put("kind", step.kind().name());
        parameters.put("of", step.of());
        parameters.put("operation", delta == null ? null : OperationJson.write(step.operation(), shown.subject()));
        parameters.put("removed", delta == null ? null : ExchangeJson.write(delta.removed()));
        parameters.put("removedAt", delta == null ? null : OperationJson.write(delta.removedAt()));
        parameters.put("added", delta == null ? null : ExchangeJson.write(delta.added()));
        parameters.put("addedAt", delta == null ? null : OperationJson.write(delta.addedAt()));
        parameters.put("actor", actor);
        parameters.put("now", Rows.utc(clock.instant()));
        parameters.put("costFen", shown.costFen());
        parameters.put("persons", shown.persons());
        parameters.put("vehicles", shown.vehicles().stream().sorted().toArray(String[]::new));
        sql.sql("""
                        INSERT INTO draft_step (draft, version, kind, of_version, operation, removed, removed_at, added, added_at,
                                                actor, at, cost_fen, persons, vehicles)
                        VALUES (:draft, :version, :kind, :of, :operation::jsonb, :removed::json, :removedAt::jsonb, :added::json,
                                :addedAt::jsonb, :actor, :now, :costFen, :persons, :vehicles)
                        """).params(parameters).update();
    }

    /** Why nothing could be changed. */
    private RuntimeException refused(long id) {
        Draft now = find(id).orElseThrow(() -> new IllegalArgumentException("no draft " + id));
        return now.open()
                ? new StaleDraftException(now.version())
                : new RefusedOperationException(Reason.CLOSED, now.name());
    }

    @Override
    public List<Step> steps(long id, int after, int until) {
        if (after >= until) {
            return List.of();
        }
        return sql.sql("""
                        SELECT version, kind, of_version, operation, removed, removed_at, added, added_at
                        FROM draft_step WHERE draft = :id AND version > :after AND version <= :until
                        ORDER BY version
                        """)
                .param("id", id)
                .param("after", after)
                .param("until", until)
                .query(JdbcDrafts::step)
                .list();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        String operation = row.getString("operation");
        return new Step(
                row.getInt("version"),
                DraftStep.Kind.valueOf(row.getString("kind")),
                row.getInt("of_version"),
                operation == null ? null : OperationJson.read(operation),
                operation == null
                        ? null
                        : new PlanDelta(
                                ExchangeJson.readPlan(row.getString("removed")),
                                OperationJson.readPositions(row.getString("removed_at")),
                                ExchangeJson.readPlan(row.getString("added")),
                                OperationJson.readPositions(row.getString("added_at"))));
    }

    @Override
    public List<DraftStep> history(long id, int after) {
        return sql.sql("""
                        SELECT s.version, s.kind, o.operation, s.actor, s.at, s.cost_fen, s.persons, s.vehicles
                        FROM draft_step s JOIN draft_step o ON o.draft = s.draft AND o.version = s.of_version
                        WHERE s.draft = :id AND s.version > :after
                        ORDER BY s.version
                        """)
                .param("id", id)
                .param("after", after)
                .query((row, number) -> new DraftStep(
                        row.getInt("version"),
                        DraftStep.Kind.valueOf(row.getString("kind")),
                        OperationJson.read(row.getString("operation")),
                        OperationJson.readSubject(row.getString("operation")),
                        row.getString("actor"),
                        Rows.instant(row, "at"),
                        row.getLong("cost_fen"),
                        row.getInt("persons"),
                        Set.of((String[]) row.getArray("vehicles").getArray())))
                .list();
    }

    @Override
    public long save(long id, int version, PlanningProblem problem, Plan plan, String actor) {
        return transaction.execute(status -> {
            sql.sql("SELECT id FROM draft WHERE id = :id AND version = :version AND closed_at IS NULL FOR UPDATE")
                    .param("id", id)
                    .param("version", version)
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> refused(id));
            long stored = plans.save(problem, plan);
            close(id, version, stored, actor);
            return stored;
        });
    }

    @Override
    public void drop(long id, int version, String actor) {
        close(id, version, null, actor);
    }

    /** @param savedAs null when it is dropped */
    private void close(long id, int version, Long savedAs, String actor) {
        int changed = sql.sql("""
                        UPDATE draft SET saved_as = :plan, dropped = :dropped, closed_by = :actor, closed_at = :now
                        WHERE id = :id AND version = :version AND closed_at IS NULL
                        """)
                .param("id", id)
                .param("version", version)
                .param("plan", savedAs)
                .param("dropped", savedAs == null)
                .param("actor", actor)
                .param("now", Rows.utc(clock.instant()))
                .update();
        if (changed != 1) {
            throw refused(id);
        }
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("base_plan"),
                row.getInt("version"),
                row.getString("made_by"),
                Rows.instant(row, "made_at"),
                row.getBoolean("undoable"),
                row.getBoolean("redoable"),
                row.getObject("saved_as", Long.class),
                row.getBoolean("dropped"));
    }
}
