package io.chunfeng.demand;

/** Life of a group, from the county's draft to the end of its journey. */
public enum GroupState {
    /** Being written by the county. */
    DRAFT,
    /** The county has handed it in. */
    SUBMITTED,
    /** The dispatcher has taken it; from here on it is planned. */
    ACCEPTED,
    /** In a plan that is not published yet. */
    PLANNED,
    /** In the published plan: the county and its workers have been told. Changes become requests. */
    PUBLISHED,
    /** At least one of its coaches, trains or flights has left. */
    DEPARTED,
    /** Everybody has been handed over, or the campaign is over. */
    CLOSED,
    /** Taken back by the county before it was published, or by an accepted request afterwards. */
    WITHDRAWN
}
