package io.chunfeng.freeze;

/** What a trip adds to a frozen cell. @param row, column see {@link io.chunfeng.statistics.FilledCell} */
public record FrozenShare(String row, int column, TripKey trip, long value) {}
