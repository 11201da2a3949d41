package io.chunfeng.day;

/**
 * A trip of the publication in force.
 *
 * @param vehicle id of a coach trip, train service or flight of the plan
 */
public record TripRef(long planId, String vehicle) {}
