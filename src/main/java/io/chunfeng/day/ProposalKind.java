package io.chunfeng.day;

/** Ways out of an incident. Each has messages {@code proposal.<name>}. */
public enum ProposalKind {
    /** With the coaches, trains and flights that are free today. */
    LEAST_CHANGE,
    /** 应急运力: coaches kept back may run too. */
    WITH_RESERVE,
    /** Those concerned may arrive later than they asked for. */
    LATER
}
