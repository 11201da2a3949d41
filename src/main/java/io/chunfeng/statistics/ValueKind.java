package io.chunfeng.statistics;

/** What an entered column holds. */
public enum ValueKind {
    /** A whole number, never negative. */
    COUNT,
    /** 万元 or 元, as the column's unit says; kept in 分, so that sums are exact and divided once. */
    MONEY,
    /** Counties (县、市、区) of the unit. */
    COUNTIES,
    TEXT
}
