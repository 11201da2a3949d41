package io.chunfeng.storage;

import io.chunfeng.demand.Scope;
import io.chunfeng.intake.Import;
import io.chunfeng.intake.ImportRow;
import io.chunfeng.intake.TableException;
import io.chunfeng.intake.TableKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of the tables of files, and who sees them. */
final class ImportSql {
    static final String SELECT = """
        SELECT i.id, i.file_name, i.uploaded_by, i.counties, i.uploaded_at, i.state, i.kind, i.rows_read, i.refusal,
               i.detail, i.notes, i.applied_at, i.applied_by,
               (SELECT array_agg(c.state || ' ' || c.rows)
                FROM (SELECT r.state, count(*) AS rows FROM intake_row r WHERE r.import = i.id GROUP BY r.state) c)
               AS counts
        FROM intake_import i
        WHERE \
        """;

    private ImportSql() {}

    /** On an intake_import called i; nothing for those who register no groups. */
    static String condition(Scope scope) {
        if (scope instanceof Scope.RegisteredBy) {
            return "i.counties <@ :scopeCounties::text[]";
        }
        return scope instanceof Scope.Everything ? "true" : "false";
    }

    static Map<String, Object> parameters(Scope scope) {
        return scope instanceof Scope.RegisteredBy by
                ? Map.of("scopeCounties", by.counties().toArray(String[]::new))
                : Map.of();
    }

    static Import upload(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        String refusal = row.getString("refusal");
        return new Import(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("uploaded_by"),
                row.getArray("counties") == null ? null : Set.copyOf(texts(row, "counties")),
                Rows.instant(row, "uploaded_at"),
                Import.State.valueOf(row.getString("state")),
                kind == null ? null : TableKind.valueOf(kind),
                row.getInt("rows_read"),
                refusal == null ? null : TableException.Reason.valueOf(refusal),
                row.getString("detail"),
                texts(row, "notes"),
                Rows.instant(row, "applied_at"),
                row.getString("applied_by"),
                counts(texts(row, "counts")));
    }

    static ImportRow row(ResultSet row, int number) throws SQLException {
        return ImportJson.read(
                row.getInt("number"),
                ImportRow.State.valueOf(row.getString("state")),
                row.getString("county"),
                row.getString("group_id"),
                row.getString("content"));
    }

    static Map<String, Object> parameters(long id, ImportRow row) {
        Map<String, Object> values = new HashMap<>();
        values.put("import", id);
        values.put("number", row.number());
        values.put("state", row.state().name());
        values.put("county", row.county());
        values.put("groupId", row.groupId());
        values.put("content", ImportJson.write(row));
        return values;
    }

    private static Map<ImportRow.State, Integer> counts(List<String> texts) {
        Map<ImportRow.State, Integer> counts = new EnumMap<>(ImportRow.State.class);
        for (String text : texts) {
            String[] parts = text.split(" ");
            counts.put(ImportRow.State.valueOf(parts[0]), Integer.parseInt(parts[1]));
        }
        return counts;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
