package io.chunfeng.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Wgs84Test {
    private static final double METRES_PER_DEGREE = 111_195;

    /** Baidu's own documented pair for one point (天安门 area): BD-09 116.404, 39.915 is GCJ-02 116.39762729, 39.90865674. */
    @Test
    void bd09AndGcj02OfOnePointGiveOneWgs84Point() {
        Position fromBaidu = Wgs84.of(new Position(116.404, 39.915, Crs.BD09));
        Position fromAmap = Wgs84.of(new Position(116.39762729119315, 39.90865673957631, Crs.GCJ02));

        assertThat(metresBetween(fromBaidu, fromAmap)).isLessThan(0.5);
    }

    /** The pair used in the tests of the coordtransform libraries: WGS-84 116.404, 39.915 is GCJ-02 116.41024449916938, 39.91640428150164. */
    @Test
    void aPublishedPairIsReproduced() {
        Position wgs84 = Wgs84.of(new Position(116.41024449916938, 39.91640428150164, Crs.GCJ02));

        assertThat(metresBetween(wgs84, Position.wgs84(116.404, 39.915))).isLessThan(0.01);
        assertThat(wgs84.crs()).isEqualTo(Crs.WGS84);
    }

    @Test
    void theInverseUndoesTheShiftAllOverChina() {
        long seed = 20240217;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            double lon = 74 + random.nextDouble() * 60;
            double lat = 18 + random.nextDouble() * 35;
            double[] shift = Wgs84.shiftDegrees(lon, lat);
            Position back = Wgs84.of(new Position(lon + shift[0], lat + shift[1], Crs.GCJ02));

            assertThat(metresBetween(back, Position.wgs84(lon, lat)))
                    .as("seed %d, point %f %f", seed, lon, lat)
                    .isLessThan(0.001);
            double shiftMetres = metresBetween(Position.wgs84(lon + shift[0], lat + shift[1]), back);
            assertThat(shiftMetres).as("shift at %f %f", lon, lat).isBetween(20.0, 1_200.0);
        }
    }

    @Test
    void wgs84PassesThroughAndGcj02OutsideChinaIsWgs84() {
        Position taiyuan = Position.wgs84(112.55, 37.86);
        assertThat(Wgs84.of(taiyuan)).isSameAs(taiyuan);
        assertThat(Wgs84.of(new Position(2.35, 48.85, Crs.GCJ02))).isEqualTo(Position.wgs84(2.35, 48.85));
    }

    private static double metresBetween(Position a, Position b) {
        double north = (a.lat() - b.lat()) * METRES_PER_DEGREE;
        double east = (a.lon() - b.lon()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(a.lat()));
        return Math.hypot(north, east);
    }
}
