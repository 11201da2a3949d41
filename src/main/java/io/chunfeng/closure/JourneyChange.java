package io.chunfeng.closure;

import io.chunfeng.place.Place;

/**
 * A journey that a closure makes longer or cuts off.
 *
 * @param groups that make it
 * @param persons of these groups
 * @param after null when it is cut off
 */
public record JourneyChange(Place from, Place to, int groups, int persons, Way before, Way after) {

    public boolean cutOff() {
        return after == null;
    }

    public int moreMetres() {
        return after.metres() - before.metres();
    }

    public int moreSeconds() {
        return after.seconds() - before.seconds();
    }
}
