package io.chunfeng.demand;

/** Mode of the main (longest) leg of a journey: 专车, 专列（含包车厢）, 包机. */
public enum Mode {
    COACH,
    RAIL,
    AIR
}
