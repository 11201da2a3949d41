package io.chunfeng.demand;

/** In whose name a group is moved; see {@link Moves}. */
public enum Party {
    /** The county that registers it. */
    COUNTY,
    /** 交通运输局调度员. */
    DISPATCHER,
    /** Chunfeng itself: what follows from plans, publications, departures and hand-overs. */
    PROGRAM
}
