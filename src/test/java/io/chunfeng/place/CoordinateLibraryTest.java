package io.chunfeng.place;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hutool.core.util.CoordinateUtil;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our conversion to WGS-84 against that of hutool: the same forward formulas, but its inverse is a single step. */
class CoordinateLibraryTest {
    private static final long SEED = 20240217;

    @Test
    void thereAndBackIsExactWithOursAndMetresOffWithTheLibrary() {
        Random random = new Random(SEED);
        double ours = 0;
        double library = 0;
        for (int i = 0; i < 2_000; i++) {
            double lon = 100 + 20 * random.nextDouble();
            double lat = 22 + 20 * random.nextDouble();
            Position truth = Position.wgs84(lon, lat);
            CoordinateUtil.Coordinate gcj = CoordinateUtil.wgs84ToGcj02(lon, lat);
            CoordinateUtil.Coordinate back = CoordinateUtil.gcj02ToWgs84(gcj.getLng(), gcj.getLat());
            ours = Math.max(
                    ours, PlaceCheck.metres(truth, Wgs84.of(new Position(gcj.getLng(), gcj.getLat(), Crs.GCJ02))));
            library = Math.max(library, PlaceCheck.metres(truth, Position.wgs84(back.getLng(), back.getLat())));
        }
        assertThat(ours).isLessThan(0.01);
        assertThat(library).isBetween(0.5, 10.0);
    }

    @Test
    void baiduToo() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            double lon = 100 + 20 * random.nextDouble();
            double lat = 22 + 20 * random.nextDouble();
            CoordinateUtil.Coordinate baidu = CoordinateUtil.wgs84ToBd09(lon, lat);
            Position ours = Wgs84.of(new Position(baidu.getLng(), baidu.getLat(), Crs.BD09));
            // the published inverse of BD-09 itself is good to about a metre
            assertThat(PlaceCheck.metres(Position.wgs84(lon, lat), ours)).isLessThan(2.0);
        }
    }
}
