package io.chunfeng.storage;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcPlaceRepository implements PlaceRepository {
    private static final String SELECT = """
            SELECT id, name, admin_code, given_lon, given_lat, given_crs
            FROM place
            """;

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;

    JdbcPlaceRepository(JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction) {
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
    }

    @Override
    public List<Place> all() {
        return sql.sql(SELECT + "ORDER BY id").query(JdbcPlaceRepository::place).list();
    }

    @Override
    public Optional<Place> find(String id) {
        return sql.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(JdbcPlaceRepository::place)
                .optional();
    }

    @Override
    public void save(Collection<Place> places) {
        String upsert = """
                INSERT INTO place (id, name, admin_code, given_lon, given_lat, given_crs, lon, lat)
                VALUES (:id, :name, :adminCode, :givenLon, :givenLat, :givenCrs, :lon, :lat)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, admin_code = excluded.admin_code,
                    given_lon = excluded.given_lon, given_lat = excluded.given_lat, given_crs = excluded.given_crs,
                    lon = excluded.lon, lat = excluded.lat
                """;
        transaction.executeWithoutResult(
                status -> Rows.batch(batches, upsert, places, JdbcPlaceRepository::parameters));
    }

    private static Map<String, ?> parameters(Place place) {
        Position given = place.position();
        Position wgs84 = Wgs84.of(given);
        return Map.of(
                "id", place.id(),
                "name", place.name(),
                "adminCode", place.adminCode(),
                "givenLon", given.lon(),
                "givenLat", given.lat(),
                "givenCrs", given.crs().name(),
                "lon", wgs84.lon(),
                "lat", wgs84.lat());
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        Position given = new Position(
                row.getDouble("given_lon"), row.getDouble("given_lat"), Crs.valueOf(row.getString("given_crs")));
        return new Place(row.getString("id"), row.getString("name"), row.getString("admin_code"), given);
    }
}
