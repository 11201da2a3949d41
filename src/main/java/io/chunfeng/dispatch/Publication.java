package io.chunfeng.dispatch;

import java.time.Instant;

/**
 * 发布: a plan that counties and workers have been told. Never changed; for each group the newest one whose plan covers it
 * is in force.
 *
 * @param number 1, 2, 3, … over all plans
 * @param by login name
 */
public record Publication(int number, long planId, Instant at, String by) {}
