package io.chunfeng.storage;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.road.Closure;
import io.chunfeng.road.StoredClosure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Rows of closures to records, and their extents to parameters. */
final class ClosureRows {
    private ClosureRows() {}

    static StoredClosure closure(ResultSet row, int number) throws SQLException {
        return new StoredClosure(
                row.getLong("id"),
                new Closure(
                        extent(row),
                        Rows.instant(row, "closed_from"),
                        Rows.instant(row, "closed_until"),
                        row.getString("reason")),
                Rows.instant(row, "recorded_at"),
                Rows.instant(row, "lifted_at"));
    }

    private static Closure.Extent extent(ResultSet row) throws SQLException {
        return row.getString("kind").equals("ROAD")
                ? new Closure.Road(row.getString("road_number"), place(row, "between_"), place(row, "and_"))
                : new Closure.Area(given(row, "centre_"), row.getInt("radius_metres"));
    }

    private static Place place(ResultSet row, String prefix) throws SQLException {
        return new Place(
                row.getString(prefix + "id"),
                row.getString(prefix + "name"),
                row.getString(prefix + "admin_code"),
                given(row, prefix));
    }

    private static Position given(ResultSet row, String prefix) throws SQLException {
        return new Position(
                row.getDouble(prefix + "given_lon"),
                row.getDouble(prefix + "given_lat"),
                Crs.valueOf(row.getString(prefix + "given_crs")));
    }

    /** Every column of the extent; null for those of the other kind. */
    static Map<String, ?> parameters(Closure.Extent extent) {
        Map<String, Object> parameters = new HashMap<>();
        Closure.Road road = extent instanceof Closure.Road r ? r : null;
        Closure.Area area = extent instanceof Closure.Area a ? a : null;
        parameters.put("kind", road == null ? "AREA" : "ROAD");
        parameters.put("roadNumber", road == null ? null : road.number());
        putPlace(parameters, "between", road == null ? null : road.between());
        putPlace(parameters, "and", road == null ? null : road.and());
        putPosition(parameters, "centre", area == null ? null : area.centre());
        parameters.put("radiusMetres", area == null ? null : area.radiusMetres());
        return parameters;
    }

    private static void putPlace(Map<String, Object> parameters, String prefix, Place place) {
        parameters.put(prefix + "Id", place == null ? null : place.id());
        parameters.put(prefix + "Name", place == null ? null : place.name());
        parameters.put(prefix + "AdminCode", place == null ? null : place.adminCode());
        putPosition(parameters, prefix, place == null ? null : place.position());
    }

    private static void putPosition(Map<String, Object> parameters, String prefix, Position given) {
        Position wgs84 = given == null ? null : Wgs84.of(given);
        parameters.put(prefix + "GivenLon", given == null ? null : given.lon());
        parameters.put(prefix + "GivenLat", given == null ? null : given.lat());
        parameters.put(prefix + "GivenCrs", given == null ? null : given.crs().name());
        parameters.put(prefix + "Lon", wgs84 == null ? null : wgs84.lon());
        parameters.put(prefix + "Lat", wgs84 == null ? null : wgs84.lat());
    }
}
