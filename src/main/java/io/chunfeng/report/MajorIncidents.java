package io.chunfeng.report;

/**
 * 突发情况 that happened in the period, as they were known when the report was written.
 *
 * @param all recorded @param major of these 重大情况 @param persons that the major ones affected @param open major ones that
 *     are not closed (办结)
 */
public record MajorIncidents(int all, int major, int persons, int open) {}
