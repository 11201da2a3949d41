package io.chunfeng.dispatch;

/** 返岗 and the later 返乡 of one worker are two 人次. Source: domain.md section 5, rule 2. */
public enum Direction {
    /** 返岗: from home to the workplace. */
    TO_WORK("返岗", "to work"),
    /** 返乡: from the workplace home. */
    HOMEWARD("返乡", "homeward");

    private static final int[] NEAREST_FIRST = {6, 4, 2};

    private final String zh;
    private final String en;

    Direction(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * The end that shares more of its code with the county that registered the people is home; where both share as much,
     * people go to work.
     *
     * @param county that registered them @param from where their whole journey begins @param to where it ends; GB/T 2260
     *     codes of six digits
     */
    public static Direction of(String county, String from, String to) {
        for (int digits : NEAREST_FIRST) {
            boolean begins = from.startsWith(county.substring(0, digits));
            boolean ends = to.startsWith(county.substring(0, digits));
            if (begins != ends) {
                return begins ? TO_WORK : HOMEWARD;
            }
        }
        return TO_WORK;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
