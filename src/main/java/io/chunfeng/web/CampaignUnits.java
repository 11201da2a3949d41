package io.chunfeng.web;

import io.chunfeng.demand.Campaign;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Prefectures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The province of the campaign and its cities, by the first digits of their codes. */
@Component
class CampaignUnits {
    /** 山西: whose notices this program follows. */
    private static final String USUAL = "14";

    private final DemandRepository demand;

    CampaignUnits(DemandRepository demand) {
        this.demand = demand;
    }

    /** Two digits. */
    String province() {
        return demand.campaign()
                .map(Campaign::province)
                .flatMap(CampaignUnits::code)
                .orElse(USUAL);
    }

    private static Optional<String> code(String name) {
        return AdminCodes.all().areas().stream()
                .filter(AdminArea::isProvince)
                .filter(area -> area.name().startsWith(name))
                .map(area -> area.code().substring(0, 2))
                .findFirst();
    }

    /** Four digits to the name. */
    Map<String, String> cities() {
        String province = province();
        Map<String, String> cities = new LinkedHashMap<>(Prefectures.all());
        cities.keySet().removeIf(code -> !code.startsWith(province));
        return cities;
    }

    /** The province first, then its cities. */
    Map<String, String> all() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put(province(), AdminCodes.all().name(province() + "0000"));
        units.putAll(cities());
        return units;
    }
}
