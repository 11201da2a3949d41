package io.chunfeng.storage;

import io.chunfeng.demand.Moves;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the states of groups in line with what has happened to them: plans, publications, departures, hand-overs. Groups
 * that are not taken stay as they are. Within the caller's transaction, after its facts are written.
 */
final class GroupStates {
    private static final String[] TAKEN = Moves.TAKEN.stream().map(Enum::name).toArray(String[]::new);

    private final JdbcClient sql;
    private final Clock clock;

    GroupStates(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param note for the history: what happened, for example {@code plan:12}; see {@code web.HistoryNotes} */
    void settle(Collection<String> groupIds, String actor, String note) {
        String[] ids = groupIds.stream().distinct().sorted().toArray(String[]::new);
        // whoever settles the same groups waits here, and then sees the facts of the other
        sql.sql("SELECT id FROM worker_group WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE")
                .param("ids", ids)
                .query(String.class)
                .list();
        sql.sql("""
                        UPDATE worker_group g
                        SET state = f.state, version = g.version + 1, changed_at = :now, changed_by = :actor,
                            change_note = :note
                        FROM group_facts f
                        WHERE f.group_id = g.id AND g.id = ANY (:ids) AND g.state = ANY (:taken) AND f.state <> g.state
                        """)
                .param("now", Rows.utc(clock.instant()))
                .param("actor", actor)
                .param("note", note)
                .param("ids", ids)
                .param("taken", TAKEN)
                .update();
    }
}
