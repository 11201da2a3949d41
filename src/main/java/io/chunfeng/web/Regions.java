package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.place.Corridor;
import io.chunfeng.place.Place;
import java.util.Map;

/** Cities and corridors of groups, by GB/T 2260 codes. */
final class Regions {
    /** 山西省, where its workers go, and the municipalities; other cities are named by their own seat where the campaign has it as a place. */
    private static final Map<String, String> CITIES = Map.ofEntries(
            Map.entry("1401", "太原市"),
            Map.entry("1402", "大同市"),
            Map.entry("1403", "阳泉市"),
            Map.entry("1404", "长治市"),
            Map.entry("1405", "晋城市"),
            Map.entry("1406", "朔州市"),
            Map.entry("1407", "晋中市"),
            Map.entry("1408", "运城市"),
            Map.entry("1409", "忻州市"),
            Map.entry("1410", "临汾市"),
            Map.entry("1411", "吕梁市"),
            Map.entry("1302", "唐山市"),
            Map.entry("1310", "廊坊市"),
            Map.entry("3203", "徐州市"),
            Map.entry("3205", "苏州市"),
            Map.entry("3302", "宁波市"),
            Map.entry("3304", "嘉兴市"),
            Map.entry("3702", "青岛市"),
            Map.entry("4403", "深圳市"),
            Map.entry("4413", "惠州市"),
            Map.entry("4419", "东莞市"),
            Map.entry("1101", "北京市"),
            Map.entry("1201", "天津市"),
            Map.entry("3101", "上海市"),
            Map.entry("5001", "重庆市"));

    private final Names names;

    Regions(Names names) {
        this.names = names;
    }

    public String city(String adminCode) {
        String prefecture = adminCode.substring(0, 4);
        String known = CITIES.get(prefecture);
        if (known != null) {
            return known;
        }
        return names.all().stream()
                .filter(place -> place.adminCode().equals(prefecture + "00"))
                .map(Place::name)
                .findFirst()
                .orElse(prefecture);
    }

    /** 返岗 leaves the province that registered the group; 返乡 comes to it. */
    boolean outbound(Group group) {
        Place from = names.place(group.from());
        return from == null || province(from.adminCode()).equals(province(group.county()));
    }

    /** Keys of messages below {@code corridor.}. */
    Corridor corridor(Group group) {
        Place far = names.place(outbound(group) ? group.to() : group.from());
        return far == null ? Corridor.OTHER : Corridor.of(far.adminCode(), group.county());
    }

    private static String province(String adminCode) {
        return adminCode.substring(0, 2);
    }
}
