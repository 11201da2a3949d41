package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void aStraightLineKeepsItsEnds() {
        List<double[]> line = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> new double[] {i / 1000.0, 2 * i / 1000.0})
                .toList();
        assertThat(Outline.of(line, 1e-6)).containsExactly(line.get(0), line.get(1000));
    }

    @Test
    void aCornerFurtherOffThanTheToleranceStays() {
        double[] start = {0, 0};
        double[] corner = {0.5, 0.1};
        double[] end = {1, 0};
        assertThat(Outline.of(List.of(start, corner, end), 0.09)).containsExactly(start, corner, end);
        assertThat(Outline.of(List.of(start, corner, end), 0.11)).containsExactly(start, end);
    }

    @Test
    void aRoundTripKeepsItsFarEnd() {
        double[] home = {0, 0};
        double[] far = {1, 1};
        assertThat(Outline.of(List.of(home, far, home), 0.01)).containsExactly(home, far, home);
    }
}
