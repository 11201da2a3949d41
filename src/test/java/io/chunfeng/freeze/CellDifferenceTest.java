package io.chunfeng.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellDifferenceTest {
    private static FrozenCell figure(int column, String number) {
        return Cells.figure("1411", 3, "吕梁市", column, number, false);
    }

    @Test
    void onlyCellsThatDifferAreListedWithTheirChange() {
        List<CellDifference> differences = CellDifference.between(
                List.of(figure(7, "501"), figure(8, "2"), figure(9, null)),
                List.of(figure(7, "500"), figure(8, "2.0"), figure(9, "0")));
        assertThat(differences)
                .extracting(difference -> difference.either().cell().address())
                .containsExactly("G3", "I3");
        assertThat(differences.get(0).change()).isEqualByComparingTo("-1");
        assertThat(differences.get(1).change()).as("nothing is not zero").isZero();
    }

    @Test
    void rowsThatComeAndGoAreListed() {
        FrozenCell other = Cells.figure("1401", 3, "太原市", 7, "5", false);
        assertThat(CellDifference.between(List.of(figure(7, "501")), List.of(other)))
                .extracting(CellDifference::before, CellDifference::after)
                .containsExactly(
                        tuple(null, other),
                        tuple(figure(7, "501"), null));
    }

    @Test
    void wordsHaveNoChange() {
        CellDifference difference = CellDifference.between(
                        List.of(Cells.words("1411", 3, "吕梁市", 19, "临县")),
                        List.of(Cells.words("1411", 3, "吕梁市", 19, "临县、石楼县")))
                .get(0);
        assertThat(difference.change()).isNull();
    }
}
