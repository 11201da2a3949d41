package io.chunfeng.storage;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.HistoryEntry;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcRegistrationRepository implements RegistrationRepository {
    private static final String SELECT =
            "SELECT " + GroupRows.COLUMNS + ", g.state, g.version, g.changed_at FROM worker_group g WHERE ";

    private final JdbcClient sql;
    private final RegistrationWrites writes;
    private final TransactionOperations transaction;

    JdbcRegistrationRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.writes = new RegistrationWrites(sql, batches, clock);
        this.transaction = transaction;
    }

    @Override
    public List<Registration> all(Scope scope) {
        return in(scope, EnumSet.allOf(GroupState.class));
    }

    @Override
    public List<Registration> in(Scope scope, Set<GroupState> states) {
        return sql.sql(SELECT + Scopes.condition(scope)
                        + " AND g.state = ANY (:states) ORDER BY g.departure_date, g.county, g.id")
                .params(Scopes.parameters(scope))
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query(GroupRows::registration)
                .list();
    }

    @Override
    public int count(Scope scope, Set<GroupState> states) {
        return sql.sql("SELECT count(*) FROM worker_group g WHERE " + Scopes.condition(scope)
                        + " AND g.state = ANY (:states)")
                .params(Scopes.parameters(scope))
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Registration> find(Scope scope, String groupId) {
        return sql.sql(SELECT + Scopes.condition(scope) + " AND g.id = :id")
                .params(Scopes.parameters(scope))
                .param("id", groupId)
                .query(GroupRows::registration)
                .optional();
    }

    @Override
    public List<HistoryEntry> history(Scope scope, String groupId) {
        return sql.sql("""
                        SELECT h.group_id, h.version, h.at, h.actor, h.from_state, h.to_state, h.before, h.after, h.note
                        FROM group_history h
                        JOIN worker_group g ON g.id = h.group_id
                        WHERE g.id = :id AND %s
                        ORDER BY h.version
                        """.formatted(Scopes.condition(scope)))
                .params(Scopes.parameters(scope))
                .param("id", groupId)
                .query(JdbcRegistrationRepository::entry)
                .list();
    }

    private static HistoryEntry entry(ResultSet row, int number) throws SQLException {
        String from = row.getString("from_state");
        return new HistoryEntry(
                row.getString("group_id"),
                row.getInt("version"),
                Rows.instant(row, "at"),
                row.getString("actor"),
                from == null ? null : GroupState.valueOf(from),
                GroupState.valueOf(row.getString("to_state")),
                GroupJson.read(row.getString("before")),
                GroupJson.read(row.getString("after")),
                row.getString("note"));
    }

    @Override
    public void apply(List<RegistrationChange> changes, Actor actor) {
        List<RegistrationChange> ordered = changes.stream()
                .sorted(Comparator.comparing(RegistrationChange::groupId))
                .toList();
        transaction.executeWithoutResult(status -> writes.apply(ordered, actor));
    }
}
