package io.chunfeng.statistics;

import io.chunfeng.dispatch.RanTrip;

/** Which boardings are 运送人次. The one in force is printed with every table. src/docs/counting.md */
public enum CountingRule {
    /** One worker, one direction, one journey = 1, in the mode of its main leg; feeders are kept, not counted. */
    MAIN_LEG(
            "主程口径",
            "每人每个单程计1人次，计入主程（最长一段）的运输方式；接驳不计人次，只载接驳乘客的车辆不计辆次",
            "Main-leg rule",
            "each journey of a worker counts once, in the mode of its main (longest) leg; feeder riders are not counted"
                    + " and a coach with feeder riders only is not a dispatch") {
        @Override
        public boolean counts(RanTrip.Boarding boarding) {
            return boarding.mainLeg();
        }
    },
    /** Every boarding counts in its own mode, feeders too. */
    EVERY_BOARDING(
            "登乘口径",
            "每次登乘计1人次，计入所乘运输工具的方式；接驳计入专车",
            "Boarding rule",
            "every boarding counts in its own mode; feeders count as coaches") {
        @Override
        public boolean counts(RanTrip.Boarding boarding) {
            return true;
        }
    };

    private final String zh;
    private final String explanationZh;
    private final String en;
    private final String explanationEn;

    CountingRule(String zh, String explanationZh, String en, String explanationEn) {
        this.zh = zh;
        this.explanationZh = explanationZh;
        this.en = en;
        this.explanationEn = explanationEn;
    }

    public abstract boolean counts(RanTrip.Boarding boarding);

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public String explanationZh() {
        return explanationZh;
    }

    public String explanationEn() {
        return explanationEn;
    }
}
