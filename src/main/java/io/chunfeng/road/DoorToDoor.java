package io.chunfeng.road;

/**
 * The figures of the way between two places: on the network with the access at both ends, or straight where the places are nearer to one another
 * than to the network.
 *
 * @param expressway share of the metres, 0 to 1, rounded to four decimals
 * @param onNetwork false: straight
 */
record DoorToDoor(int metres, int seconds, double expressway, boolean onNetwork) {
    private static final double SHARE_STEPS = 10_000;

    /** @param way on the network, or null where there is none; the answer is null where there is no way at all */
    static DoorToDoor of(Attached from, Attached to, WayFigures way) {
        Access access = from.access().plus(to.access());
        Access straight = from.rule().between(from.position(), to.position());
        if (straight.metres() <= access.metres()) {
            return new DoorToDoor(whole(straight.metres()), whole(straight.seconds()), 0, false);
        }
        if (way == null) {
            return null;
        }
        double metres = way.metres() + access.metres();
        double share = metres == 0 ? 0 : Math.min(1, way.expresswayMetres() / metres);
        return new DoorToDoor(
                whole(metres),
                whole(way.millis() / 1000.0 + access.seconds()),
                Math.round(share * SHARE_STEPS) / SHARE_STEPS,
                true);
    }

    private static int whole(double value) {
        return Math.toIntExact(Math.round(value));
    }
}
