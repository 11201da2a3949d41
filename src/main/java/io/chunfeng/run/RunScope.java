package io.chunfeng.run;

import io.chunfeng.demand.Group;
import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Corridor;
import io.chunfeng.place.Place;
import io.chunfeng.place.Prefectures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which groups of its days a run plans. A group has an end at home, in the province of the county that registered it, and an
 * end away (用工地 in both directions, 返岗 and 返乡). Nothing chosen stands for everything.
 *
 * @param corridors of the end away; together with {@code regions} one of them must fit
 * @param regions provinces (two digits) and prefectures (four digits) of the end away
 * @param cities prefectures (four digits) of the end at home
 * @param onlyUnplanned leaves out groups of whom somebody has a seat by a publication in force
 */
public record RunScope(Set<Corridor> corridors, Set<String> regions, Set<String> cities, boolean onlyUnplanned) {
    public static final RunScope ALL = new RunScope(Set.of(), Set.of(), Set.of(), false);

    /** @throws IllegalArgumentException with words for the dispatcher, for a code that does not exist */
    public RunScope {
        corridors = Set.copyOf(corridors);
        regions = Set.copyOf(regions);
        cities = Set.copyOf(cities);
        regions.forEach(code -> require(code, "\\d{2}|\\d{4}", "用工地应为省级代码（2 位）或地市代码（4 位）"));
        cities.forEach(code -> require(code, "\\d{4}", "家乡地市应为地市代码（4 位）"));
    }

    private static void require(String code, String form, String expected) {
        if (!code.matches(form) || name(code) == null) {
            throw new IllegalArgumentException(expected + "，例如 31、3205，现为“" + code + "”");
        }
    }

    public boolean everywhere() {
        return corridors.isEmpty() && regions.isEmpty() && cities.isEmpty();
    }

    /**
     * Whether the ends of a group's journey fit.
     *
     * @param from boarding place, null when unknown
     * @param to workplace or home, null when unknown
     */
    public boolean holds(Group group, Place from, Place to) {
        Place away = outbound(group, from) ? to : from;
        Place home = outbound(group, from) ? from : to;
        boolean region = corridors.isEmpty() && regions.isEmpty()
                || corridors.contains(corridor(group, away))
                || away != null && regions.stream().anyMatch(away.adminCode()::startsWith);
        String city = home == null ? group.county() : home.adminCode();
        return region && (cities.isEmpty() || cities.stream().anyMatch(city::startsWith));
    }

    private static Corridor corridor(Group group, Place away) {
        return away == null ? Corridor.OTHER : Corridor.of(away.adminCode(), group.county());
    }

    /** 返岗: it leaves the province that registered the group, or stays in it. */
    private static boolean outbound(Group group, Place from) {
        return from == null
                || from.adminCode().substring(0, 2).equals(group.county().substring(0, 2));
    }

    /** For names and messages, in Chinese; empty for everything. */
    String words() {
        List<String> words = new ArrayList<>();
        new TreeSet<>(corridors).forEach(corridor -> words.add(corridor.chinese()));
        new TreeSet<>(regions).forEach(code -> words.add(name(code)));
        new TreeSet<>(cities).forEach(code -> words.add(name(code) + "（家乡）"));
        if (onlyUnplanned) {
            words.add("仅未安排的");
        }
        return String.join("、", words);
    }

    /** Of a province or prefecture; null where there is none. */
    public static String name(String code) {
        return code.length() == 2
                ? AdminCodes.all().find(code + "0000").map(AdminArea::name).orElse(null)
                : Prefectures.all().get(code);
    }
}
