package io.chunfeng.road;

/** A way off the network, made by {@link AccessRule}. */
record Access(double metres, double seconds) {

    Access plus(Access other) {
        return new Access(metres + other.metres, seconds + other.seconds);
    }
}
