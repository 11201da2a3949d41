package io.chunfeng.statistics;

/** Who reports, and to whom. */
public enum ReportingLevel {
    COUNTY,
    CITY,
    PROVINCE,
    MINISTRY
}
