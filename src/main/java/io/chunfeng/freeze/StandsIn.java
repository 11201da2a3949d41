package io.chunfeng.freeze;

/** A frozen cell in which a trip stands. */
public record StandsIn(FrozenKey table, FrozenCell cell, long value) {}
