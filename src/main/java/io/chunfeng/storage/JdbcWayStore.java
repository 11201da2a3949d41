package io.chunfeng.storage;

import io.chunfeng.place.Position;
import io.chunfeng.road.WayStar;
import io.chunfeng.road.WayStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Ways by road, one row a star. What belongs to roads that nobody has asked about for 30 days is removed at the next look-up. */
final class JdbcWayStore implements WayStore {
    private static final Duration KEPT_UNUSED = Duration.ofDays(30);

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;
    private final Clock clock;

    JdbcWayStore(JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<WayStar> load(String key, List<Position> points) {
        return available(() -> {
            int network = used(key);
            removeUnused();
            Map<Integer, Integer> numberOfId = numbers(network, points);
            return sql.sql("SELECT point, inward, ways FROM known_star WHERE point = ANY (:ids)")
                    .param("ids", ids(numberOfId))
                    .query((row, i) -> StarBytes.star(
                            numberOfId.get(row.getInt("point")),
                            row.getBoolean("inward"),
                            row.getBytes("ways"),
                            numberOfId))
                    .list();
        });
    }

    @Override
    public void keep(String key, List<Position> points, List<WayStar> stars) {
        available(() -> transaction.execute(status -> {
            int network = used(key);
            // in one order, so that two who keep the same points do not wait for one another in a circle
            coordinates("""
                    INSERT INTO known_point (network, lon, lat)
                    SELECT :network, asked.lon, asked.lat FROM
                    """, "ORDER BY asked.lon, asked.lat ON CONFLICT DO NOTHING", network, points)
                    .update();
            int[] idOfNumber = new int[points.size()];
            numbers(network, points).forEach((id, number) -> idOfNumber[number] = id);
            Rows.batch(
                    batches,
                    "INSERT INTO known_star (point, inward, ways) VALUES (:point, :inward, :ways)",
                    stars,
                    star -> Map.of(
                            "point", idOfNumber[star.point()],
                            "inward", star.inward(),
                            "ways", StarBytes.bytes(star, idOfNumber)));
            return null;
        }));
    }

    /** Number of the roads, noting that they are in use. */
    private int used(String key) {
        return sql.sql("""
                        INSERT INTO known_network (key, used_at) VALUES (:key, :now)
                        ON CONFLICT (key) DO UPDATE SET used_at = excluded.used_at
                        RETURNING id
                        """)
                .param("key", key)
                .param("now", Rows.utc(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private void removeUnused() {
        sql.sql("DELETE FROM known_network WHERE used_at < :since")
                .param("since", Rows.utc(clock.instant().minus(KEPT_UNUSED)))
                .update();
    }

    /** Position in the list by id, of those points that have an id. */
    private Map<Integer, Integer> numbers(int network, List<Position> points) {
        Map<Integer, Integer> numbers = new HashMap<>(points.size() * 2);
        coordinates(
                        "SELECT known_point.id, asked.number FROM known_point JOIN",
                        "USING (lon, lat) WHERE known_point.network = :network",
                        network,
                        points)
                .query((RowCallbackHandler) row -> numbers.put(row.getInt("id"), row.getInt("number") - 1));
        return numbers;
    }

    private JdbcClient.StatementSpec coordinates(String before, String after, int network, List<Position> points) {
        return sql.sql(before
                        + " unnest(:lon::double precision[], :lat::double precision[]) WITH ORDINALITY asked (lon, lat, number) "
                        + after)
                .param("network", network)
                .param("lon", points.stream().mapToDouble(Position::lon).toArray())
                .param("lat", points.stream().mapToDouble(Position::lat).toArray());
    }

    private static int[] ids(Map<Integer, Integer> numberOfId) {
        return numberOfId.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static <T> T available(Supplier<T> work) {
        try {
            return work.get();
        } catch (NestedRuntimeException e) {
            throw new UnavailableException(e.getMessage(), e);
        }
    }
}
