package io.chunfeng.demand;

/** What a registration may hold, whether it comes by page, by file or by API. */
public final class GroupLimits {
    /** The largest groups registered so far had 500. */
    public static final int MOST_PERSONS = 5_000;

    /** Characters of an employer's name. */
    public static final int LONGEST_EMPLOYER = 100;

    /** A group of up to so many stays together where nothing is said. [C] */
    private static final int TOGETHER = 20;

    /** Smallest part of a larger one where nothing is said. [C] */
    private static final int PART = 10;

    private GroupLimits() {}

    /** Smallest part a group may be split into where nothing is said about it. */
    public static int usualMinPart(int headcount) {
        return headcount <= TOGETHER ? headcount : splitMinPart(headcount);
    }

    /** The same where it is said that the group may be split. */
    public static int splitMinPart(int headcount) {
        return Math.min(PART, headcount);
    }
}
