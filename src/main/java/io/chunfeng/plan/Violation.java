package io.chunfeng.plan;

/**
 * A broken hard rule.
 *
 * @param where the trip, journey, group or service concerned
 * @param message what is wrong, with figures
 */
public record Violation(Rule rule, String where, String message) {}
