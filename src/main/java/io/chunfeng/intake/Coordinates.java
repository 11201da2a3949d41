package io.chunfeng.intake;

import io.chunfeng.intake.Problem.Code;
import io.chunfeng.place.Crs;
import io.chunfeng.place.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Longitude, latitude and their system; nothing when none is given. */
final class Coordinates {
    private static final List<String> BAIDU = List.of("bd09", "bd-09", "百度", "baidu");
    private static final List<String> GCJ =
            List.of("gcj02", "gcj-02", "高德", "腾讯", "火星", "国测", "amap", "gaode", "tencent");
    private static final List<String> GPS = List.of("wgs84", "wgs-84", "gps", "北斗", "cgcs2000", "天地图", "2000", "osm");

    private Coordinates() {}

    /** Problems are noted in the cells. */
    static Read<Position> read(Cells cells) {
        CellValue lon = cells.value(GroupColumn.FROM_LON);
        CellValue lat = cells.value(GroupColumn.FROM_LAT);
        if (lon == null && lat == null) {
            return Read.nothing();
        }
        if (lon == null || lat == null) {
            cells.wrong(lon == null ? GroupColumn.FROM_LON : GroupColumn.FROM_LAT, Code.HALF_COORDINATES, "");
            return Read.nothing();
        }
        Double east = cells.taken(GroupColumn.FROM_LON, degrees(lon));
        Double north = cells.taken(GroupColumn.FROM_LAT, degrees(lat));
        CellValue system = cells.value(GroupColumn.CRS);
        Crs crs = system == null ? null : cells.taken(GroupColumn.CRS, crs(system));
        if (system == null && !cells.has(GroupColumn.CRS)) {
            cells.wrong(GroupColumn.CRS, Code.UNKNOWN_SYSTEM, "");
        }
        return east == null || north == null || crs == null ? Read.nothing() : Read.of(new Position(east, north, crs));
    }

    static Read<Crs> crs(CellValue value) {
        String text = Texts.tight(value.shown()).toLowerCase(Locale.ROOT);
        if (BAIDU.stream().anyMatch(text::contains)) {
            return Read.of(Crs.BD09);
        }
        if (GCJ.stream().anyMatch(text::contains)) {
            return Read.of(Crs.GCJ02);
        }
        return GPS.stream().anyMatch(text::contains) ? Read.of(Crs.WGS84) : Read.wrong(Code.UNKNOWN_SYSTEM, "");
    }

    /** 112.57, "112.57°", "东经112.57". Degrees and minutes are not guessed. */
    private static Read<Double> degrees(CellValue value) {
        String text = Texts.tight(value.shown()).replaceAll("^(东经|北纬|[EN])|[°度EN]$", "");
        return text.matches("-?\\d{1,3}(\\.\\d{1,12})?") && Math.abs(new BigDecimal(text).doubleValue()) <= 180
                ? Read.of(Double.parseDouble(text))
                : Read.wrong(Code.BAD_COORDINATES, "");
    }
}
