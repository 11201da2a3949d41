package io.chunfeng.intake;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A boarding point typed on a page, read by the rules of files. */
public final class PlaceForms {
    private static final List<GroupColumn> FIELDS =
            List.of(GroupColumn.COUNTY, GroupColumn.FROM, GroupColumn.FROM_LON, GroupColumn.FROM_LAT, GroupColumn.CRS);

    private final GroupImports imports;

    public PlaceForms(GroupImports imports) {
        this.imports = imports;
    }

    /**
     * @param place null when there are problems
     * @param county whose boarding point it becomes; a known place keeps its own
     * @param problems doubts included; by keys of {@link GroupColumn}
     */
    public record Result(Place place, String county, List<Problem> problems) {}

    /** @param counties that may be registered for; null for all */
    public Result read(String county, String name, String lon, String lat, String crs, Set<String> counties) {
        List<String> typed = List.of(county, name, lon, lat, crs);
        Map<String, Integer> columns = new LinkedHashMap<>();
        SortedMap<Integer, CellValue> row = new TreeMap<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            columns.put(FIELDS.get(i).key(), i);
            if (!typed.get(i).isBlank()) {
                row.put(i, new CellValue.Text(typed.get(i)));
            }
        }
        Cells cells = new Cells(new Heading("", 0, columns, Map.of()), new TableRow("", 1, row));
        PlaceReader reader = new PlaceReader(imports.context(counties));
        Read<Position> position = Coordinates.read(cells);
        if (position.value() == null && !cells.anyProblem()) {
            cells.wrong(GroupColumn.FROM_LON, Problem.Code.REQUIRED, "");
        }
        String code = reader.county(cells);
        PlaceReader.Boarding found = reader.boarding(cells, code);
        return new Result(cells.anyProblem() ? null : found.place(), code, cells.problems());
    }
}
