package io.chunfeng.plan;

/** The hard rules. Code and meaning are those of src/docs/rules.md. */
public enum Rule {
    H01("核载", "Approved seats"),
    H02("时间窗", "Time windows"),
    H03("方式", "Admitted modes"),
    H04("运力数量", "Coaches of a pool"),
    H05("站点数", "Stops"),
    H06("连续驾驶", "Continuous driving"),
    H07("日驾驶时间", "Driving in 24 hours"),
    H08("双驾", "Second driver"),
    H09("凌晨停运", "Curfew"),
    H10("车籍", "One end at home"),
    H11("接驳衔接", "Connections"),
    H12("绕行", "Detour"),
    H13("成行人数", "Minimum and maximum booking"),
    H14("预订期限", "Booking deadline"),
    H15("拆分", "Smallest part"),
    H16("道路", "Roads"),
    H17("人数", "Everybody counted once"),
    H18("固定", "Pinned"),
    /** Not a rule of the road: a stated figure (distance, cost, score, indicator) is not what the plan itself gives. */
    FIGURES("数字不符", "Stated figures");

    private final String zh;
    private final String en;

    Rule(String zh, String en) {
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
