package io.chunfeng.plan.format;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.format.References.Kind;

/** {@code places[]}. */
final class PlaceReader {
    private PlaceReader() {}

    static Place place(Fields fields, References references) {
        String id = references.define(fields, Kind.PLACE);
        String name = fields.text("name");
        String adminCode = fields.digits("adminCode", 6);
        long before = fields.problemCount();
        double lon = fields.decimal("lon", -180, 180);
        double lat = fields.decimal("lat", -90, 90);
        Position written = Position.wgs84(lon, fields.longitudeOrNaN("lat"));
        if (fields.problemCount() == before + 1 && written.looksSwapped()) {
            fields.problem(
                    "lon",
                    "lon and lat look swapped: " + written.lonLat() + " → "
                            + written.swapped().lonLat());
        }
        Crs crs = fields.choiceOr("crs", Crs.class, Crs.WGS84);
        return fields.failed() ? null : new Place(id, name, adminCode, new Position(lon, lat, crs));
    }
}
