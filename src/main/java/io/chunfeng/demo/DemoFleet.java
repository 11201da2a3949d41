package io.chunfeng.demo;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Coaches and drivers of the demo's pools: as many coaches as the pools have, three drivers for each and four more for each
 * operator, so that every driver can rest between two trips. Plates are of the series Z0, telephone numbers begin with 100,
 * which no network has: nobody is meant.
 */
public final class DemoFleet {
    private static final int DRIVERS_PER_COACH = 3;
    private static final int MORE_DRIVERS = 4;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "建国志强永平春生海峰卫东晓明国庆文斌新民俊杰长河立军玉林";

    /** Offices that give out plates, by prefecture. */
    private static final Map<String, String> OFFICES = Map.ofEntries(
            Map.entry("1401", "晋A"),
            Map.entry("1402", "晋B"),
            Map.entry("1403", "晋C"),
            Map.entry("1404", "晋D"),
            Map.entry("1405", "晋E"),
            Map.entry("1406", "晋F"),
            Map.entry("1407", "晋K"),
            Map.entry("1408", "晋M"),
            Map.entry("1409", "晋H"),
            Map.entry("1410", "晋L"),
            Map.entry("1411", "晋J"),
            Map.entry("1101", "京A"),
            Map.entry("1201", "津A"),
            Map.entry("1302", "冀B"),
            Map.entry("1310", "冀R"),
            Map.entry("3702", "鲁B"),
            Map.entry("3205", "苏E"),
            Map.entry("3302", "浙B"),
            Map.entry("3304", "浙F"),
            Map.entry("4403", "粤B"),
            Map.entry("4419", "粤S"),
            Map.entry("4413", "粤L"));

    private DemoFleet() {}

    public static List<Coach> coaches(List<CoachPool> pools) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Coach> coaches = new ArrayList<>();
        for (CoachPool pool : pools) {
            for (int i = 0; i < pool.count(); i++) {
                int number = numbers.merge(pool.homePrefecture(), 1, Integer::sum);
                coaches.add(new Coach(
                        0,
                        0,
                        String.format("%sZ0%03d", OFFICES.get(pool.homePrefecture()), number),
                        pool.id(),
                        pool.approvedSeats(),
                        String.format("演示客字%s00%05d", pool.homePrefecture(), number),
                        FleetState.READY));
            }
        }
        return coaches;
    }

    public static List<Driver> drivers(List<CoachPool> pools) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        Map<String, String> homes = new LinkedHashMap<>();
        for (CoachPool pool : pools) {
            homes.putIfAbsent(pool.operator(), pool.homePrefecture());
            wanted.merge(pool.operator(), pool.count() * DRIVERS_PER_COACH, Integer::sum);
        }
        List<Driver> drivers = new ArrayList<>();
        wanted.forEach((operator, count) -> {
            for (int i = 1; i <= count + MORE_DRIVERS; i++) {
                String licence = String.format("YS%s%06d", homes.get(operator), i);
                String phone = String.format("100%08d", drivers.size() + 1);
                drivers.add(new Driver(0, 0, name(drivers.size()), phone, operator, licence, FleetState.READY));
            }
        });
        return drivers;
    }

    /** No two in a row alike; a name may come several times, as names do. */
    private static String name(int index) {
        int given = (index * 7 + index / SURNAMES.length()) % (GIVEN.length() / 2) * 2;
        return SURNAMES.charAt(index % SURNAMES.length()) + GIVEN.substring(given, given + 2);
    }
}
