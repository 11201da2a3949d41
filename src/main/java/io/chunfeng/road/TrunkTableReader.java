package io.chunfeng.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the two tables strictly: every broken line of both files is reported at once. */
final class TrunkTableReader {
    private static final List<String> PLACE_COLUMNS = List.of("id", "name", "adminCode", "lon", "lat", "kind");
    private static final List<String> LINK_COLUMNS = List.of("from", "to", "ref", "name", "km", "minutes");
    private static final Set<String> KINDS = Set.of("city", "county", "junction");
    /** The engine holds one edge's metres in 31 bits of millimetres; no link of a trunk network comes near. */
    private static final double MAX_KM = 2_000;

    private static final double MIN_KM_PER_HOUR = 1;
    private static final double MAX_KM_PER_HOUR = 150;

    private final TrunkTables tables;
    private final TableFaults faults = new TableFaults();
    private final List<TrunkMap.Point> places = new ArrayList<>();
    private final List<TrunkMap.Link> links = new ArrayList<>();
    private final Map<String, Integer> placeById = new HashMap<>();
    private final Map<String, TableRow> rowOfPlace = new HashMap<>();
    private final Map<String, Integer> lineOfPair = new HashMap<>();

    TrunkTableReader(TrunkTables tables) {
        this.tables = tables;
    }

    /** @throws MapFormatException naming file, line, fault and remedy of every broken line */
    TrunkMap read() {
        Table.read(tables.places(), PLACE_COLUMNS, faults).forEach(this::place);
        Table.read(tables.links(), LINK_COLUMNS, faults).forEach(this::link);
        faults.throwIfAny();
        Set<Integer> linked = new HashSet<>();
        links.forEach(link -> linked.addAll(List.of(link.from(), link.to())));
        placeById.forEach((id, index) -> {
            if (!linked.contains(index)) {
                faults.add(
                        rowOfPlace.get(id), "no link touches '" + id + "'", "add one to links.csv or remove the place");
            }
        });
        faults.throwIfAny();
        return new TrunkMap(List.copyOf(places), List.copyOf(links));
    }

    /**
     * Only the places.
     *
     * @throws MapFormatException naming file, line, fault and remedy of every broken line
     */
    List<TrunkMap.Point> readPlaces() {
        Table.read(tables.places(), PLACE_COLUMNS, faults).forEach(this::place);
        faults.throwIfAny();
        return List.copyOf(places);
    }

    private void place(TableRow row) {
        int before = faults.count();
        String id = row.text("id");
        String code = row.text("adminCode");
        String kind = row.text("kind");
        double lon = number(row, "lon", 70, 140, "degrees east");
        double lat = number(row, "lat", 0, 60, "degrees north");
        if (id.isEmpty()) {
            faults.add(row, "id is empty", "give every place an id of its own");
        } else if (rowOfPlace.putIfAbsent(id, row) != null) {
            faults.add(
                    row,
                    "id '" + id + "' is already on line " + rowOfPlace.get(id).line(),
                    "rename or remove one");
        }
        if (row.text("name").isEmpty()) {
            faults.add(row, "name is empty", "give the name as printed on maps");
        }
        if (!code.isEmpty() && !code.matches("\\d{6}")) {
            faults.add(row, "adminCode '" + code + "' is not six digits", "use the GB/T 2260 code or leave it empty");
        }
        if (!KINDS.contains(kind)) {
            faults.add(row, "kind '" + kind + "' is unknown", "use city, county or junction");
        }
        if (faults.count() == before) {
            placeById.put(id, places.size());
            places.add(new TrunkMap.Point(id, row.text("name"), code, lon, lat, kind));
        }
    }

    private void link(TableRow row) {
        int before = faults.count();
        known(row, "from");
        known(row, "to");
        double km = number(row, "km", 0, MAX_KM, "km");
        double minutes = number(row, "minutes", 0, 100_000, "minutes");
        if (faults.count() > before) {
            return;
        }
        String from = row.text("from");
        String to = row.text("to");
        if (from.equals(to)) {
            faults.add(row, "the link leads from '" + from + "' to itself", "correct from or to, or remove the line");
        } else if (km <= 0 || minutes <= 0) {
            faults.add(row, "km and minutes must be greater than 0", "correct " + (km <= 0 ? "km" : "minutes"));
        } else if (km * 60 / minutes > MAX_KM_PER_HOUR || km * 60 / minutes < MIN_KM_PER_HOUR) {
            faults.add(row, "no coach drives " + (float) (km * 60 / minutes) + " km/h", "correct km or minutes");
        }
        String pair = from.compareTo(to) < 0 ? from + "," + to : to + "," + from;
        Integer first = lineOfPair.putIfAbsent(pair, row.line());
        if (first != null) {
            faults.add(
                    row,
                    "'" + from + "' and '" + to + "' are already joined on line " + first,
                    "keep one (it counts both ways)");
        }
        if (faults.count() == before && placeById.containsKey(from) && placeById.containsKey(to)) {
            links.add(new TrunkMap.Link(
                    placeById.get(from),
                    placeById.get(to),
                    km * 1000,
                    minutes * 60,
                    row.text("ref"),
                    row.text("name")));
        }
    }

    private void known(TableRow row, String column) {
        String id = row.text(column);
        if (!rowOfPlace.containsKey(id)) {
            faults.add(row, column + " '" + id + "' is not in places.csv", "add the place or correct the id");
        }
    }

    private double number(TableRow row, String column, double min, double max, String unit) {
        String text = row.text(column);
        if (!text.matches("-?\\d{1,9}(\\.\\d{1,12})?")) {
            faults.add(row, column + " '" + text + "' is not a number", "write " + unit + " like 12.5");
            return Double.NaN;
        }
        double value = Double.parseDouble(text);
        if (value < min || value > max) {
            faults.add(row, column + " " + text + " is outside " + (int) min + " to " + (int) max, "write " + unit);
        }
        return value;
    }
}
