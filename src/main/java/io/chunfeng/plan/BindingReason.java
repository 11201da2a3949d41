package io.chunfeng.plan;

/**
 * Why a vehicle runs when it runs, rests where it rests, or has more than one driver. Each has a heading in
 * src/docs/rules.md and words in messages/explanation.properties.
 */
public enum BindingReason {
    /** A group may not leave its boarding place earlier. */
    EARLIEST_DEPARTURE("最早出发", "Earliest departure"),
    /** A group must have reached its workplace by then. */
    LATEST_ARRIVAL("最晚到达", "Latest arrival"),
    /** A feeder must arrive so long before its train or flight leaves. */
    CHECK_IN("检票登机", "Check-in"),
    /** A feeder leaves so long after its train or flight has arrived. */
    EGRESS("出站", "Egress"),
    /** Nothing is planned before asOf. */
    AS_OF("规划时点", "Planning moment"),
    /** A rest after as much driving as the day admits (H06). */
    CONTINUOUS_DRIVING("连续驾驶", "Continuous driving"),
    /** A rest after as much driving as the night admits (H06). */
    NIGHT("夜间驾驶", "Driving at night"),
    /** No coach drives then (H09). */
    CURFEW("凌晨停运", "Curfew"),
    /** The drivers have driven as much as 24 hours admit (H07). */
    HOURS_24("日驾驶时间", "Driving in 24 hours"),
    /** The loaded way asks for two drivers (H08). */
    SECOND_DRIVER("双驾", "Second driver"),
    /** The pool's coaches are out on other trips (H04). */
    POOL_BUSY("车辆在外", "Coaches are out"),
    /** The pool is not available earlier or later (H04). */
    POOL_PERIOD("可用时段", "Available period"),
    /** The timetable of the train or flight. */
    TIMETABLE("时刻表", "Timetable"),
    /** Waiting or resting that no rule asks for. */
    WAITING("等候", "Waiting"),
    /** No rule binds: another time costs more. */
    CHEAPEST("费用最低", "Cheapest time"),
    /** No rule binds, and another time costs no more. */
    FREE("无约束", "Nothing binds");

    private final String zh;
    private final String en;

    BindingReason(String zh, String en) {
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
