package io.chunfeng.manifest;

/** @param passengers how many persons are in both groups */
public record SharedPassengers(Journey one, Journey other, int passengers) {

    /** A worker who goes home with one group and back with the other counts as no problem. */
    public boolean conflicting() {
        return !one.goesTogetherWith(other);
    }
}
