package io.chunfeng.demo;

import java.util.List;
import java.util.Random;

/** Invented employers. */
final class Employers {
    private static final List<String> NAMES =
            List.of("春和", "瑞岭", "恒川", "盛禾", "晨阔", "嘉岳", "明隰", "泰沁", "海晟远", "鼎汾", "佳禾源", "宏岚", "众桥", "锦漳", "启云岭");
    private static final List<String> TRADES =
            List.of("精密电子", "汽车零部件", "电器制造", "新能源材料", "服装", "食品", "物流", "建筑劳务", "家具", "医疗器械", "光电", "包装", "港口服务");

    private Employers() {}

    static String name(Random random) {
        return Draw.one(NAMES, random) + Draw.one(TRADES, random) + "有限公司";
    }
}
