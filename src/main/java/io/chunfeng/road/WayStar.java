package io.chunfeng.road;

/**
 * The ways from one point to others, or inward from others to it. Points are numbers in a list that caller and callee share.
 *
 * @param others in the order of the figures
 * @param metres whole metres, {@link RoadMatrix#UNREACHABLE} where there is no way
 * @param seconds likewise
 * @param expressway share of the metres in ten-thousandths
 */
public record WayStar(int point, boolean inward, int[] others, int[] metres, int[] seconds, short[] expressway) {

    /** Ways of one star. */
    public int size() {
        return others.length;
    }
}
