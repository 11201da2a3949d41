package io.chunfeng.demo;

/** The eleven cities of Shanxi with their 返岗. */
enum Prefecture {
    TAIYUAN("1401", 900),
    DATONG("1402", 2000),
    YANGQUAN("1403", 400),
    CHANGZHI("1404", 1800),
    JINCHENG("1405", 1000),
    SHUOZHOU("1406", 700),
    JINZHONG("1407", 1600),
    YUNCHENG("1408", 2800),
    XINZHOU("1409", 2400),
    LINFEN("1410", 2300),
    LULIANG("1411", 2100);

    private final String code;
    private final int people;

    Prefecture(String code, int people) {
        this.code = code;
        this.people = people;
    }

    /** First four digits of the administrative code. */
    String code() {
        return code;
    }

    /** 返岗 of the season. */
    int people() {
        return people;
    }
}
