package io.chunfeng.intake;

import io.chunfeng.demand.Mode;
import io.chunfeng.intake.Problem.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that stand for one of a few things: modes, priority, yes and no. */
final class Choices {
    private static final List<String> ANY = List.of("不限", "均可", "都可", "任意", "全部", "皆可", "any", "all");
    /** Before coaches: 包车厢 begins like 包车. */
    private static final List<String> RAIL = List.of("专列", "火车", "高铁", "动车", "铁路", "列车", "车厢", "rail", "train");

    private static final List<String> AIR = List.of("包机", "飞机", "航班", "航空", "民航", "切位", "air", "flight", "plane");
    private static final List<String> COACH = List.of("包车", "专车", "大巴", "客车", "汽车", "巴士", "班车", "coach", "bus");
    private static final List<String> YES =
            List.of("是", "可", "可以", "能", "允许", "有", "y", "yes", "true", "1", "√", "✓", "✔");
    private static final List<String> NO =
            List.of("否", "不", "不可", "不可以", "不能", "不允许", "无", "n", "no", "false", "0", "×", "✗", "x");

    private Choices() {}

    static Read<Set<Mode>> modes(CellValue value) {
        EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        for (String word : lower(value).split("[、,/;+|&和或及]+")) {
            if (word.isEmpty()) {
                continue;
            }
            if (names(word, ANY)) {
                return Read.of(EnumSet.allOf(Mode.class));
            }
            Mode mode = names(word, RAIL)
                    ? Mode.RAIL
                    : names(word, AIR) ? Mode.AIR : names(word, COACH) ? Mode.COACH : null;
            if (mode == null) {
                return Read.wrong(Code.UNKNOWN_MODE, "");
            }
            modes.add(mode);
        }
        return modes.isEmpty() ? Read.wrong(Code.UNKNOWN_MODE, "") : Read.of(modes);
    }

    /** 1 一般, 2 脱贫/监测对象, 3 必须成行. */
    static Read<Integer> priority(CellValue value) {
        String text = lower(value);
        if (text.matches("[123](级|类)?")) {
            return Read.of(text.charAt(0) - '0');
        }
        if (names(text, List.of("非脱贫", "一般", "普通", "正常", "normal"))) {
            return Read.of(1);
        }
        if (names(text, List.of("脱贫", "监测", "低收入", "防返贫", "贫困", "易地搬迁"))) {
            return Read.of(2);
        }
        return names(text, List.of("必须", "紧急", "最优先", "must")) ? Read.of(3) : Read.wrong(Code.UNKNOWN_PRIORITY, "");
    }

    static Read<Boolean> yes(CellValue value) {
        String text = lower(value);
        if (YES.contains(text)) {
            return Read.of(true);
        }
        return NO.contains(text) ? Read.of(false) : Read.wrong(Code.UNKNOWN_YES_NO, "");
    }

    private static boolean names(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }

    private static String lower(CellValue value) {
        return Texts.tight(value.shown()).toLowerCase(Locale.ROOT);
    }
}
