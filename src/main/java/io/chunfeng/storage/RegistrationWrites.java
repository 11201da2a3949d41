package io.chunfeng.storage;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.ForbiddenMoveException;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Moves;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.Scope;
import io.chunfeng.demand.StaleRegistrationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of registrations, in runs of the same kind: one round trip for many. Within the caller's transaction. */
final class RegistrationWrites {
    /** Rows sent at once, so that a file of any size needs the same memory. */
    private static final int CHUNK = 1000;

    private static final String INSERT = """
            INSERT INTO worker_group (id, county, from_place, to_place, headcount, wheelchairs, earliest_departure,
                                      latest_arrival, preferred_date, modes, min_part, priority, employer,
                                      state, version, changed_at, changed_by, accepted_at)
            VALUES (:id, :county, :from, :to, :headcount, :wheelchairs, :earliestDeparture, :latestArrival,
                    :preferredDate, string_to_array(:modes, ','), :minPart, :priority, :employer,
                    :state, 1, :now, :actor, :acceptedAt)
            ON CONFLICT (id) DO NOTHING
            """;

    /** Only from the version the change was made from, from a state it may come from, and within the scope. */
    private static final String WHERE = """
            WHERE g.id = :id AND g.version = :fromVersion AND g.state = ANY (:sources) AND %s
            """;

    private static final String CHANGED = """
            state = :state, version = g.version + 1, changed_at = :now, changed_by = :actor, change_note = :note,
            accepted_at = CASE WHEN :taken AND g.state <> ALL (:takenStates) THEN :now ELSE g.accepted_at END
            """;

    private static final String PUT = """
            UPDATE worker_group g
            SET county = :county, from_place = :from, to_place = :to, headcount = :headcount, wheelchairs = :wheelchairs,
                earliest_departure = :earliestDeparture, latest_arrival = :latestArrival,
                preferred_date = :preferredDate, modes = string_to_array(:modes, ','), min_part = :minPart,
                priority = :priority, employer = :employer,
            """ + CHANGED + WHERE;

    private static final String MOVE = "UPDATE worker_group g SET " + CHANGED + WHERE;

    private static final String[] TAKEN = Moves.TAKEN.stream().map(Enum::name).toArray(String[]::new);

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    RegistrationWrites(JdbcClient sql, NamedParameterJdbcTemplate batches, Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.clock = clock;
    }

    void apply(List<RegistrationChange> changes, Actor actor) {
        lock(changes);
        String scope = Scopes.condition(actor.scope());
        Map<String, List<RegistrationChange>> statements = new LinkedHashMap<>();
        for (RegistrationChange change : changes) {
            statements
                    .computeIfAbsent(statement(change).formatted(scope), key -> new ArrayList<>())
                    .add(change);
        }
        statements.forEach((statement, alike) -> {
            for (int from = 0; from < alike.size(); from += CHUNK) {
                write(statement, alike.subList(from, Math.min(from + CHUNK, alike.size())), actor);
            }
        });
    }

    /** Always in the order of ids: two who change the same groups wait for each other here, and never for ever. */
    private void lock(List<RegistrationChange> changes) {
        sql.sql("SELECT id FROM worker_group WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE")
                .param("ids", changes.stream().map(RegistrationChange::groupId).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static String statement(RegistrationChange change) {
        if (change instanceof RegistrationChange.Move) {
            return MOVE;
        }
        return change.fromVersion() == RegistrationChange.NEW ? INSERT : PUT;
    }

    private void write(String statement, List<RegistrationChange> changes, Actor actor) {
        changes.forEach(change -> requireAllowed(change, actor));
        MapSqlParameterSource[] rows = changes.stream()
                .map(change -> new MapSqlParameterSource(parameters(change, actor)))
                .toArray(MapSqlParameterSource[]::new);
        int[] changed = batches.batchUpdate(statement, rows);
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] != 1) {
                throw refusal(changes.get(i), actor);
            }
        }
    }

    /** What can be told without the database: new groups, and figures of a county that the actor has nothing to do with. */
    private static void requireAllowed(RegistrationChange change, Actor actor) {
        if (change instanceof RegistrationChange.Put put) {
            if (put.fromVersion() == RegistrationChange.NEW && !Moves.allowed(actor.party(), null, put.to())) {
                throw new ForbiddenMoveException(put.groupId(), null, put.to());
            }
            if (actor.scope() instanceof Scope.RegisteredBy by
                    && !by.counties().contains(put.group().county())) {
                throw new StaleRegistrationException(put.groupId());
            }
        }
    }

    private Map<String, Object> parameters(RegistrationChange change, Actor actor) {
        Map<String, Object> values = new HashMap<>(Scopes.parameters(actor.scope()));
        GroupState to = change.to();
        if (change instanceof RegistrationChange.Put put) {
            values.putAll(GroupRows.parameters(put.group()));
        }
        values.put("id", change.groupId());
        values.put("fromVersion", change.fromVersion());
        values.put("state", to.name());
        values.put(
                "sources",
                Moves.sources(actor.party(), to).stream().map(Enum::name).toArray(String[]::new));
        values.put("taken", Moves.TAKEN.contains(to));
        values.put("takenStates", TAKEN);
        values.put("acceptedAt", Moves.TAKEN.contains(to) ? Rows.utc(clock.instant()) : null);
        values.put("now", Rows.utc(clock.instant()));
        values.put("actor", actor.login());
        values.put("note", note(change));
        return values;
    }

    private static String note(RegistrationChange change) {
        String note = change instanceof RegistrationChange.Move move ? move.note() : null;
        return note == null || note.isBlank() ? null : note.strip();
    }

    /** Why nothing was changed: not there or another version, or a state it may not come from. */
    private RuntimeException refusal(RegistrationChange change, Actor actor) {
        Optional<GroupState> state = sql.sql("SELECT g.state FROM worker_group g WHERE g.id = :id"
                        + " AND g.version = :version AND " + Scopes.condition(actor.scope()))
                .params(Scopes.parameters(actor.scope()))
                .param("id", change.groupId())
                .param("version", change.fromVersion())
                .query((row, number) -> GroupState.valueOf(row.getString("state")))
                .optional();
        return state.<RuntimeException>map(from -> new ForbiddenMoveException(change.groupId(), from, change.to()))
                .orElseGet(() -> new StaleRegistrationException(change.groupId()));
    }
}
