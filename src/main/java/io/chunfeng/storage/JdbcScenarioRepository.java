package io.chunfeng.storage;

import io.chunfeng.run.Scenario;
import io.chunfeng.run.ScenarioChange;
import io.chunfeng.run.ScenarioRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcScenarioRepository implements ScenarioRepository {
    private static final String SELECT =
            "SELECT id, name, base_plan, changes, version, state, made_by, made_at, adopted_plan FROM scenario ";

    private final JdbcClient sql;
    private final Clock clock;

    JdbcScenarioRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public long add(String name, long basePlan, List<ScenarioChange> changes, String actor) {
        return sql.sql("""
                        INSERT INTO scenario (name, base_plan, changes, made_by, made_at)
                        VALUES (:name, :basePlan, :changes::jsonb, :actor, :now)
                        RETURNING id
                        """)
                .param("name", name)
                .param("basePlan", basePlan)
                .param("changes", ScenarioJson.write(changes))
                .param("actor", actor)
                .param("now", Rows.utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Scenario> find(long id) {
        return sql.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(JdbcScenarioRepository::scenario)
                .optional();
    }

    @Override
    public List<Scenario> list() {
        return sql.sql(SELECT + "ORDER BY id DESC")
                .query(JdbcScenarioRepository::scenario)
                .list();
    }

    @Override
    public void change(long id, int version, List<ScenarioChange> changes) {
        requireOne(
                id,
                sql.sql("""
                        UPDATE scenario SET changes = :changes::jsonb, version = version + 1
                        WHERE id = :id AND version = :version AND state = 'OPEN'
                        """)
                        .param("changes", ScenarioJson.write(changes))
                        .param("id", id)
                        .param("version", version)
                        .update());
    }

    @Override
    public void close(long id, int version, Long adoptedPlan) {
        requireOne(
                id,
                sql.sql("""
                        UPDATE scenario SET state = :state, adopted_plan = :plan, version = version + 1
                        WHERE id = :id AND version = :version AND state = 'OPEN'
                        """)
                        .param("state", adoptedPlan == null ? "DROPPED" : "ADOPTED")
                        .param("plan", adoptedPlan, Types.BIGINT)
                        .param("id", id)
                        .param("version", version)
                        .update());
    }

    private static void requireOne(long id, int updated) {
        if (updated != 1) {
            throw new StaleScenarioException(id);
        }
    }

    private static Scenario scenario(ResultSet row, int number) throws SQLException {
        return new Scenario(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("base_plan"),
                ScenarioJson.read(row.getString("changes")),
                row.getInt("version"),
                Scenario.State.valueOf(row.getString("state")),
                row.getString("made_by"),
                Rows.instant(row, "made_at"),
                row.getObject("adopted_plan", Long.class));
    }
}
