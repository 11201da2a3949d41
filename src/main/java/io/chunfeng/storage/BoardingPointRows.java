package io.chunfeng.storage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Boarding points by county: those it has set or used in a file, and those its groups board at in its own prefecture. */
final class BoardingPointRows {
    private static final String SELECT = """
        SELECT county, place FROM boarding_point
        UNION
        SELECT g.county, g.from_place FROM worker_group g JOIN place p ON p.id = g.from_place
        WHERE left(p.admin_code, 4) = left(g.county, 4)
        """;

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    BoardingPointRows(JdbcClient sql, NamedParameterJdbcTemplate batches, Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.clock = clock;
    }

    Map<String, Set<String>> all() {
        Map<String, Set<String>> points = new HashMap<>();
        sql.sql(SELECT)
                .query((row, number) -> points.computeIfAbsent(row.getString("county"), county -> new HashSet<>())
                        .add(row.getString("place")))
                .list();
        return points;
    }

    void keep(Map<String, Set<String>> points) {
        List<Map<String, ?>> all = new ArrayList<>();
        points.forEach((county, ids) -> ids.forEach(
                place -> all.add(Map.of("county", county, "place", place, "now", Rows.utc(clock.instant())))));
        Rows.batch(batches, """
            INSERT INTO boarding_point (county, place, used_at) VALUES (:county, :place, :now)
            ON CONFLICT (county, place) DO UPDATE SET used_at = excluded.used_at
            """, all, point -> point);
    }
}
