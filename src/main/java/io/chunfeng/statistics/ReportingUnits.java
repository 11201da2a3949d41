package io.chunfeng.statistics;

import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Prefectures;
import java.util.List;
import java.util.Optional;

/** Provinces, cities and counties of GB/T 2260 as units that report. */
final class ReportingUnits {
    private ReportingUnits() {}

    static Optional<ReportingUnit> province(String code) {
        return code != null && code.matches("[0-9]{2}")
                ? AdminCodes.all().find(code + "0000").map(area -> new ReportingUnit(code, area.name()))
                : Optional.empty();
    }

    static List<ReportingUnit> citiesOf(String province) {
        return Prefectures.all().entrySet().stream()
                .filter(city -> city.getKey().startsWith(province))
                .map(city -> new ReportingUnit(city.getKey(), city.getValue()))
                .toList();
    }

    /** In the order of their codes; a city without counties stands for its one. */
    static List<ReportingUnit> countiesOf(String unit) {
        return AdminCodes.all().counties().stream()
                .filter(county -> county.code().startsWith(unit))
                .map(ReportingUnits::county)
                .toList();
    }

    static Optional<ReportingUnit> county(String code) {
        return AdminCodes.all().find(code).filter(AdminCodes::isCounty).map(ReportingUnits::county);
    }

    private static ReportingUnit county(AdminArea area) {
        return new ReportingUnit(area.code(), area.name());
    }
}
