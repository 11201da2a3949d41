package io.chunfeng.intake;

import io.chunfeng.demand.Campaign;
import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.PlaceCheck;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What reading a group needs to know.
 *
 * @param counties that the uploader may register for; null for all
 */
public record GroupContext(Campaign campaign, Set<String> counties, PlaceBook places, PlaceCheck check) {

    boolean mayRegisterFor(String county) {
        return counties == null || counties.contains(county);
    }

    /** The only county that can be meant where none is named; null when there are several. */
    String onlyCounty() {
        return counties != null && counties.size() == 1 ? counties.iterator().next() : null;
    }

    /** 城区 means the uploader's own, else the one of the campaign's province. */
    List<Predicate<AdminArea>> preferences() {
        String province = AdminCodes.all().areas().stream()
                .filter(area -> area.isProvince() && area.name().startsWith(campaign.province()))
                .map(area -> area.code().substring(0, 2))
                .findFirst()
                .orElse("none");
        return List.of(
                area -> counties != null && counties.contains(area.code()),
                area -> area.code().startsWith(province));
    }
}
