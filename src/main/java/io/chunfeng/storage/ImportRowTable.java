package io.chunfeng.storage;

import io.chunfeng.intake.ImportRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table intake_row: written and read in parts, so that a file of any size needs the same memory. */
final class ImportRowTable {
    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;

    ImportRowTable(JdbcClient sql, NamedParameterJdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    void add(long id, List<ImportRow> rows) {
        String insert = """
                INSERT INTO intake_row (import, number, state, county, group_id, content)
                VALUES (:import, :number, :state, :county, :groupId, :content::jsonb)
                """;
        Rows.batch(batches, insert, rows, row -> ImportSql.parameters(id, row));
    }

    List<ImportRow> page(long id, Set<ImportRow.State> states, int limit, int offset) {
        return sql.sql("""
            SELECT number, state, county, group_id, content FROM intake_row
            WHERE import = :id AND state = ANY (:states)
            ORDER BY number LIMIT :limit OFFSET :offset
            """)
                .param("id", id)
                .param("states", names(states))
                .param("limit", limit)
                .param("offset", offset)
                .query(ImportSql::row)
                .list();
    }

    void each(long id, Set<ImportRow.State> states, Consumer<ImportRow> rows) {
        int after = 0;
        while (true) {
            List<ImportRow> some = sql.sql("""
                SELECT number, state, county, group_id, content FROM intake_row
                WHERE import = :id AND state = ANY (:states) AND number > :after
                ORDER BY number LIMIT :limit
                """)
                    .param("id", id)
                    .param("states", names(states))
                    .param("after", after)
                    .param("limit", ROWS_AT_ONCE)
                    .query(ImportSql::row)
                    .list();
            some.forEach(rows);
            if (some.size() < ROWS_AT_ONCE) {
                return;
            }
            after = some.get(some.size() - 1).number();
        }
    }

    Set<String> broughtBefore(Collection<String> counties) {
        return new HashSet<>(sql.sql("""
            SELECT DISTINCT group_id FROM intake_row
            WHERE taken AND group_id IS NOT NULL AND county = ANY (:counties)
            """)
                .param("counties", counties.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Whatever has been applied, or was registered like that already. */
    void markTaken(long id) {
        String taken = """
                UPDATE intake_row SET taken = true
                WHERE import = :id AND state IN ('NEW', 'CHANGED', 'REQUEST', 'UNCHANGED')
                """;
        sql.sql(taken).param("id", id).update();
    }

    private static String[] names(Set<ImportRow.State> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }
}
