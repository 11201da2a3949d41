package io.chunfeng.demo;

import java.util.List;

/** The eleven cities of Shanxi with their 返岗 and the airports that a feeder coach can reach. */
enum Prefecture {
    TAIYUAN("1401", 900, "ap-TYN"),
    DATONG("1402", 2000, "ap-DAT"),
    YANGQUAN("1403", 400, "ap-TYN"),
    CHANGZHI("1404", 1800, "ap-CIH"),
    JINCHENG("1405", 1000),
    SHUOZHOU("1406", 700),
    JINZHONG("1407", 1600, "ap-TYN"),
    YUNCHENG("1408", 2800, "ap-YCU"),
    XINZHOU("1409", 2400),
    LINFEN("1410", 2300),
    LULIANG("1411", 2100);

    private final String code;
    private final int people;
    private final List<String> airports;

    Prefecture(String code, int people, String... airports) {
        this.code = code;
        this.people = people;
        this.airports = List.of(airports);
    }

    /** First four digits of the administrative code. */
    String code() {
        return code;
    }

    /** 返岗 of the season. */
    int people() {
        return people;
    }

    /** Within the reach of a feeder from every county of the city. */
    List<String> airports() {
        return airports;
    }
}
