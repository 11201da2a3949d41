package io.chunfeng.plan;

/**
 * What an operator can do so that people who stay behind can travel. Each has a heading in src/docs/rules.md and words in
 * messages/explanation.properties; {@link ProblemChange} says what it changes.
 */
public enum RemedyAction {
    LATER_ARRIVAL("推迟最晚到达", "Later arrival"),
    EARLIER_DEPARTURE("提前最早出发", "Earlier departure"),
    ADD_COACH("增加车辆", "More coaches"),
    ADD_CARRIAGE("增加车厢", "More carriages"),
    ADD_SEATS("增加航班座位", "More seats on a flight"),
    FILL_SERVICE("凑足成行人数", "More people for the minimum"),
    ALLOW_PART("允许拆分", "A smaller smallest part"),
    ALLOW_MODE("允许其他方式", "Another mode"),
    EMERGENCY("列为紧急任务", "An emergency task"),
    ADD_WHEELCHAIR_SPACE("增加轮椅位", "More wheelchair spaces"),
    /** Nothing to try: a place lies where no road leads. */
    CHECK_PLACES("检查位置", "Check the places"),
    /** No single change that was tried is enough. */
    NONE("需要多项调整", "No single change is enough"),
    /** Not tried: while planning, or where too many people stay behind. */
    NOT_TRIED("尚未试算", "Not tried");

    private final String zh;
    private final String en;

    RemedyAction(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
