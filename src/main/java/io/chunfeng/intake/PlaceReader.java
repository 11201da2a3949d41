package io.chunfeng.intake;

import io.chunfeng.intake.Problem.Code;
import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.CountyMatch;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceCheck;
import io.chunfeng.place.Position;
import java.util.List;
import java.util.stream.Collectors;

/** County, boarding point and workplace of a row. */
final class PlaceReader {
    private static final int NAMED = 6;

    private final GroupContext context;

    PlaceReader(GroupContext context) {
        this.context = context;
    }

    /** @param isNew to be kept for next time */
    record Boarding(Place place, boolean isNew) {
        static final Boarding NONE = new Boarding(null, false);
    }

    /** Code; null when it is wrong or not told. */
    String county(Cells cells) {
        String typed = cells.text(GroupColumn.COUNTY);
        if (typed.isEmpty()) {
            if (context.onlyCounty() == null && !cells.has(GroupColumn.COUNTY)) {
                cells.wrong(GroupColumn.COUNTY, Code.REQUIRED, "");
            }
            return context.onlyCounty();
        }
        CountyMatch match = context.places().county(typed, cells.text(GroupColumn.CITY), context.preferences());
        if (match instanceof CountyMatch.Found found) {
            String typedCode = found.county().code();
            String code = context.mayRegisterFor(typedCode)
                    ? typedCode
                    : AdminCodes.all().otherCode(typedCode).orElse(typedCode);
            if (!context.mayRegisterFor(code)) {
                cells.wrong(GroupColumn.COUNTY, Code.FOREIGN_COUNTY, "", own());
                return null;
            }
            return code;
        }
        if (match instanceof CountyMatch.Several several) {
            cells.wrong(GroupColumn.COUNTY, Code.SEVERAL_COUNTIES, paths(several.counties()));
        } else if (match instanceof CountyMatch.TooWide wide) {
            cells.wrong(
                    GroupColumn.COUNTY,
                    Code.NOT_A_COUNTY,
                    paths(wide.counties()),
                    wide.area().path());
        } else if (match instanceof CountyMatch.FunctionalZone zone) {
            cells.wrong(GroupColumn.COUNTY, Code.FUNCTIONAL_ZONE, "", zone.code());
        } else if (match instanceof CountyMatch.Unknown unknown) {
            cells.wrong(GroupColumn.COUNTY, Code.UNKNOWN_COUNTY, paths(unknown.similar()));
        }
        return null;
    }

    /** By name; with coordinates, a name that is not known yet becomes a new place of the county. */
    Boarding boarding(Cells cells, String county) {
        String typed = cells.text(GroupColumn.FROM);
        Read<Position> given = Coordinates.read(cells);
        if (typed.isEmpty()) {
            if (!cells.has(GroupColumn.FROM)) {
                cells.wrong(GroupColumn.FROM, Code.REQUIRED, "");
            }
            return Boarding.NONE;
        }
        List<Place> known = context.places().boarding(typed, county);
        if (given.value() != null && county != null) {
            return located(cells, typed, county, given.value(), known);
        }
        if (known.size() == 1) {
            return new Boarding(known.get(0), false);
        }
        boolean badPoint =
                cells.has(GroupColumn.FROM_LON) || cells.has(GroupColumn.FROM_LAT) || cells.has(GroupColumn.CRS);
        if (badPoint || given.value() != null) {
            return Boarding.NONE; // once its point or county is right, the name is no problem
        }
        if (known.isEmpty()) {
            cells.wrong(
                    GroupColumn.FROM,
                    Code.UNKNOWN_PLACE,
                    String.join("、", context.places().similar(typed)));
        } else {
            cells.wrong(GroupColumn.FROM, Code.SEVERAL_PLACES, labels(known));
        }
        return Boarding.NONE;
    }

    private Boarding located(Cells cells, String name, String county, Position given, List<Place> known) {
        PlaceCheck.Finding finding = context.check().check(given, county);
        if (finding != null) {
            switch (finding.doubt()) {
                case SWAPPED -> cells.wrong(GroupColumn.FROM_LON, Code.SWAPPED_COORDINATES, finding.suggestion());
                case OUTSIDE_CHINA -> cells.wrong(GroupColumn.FROM_LON, Code.OUTSIDE_CHINA, "");
                case FAR_FROM_COUNTY ->
                    cells.wrong(
                            GroupColumn.FROM_LON,
                            Code.FAR_FROM_COUNTY,
                            "",
                            AdminCodes.all().path(county),
                            Long.toString(finding.kilometres()),
                            finding.nearest());
            }
        }
        if (cells.has(GroupColumn.FROM_LON) && cells.anyProblem()) {
            return Boarding.NONE;
        }
        for (Place place : known) {
            if (NewPlaces.same(place, given)) {
                return new Boarding(place, false);
            }
        }
        if (known.size() == 1 && known.get(0).adminCode().equals(county)) {
            // a point that the county has set before stays where it is: a file cannot move it under other groups
            NewPlaces.otherSystem(known.get(0), given)
                    .ifPresent(system -> cells.wrong(GroupColumn.CRS, Code.OTHER_SYSTEM, system));
        }
        return new Boarding(NewPlaces.boardingPoint(name, county, given), true);
    }

    Place workplace(Cells cells) {
        String typed = cells.text(GroupColumn.TO);
        if (typed.isEmpty()) {
            if (!cells.has(GroupColumn.TO)) {
                cells.wrong(GroupColumn.TO, Code.REQUIRED, "");
            }
            return null;
        }
        List<Place> known = context.places().workplace(typed);
        if (known.size() == 1) {
            return known.get(0);
        }
        if (known.isEmpty()) {
            cells.wrong(
                    GroupColumn.TO,
                    Code.UNKNOWN_PLACE,
                    String.join("、", context.places().similar(typed)));
        } else {
            cells.wrong(GroupColumn.TO, Code.SEVERAL_PLACES, labels(known));
        }
        return null;
    }

    private String own() {
        return context.counties().stream().sorted().map(AdminCodes.all()::path).collect(Collectors.joining("、"));
    }

    private static String paths(List<AdminArea> areas) {
        return areas.stream().limit(NAMED).map(AdminArea::path).collect(Collectors.joining("、"));
    }

    private static String labels(List<Place> places) {
        return places.stream().limit(NAMED).map(PlaceBook::label).collect(Collectors.joining("、"));
    }
}
