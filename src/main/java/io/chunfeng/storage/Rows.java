package io.chunfeng.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.JdbcUpdateAffectedIncorrectNumberOfRowsException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Moments, dates and batches between Java and SQL, whatever the time zone of the session. */
final class Rows {
    private Rows() {}

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** One round trip for all items; every one must change exactly one row. */
    static <T> void batch(
            NamedParameterJdbcTemplate jdbc, String sql, Collection<T> items, Function<T, Map<String, ?>> parameters) {
        if (items.isEmpty()) {
            return;
        }
        MapSqlParameterSource[] rows = items.stream()
                .map(item -> new MapSqlParameterSource(parameters.apply(item)))
                .toArray(MapSqlParameterSource[]::new);
        for (int changed : jdbc.batchUpdate(sql, rows)) {
            expectOne(sql, changed);
        }
    }

    static void expectOne(String sql, int changed) {
        if (changed != 1) {
            throw new JdbcUpdateAffectedIncorrectNumberOfRowsException(sql, 1, changed);
        }
    }
}
