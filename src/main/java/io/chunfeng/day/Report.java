package io.chunfeng.day;

/** What is reported of a trip. Each has a message {@code day.report.<name>}. */
public enum Report {
    /** As planned, nothing has happened: taken back what was reported by mistake. */
    PLANNED,
    /** 集合中: people gather at the first stop. */
    ASSEMBLING,
    /** 晚点: by so many minutes against what was published; no state of its own. */
    LATE,
    /** 已发车: the first passengers have left. */
    DEPARTED,
    /** 已到达: at its last stop. */
    ARRIVED,
    /** 已取消: does not run. */
    CANCELLED;

    /** Whether people have travelled, so that the trip counts. */
    public boolean ran() {
        return this == DEPARTED || this == ARRIVED;
    }
}
