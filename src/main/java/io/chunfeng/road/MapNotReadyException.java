package io.chunfeng.road;

/** The map is still being prepared; asking again later helps. */
public final class MapNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MapNotReadyException() {
        super("地图还在准备中，请稍后再试 / the map is still being prepared, try again later");
    }
}
