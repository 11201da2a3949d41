package io.chunfeng.road;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One row of published-distances.csv: what a public page states. Kilometres by road; time as h:mm. */
record PublishedDistance(End from, End to, double km, String time, String source, String page) {
    private static final Path FILE = Path.of("src/test/resources/published-distances.csv");

    /**
     * @param city its point in the default map
     * @param code IATA code of the airport that the page measures from, or empty for the city itself
     * @param airport its point; where there is none, that of the city
     */
    record End(Place city, String code, Place airport) {
        private static End of(String id, String[] cells, int first, TrunkMap map) {
            Place city = new Place(id, cells[first + 1], cells[first], seat(cells[first], map));
            String code = cells[first + 2];
            Position point = code.isEmpty() ? city.position() : point(cells[first + 3], cells[first + 4]);
            return new End(city, code, new Place(id + "-airport", code, city.adminCode(), point));
        }

        String label() {
            return code.isEmpty() ? city.name() : city.name() + " (" + code + ")";
        }
    }

    static List<PublishedDistance> read(TrunkMap map) throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> of(line.split(",", -1), map))
                .toList();
    }

    private static PublishedDistance of(String[] cells, TrunkMap map) {
        String page = cells[13];
        return new PublishedDistance(
                End.of(page + "-from", cells, 0, map),
                End.of(page + "-to", cells, 5, map),
                Double.parseDouble(cells[10]),
                cells[11],
                cells[12],
                page);
    }

    boolean betweenAirports() {
        return !from.code.isEmpty();
    }

    /** Ours less the published, in per cent of the published. */
    double differencePercent(int metres) {
        return (metres / 1000.0 - km) / km * 100;
    }

    private static Position seat(String adminCode, TrunkMap map) {
        return map.places().stream()
                .filter(place -> place.id().equals(adminCode))
                .map(place -> point(place.lon(), place.lat()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no city " + adminCode + " in the default map"));
    }

    private static Position point(String lon, String lat) {
        return point(Double.parseDouble(lon), Double.parseDouble(lat));
    }

    private static Position point(double lon, double lat) {
        return Position.wgs84(lon, lat);
    }
}
