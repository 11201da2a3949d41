package io.chunfeng.road;

/** What a way on the network adds up to. */
record WayFigures(double metres, long millis, double expresswayMetres) {
    static final WayFigures NONE = new WayFigures(0, 0, 0);

    WayFigures plus(double moreMetres, long moreMillis, double moreExpresswayMetres) {
        return new WayFigures(metres + moreMetres, millis + moreMillis, expresswayMetres + moreExpresswayMetres);
    }

    WayFigures plus(WayFigures other) {
        return plus(other.metres, other.millis, other.expresswayMetres);
    }
}
