package io.chunfeng.dispatch;

/** What is looked at before publishing; each has messages {@code check.<name>} and {@code check.advice.<name>}. */
public enum CheckCode {
    /** Plate and drivers of every coach trip that people are told. Subjects: trips. */
    PAPERS(true),
    /** Coaches and drivers hold: {@link AssignmentRule}. Subjects: trips. */
    ASSIGNMENT(true),
    /** One end in the coach's home prefecture, or an emergency task: H10. Subjects: trips. */
    ONE_END_HOME(true),
    /** Every other hard rule, by the independent checker. Subjects: trips and groups. */
    PLAN_RULES(true),
    /** Trains and flights whose booking deadline has passed and that were not booked before. Subjects: services. */
    BOOKING(true),
    /** Groups without a manifest: everything goes by headcount. Subjects: groups. */
    MANIFEST_MISSING(false),
    /** Groups whose manifest has another number of people. Subjects: groups. */
    MANIFEST_DIFFERS(false),
    /** Coach trips that leave within the setting's hours. Subjects: trips. */
    SHORT_NOTICE(false),
    /** Groups that changed since planning. Subjects: groups. */
    RESIZED(false),
    DROPPED(false),
    LOST(false),
    UNSERVED(false),
    MISSING(false);

    private final boolean blocks;

    CheckCode(boolean blocks) {
        this.blocks = blocks;
    }

    /** 阻止: nothing is published before it is put right; 提醒 otherwise. */
    public boolean blocks() {
        return blocks;
    }
}
