package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {
    private static final Zoom ZOOM = new Zoom(8);
    /** At level 8. */
    private static final double PIXEL_DEGREES = 360.0 / 256 / 256;

    @Test
    void aStraightLineKeepsItsEnds() {
        List<double[]> line = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> new double[] {112 + i / 1000.0, 37})
                .toList();
        assertThat(Outline.of(line, ZOOM)).containsExactly(line.get(0), line.get(1000));
    }

    @Test
    void aCornerMoreThanHalfAPixelOffStays() {
        double[] start = {112, 0};
        double[] end = {113, 0};
        double[] near = {112.5, 0.49 * PIXEL_DEGREES};
        double[] far = {112.5, 0.51 * PIXEL_DEGREES};
        assertThat(Outline.of(List.of(start, near, end), ZOOM)).containsExactly(start, end);
        assertThat(Outline.of(List.of(start, far, end), ZOOM)).containsExactly(start, far, end);
        assertThat(Outline.of(List.of(start, near, end), new Zoom(9)))
                .as("a pixel at the next level")
                .containsExactly(start, near, end);
    }

    @Test
    void aWayThatTurnsRoundKeepsItsFarEnd() {
        double[] home = {112, 37};
        double[] far = {113, 37};
        double[] half = {112.5, 37};
        assertThat(Outline.of(List.of(home, far, home), ZOOM)).containsExactly(home, far, home);
        assertThat(Outline.of(List.of(home, far, half), ZOOM)).containsExactly(home, far, half);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8, 11, 14, 18})
    void everyDroppedPointLiesWithinHalfAPixelOfTheLine(int level) {
        long seed = 815 + level;
        System.out.println("OutlineTest: level " + level + ", seed " + seed);
        Random random = new Random(seed);
        Zoom zoom = new Zoom(level);
        for (int round = 0; round < 20; round++) {
            List<double[]> line = wander(random, 2 + random.nextInt(600));
            List<double[]> outline = Outline.of(line, zoom);

            assertThat(outline.get(0)).isSameAs(line.get(0));
            assertThat(outline.get(outline.size() - 1)).isSameAs(line.get(line.size() - 1));
            assertThat(line).containsSubsequence(outline);
            int kept = 0;
            for (double[] point : line) {
                if (kept < outline.size() - 1 && point == outline.get(kept + 1)) {
                    kept++;
                }
                double off = Outline.distance(
                        zoom.pixel(point),
                        zoom.pixel(outline.get(Math.max(0, Math.min(kept, outline.size() - 2)))),
                        zoom.pixel(outline.get(Math.min(kept + 1, outline.size() - 1))));
                assertThat(off).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(Outline.TOLERANCE_PIXELS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 7, 8, 10, 11, 14, 18})
    void roundingMovesAPointByLessThanHalfAPixel(int level) {
        Random random = new Random(level);
        Zoom zoom = new Zoom(level);
        for (double[] point : wander(random, 2_000)) {
            double[] exact = zoom.pixel(point);
            double[] rounded = zoom.pixel(zoom.rounded(point));
            assertThat(Math.hypot(exact[0] - rounded[0], exact[1] - rounded[1])).isLessThan(0.5);
        }
    }

    @Test
    void pixelsAreThoseOfTheUsualTiles() {
        assertThat(new Zoom(0).pixel(new double[] {0, 0})).containsExactly(new double[] {128, 128}, offset(1e-9));
        assertThat(new Zoom(1).pixel(new double[] {180, 85.05112877980659}))
                .containsExactly(new double[] {512, 0}, offset(1e-6));
        assertThat(new Zoom(5).rounded(new double[] {112.5678, 37.1234})).containsExactly(112.57, 37.12);
        assertThat(new Zoom(11).rounded(new double[] {112.56789, 37.12345})).containsExactly(112.5679, 37.1235);
    }

    @Test
    void levelsAreWholeNumbersFrom0To18() {
        assertThat(Zoom.of("0")).contains(new Zoom(0));
        assertThat(Zoom.of("18")).contains(new Zoom(18));
        for (String wrong : List.of("19", "-1", "", "x", "5.5", " 5", "99999999999")) {
            assertThat(Zoom.of(wrong)).as(wrong).isEmpty();
        }
    }

    /** A road of sorts: it keeps its direction for a while, turns, and sometimes comes back. */
    private static List<double[]> wander(Random random, int points) {
        List<double[]> line = new ArrayList<>();
        double lon = 100 + random.nextDouble() * 20;
        double lat = 20 + random.nextDouble() * 30;
        double direction = random.nextDouble() * 2 * Math.PI;
        for (int i = 0; i < points; i++) {
            line.add(new double[] {lon, lat});
            direction += random.nextGaussian() * (random.nextInt(20) == 0 ? 3 : 0.1);
            double step = 0.02 * random.nextDouble();
            lon += step * Math.cos(direction);
            lat += step * Math.sin(direction);
        }
        return line;
    }
}
