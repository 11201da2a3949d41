package io.chunfeng.report;

/** What somebody rides: the vehicle of the main leg, or a feeder (接驳) to or from it. Each has a message {@code report.carrying.<name>}. */
public enum Carrying {
    COACH("专车"),
    FEEDER("接驳"),
    RAIL("专列（含包车厢）"),
    AIR("包机（含切位）");

    private final String zh;

    Carrying(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
