package io.chunfeng.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TemplateFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** D4. */
class SumsTest {
    private static final List<Sums.Rule> SEVEN = List.of(new Sums.Rule(7, List.of(9, 11, 13)));

    private static FrozenCell figure(int column, String number) {
        return Cells.figure("1411", 3, "吕梁市", column, number, false);
    }

    @Test
    void theFormOfShanxiHasOneSum() {
        StatisticsTemplate template = TemplateFile.load("T-2024-SX");
        assertThat(FrozenContents.sums(template)).isEqualTo(SEVEN);
    }

    @Test
    void aSumOfItsPartsPassesAndOneMoreDoesNot() {
        List<FrozenCell> parts = List.of(figure(9, "102"), figure(11, "251"), figure(13, "148"));
        assertThat(Sums.broken(SEVEN, with(parts, figure(7, "501")), List.of())).isEmpty();
        assertThat(Sums.broken(SEVEN, with(parts, figure(7, "501.0")), List.of())).isEmpty();
        assertThat(Sums.broken(SEVEN, with(parts, figure(7, "502")), List.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.SUM);
                    assertThat(finding.figures()).containsExactly("吕梁市", "第7列", "G3", "502", "501");
                });
    }

    @Test
    void nothingIsFilledInIsNoFault() {
        assertThat(Sums.broken(SEVEN, List.of(figure(7, null), figure(9, null), figure(11, null), figure(13, null)), List.of()))
                .isEmpty();
    }

    @Test
    void partsWithoutTheirSumAreAFault() {
        assertThat(Sums.broken(SEVEN, List.of(figure(7, null), figure(9, "3")), List.of()))
                .hasSize(1);
    }

    @Test
    void aCountedFigureIsThatOfTheTripsBehindIt() {
        FrozenCell counted = Cells.figure("1411", 3, "吕梁市", 9, "102", true);
        FrozenShare first = new FrozenShare("1411", 9, new TripKey(1, "C1"), 51);
        FrozenShare second = new FrozenShare("1411", 9, new TripKey(1, "C2"), 51);
        FrozenShare ofAnotherColumn = new FrozenShare("1411", 8, new TripKey(1, "C2"), 1);
        assertThat(Sums.broken(List.of(), List.of(counted), List.of(first, second, ofAnotherColumn)))
                .isEmpty();
        assertThat(Sums.broken(List.of(), List.of(counted), List.of(first)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures()).endsWith("102", "51"));
    }

    private static List<FrozenCell> with(List<FrozenCell> parts, FrozenCell sum) {
        return List.of(sum, parts.get(0), parts.get(1), parts.get(2));
    }
}
