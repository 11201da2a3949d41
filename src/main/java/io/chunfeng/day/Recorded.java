package io.chunfeng.day;

/**
 * What became of an entry.
 *
 * @param event id of the event that holds it
 * @param before whether it had been recorded already, when it was sent the first time
 */
public record Recorded(long event, boolean before) {}
