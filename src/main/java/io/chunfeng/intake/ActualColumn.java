package io.chunfeng.intake;

import java.util.Arrays;
import java.util.List;

/** Columns of a file of what really ran, in the order of the template. */
public enum ActualColumn implements Column {
    DAY("日期", "发车日期"),
    TRIP("车次编号", "车次", "趟次", "趟次编号"),
    NAME("承运", "车队", "车次名称", "名称"),
    GROUP("团组", "团组编号", "批次"),
    PLANNED("应乘（人）", "应乘人数", "计划人数"),
    PUBLISHED("计划发车", "计划发车时间"),
    DEPARTED("实际发车", "实际发车时间", "发车时间"),
    PERSONS("实乘（人）", "实乘人数", "实际上车", "上车人数"),
    INFANTS("婴儿（人）", "婴幼儿", "婴儿人数"),
    ESCORTS("护送（人）", "护送人员", "护送人数"),
    NO_SHOW("未到（人）", "未到人数"),
    REFUSED("拒载（人）", "拒载人数", "不予乘车"),
    MOVED("改乘（人）", "改乘人数"),
    MOVED_TO("改乘车次", "改乘到"),
    REMARK("备注", "说明", "原因");

    /** Filled in by whoever recorded; a trip without any of them has not been recorded. */
    static final List<ActualColumn> FILLED =
            List.of(DEPARTED, PERSONS, INFANTS, ESCORTS, NO_SHOW, REFUSED, MOVED, MOVED_TO, REMARK);

    private final String title;
    private final List<String> synonyms;

    ActualColumn(String title, String... synonyms) {
        this.title = title;
        this.synonyms = List.of(synonyms);
    }

    public static List<String> titles() {
        return Arrays.stream(values()).map(ActualColumn::title).toList();
    }

    @Override
    public String key() {
        return name();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }
}
