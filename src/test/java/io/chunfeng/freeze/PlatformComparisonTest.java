package io.chunfeng.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.freeze.Finding.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** D5. */
class PlatformComparisonTest {
    private static final List<FrozenCell> TABLE = List.of(
            Cells.name("1401", 3, "太原市"),
            Cells.figure("1401", 3, "太原市", 2, "12", false),
            Cells.figure("1401", 3, "太原市", 3, null, false),
            Cells.name("1411", 4, "吕梁市"),
            Cells.figure("1411", 4, "吕梁市", 2, "1234.5", true),
            Cells.words("1411", 4, "吕梁市", 3, "临县、石楼县"));

    @Test
    void theSameFiguresPassHoweverTheyAreWritten() {
        assertThat(PlatformComparison.differences(
                        TABLE,
                        Map.of("A3", " 太原市", "B3", "１２", "A4", "吕梁市", "B4", "1,234.50", "C4", "临县、 石楼县")))
                .isEmpty();
    }

    @Test
    void rowsAreFoundByTheirNameWhereverTheyStand() {
        assertThat(PlatformComparison.differences(
                        TABLE,
                        Map.of("A9", "太原市", "B9", "12", "A7", "吕梁市", "B7", "1234.4", "C7", "临县、石楼县")))
                .containsExactly(new Finding(Kind.DIFFERENT, List.of("吕梁市", "第2列", "B7", "1234.5", "1234.4"), List.of()));
    }

    @Test
    void nothingIsNotZero() {
        assertThat(PlatformComparison.differences(
                        TABLE,
                        Map.of("A3", "太原市", "B3", "12", "C3", "0", "A4", "吕梁市", "B4", "1234.5", "C4", "临县、石楼县")))
                .containsExactly(new Finding(Kind.DIFFERENT, List.of("太原市", "第3列", "C3", "", "0"), List.of()));
    }

    @Test
    void aMissingRowIsToldOnce() {
        assertThat(PlatformComparison.differences(TABLE, Map.of("A3", "太原市", "B3", "12")))
                .containsExactly(new Finding(Kind.ROW_MISSING, List.of("吕梁市"), List.of()));
    }

    @Test
    void aFormOfItemsIsComparedByAddress() {
        List<FrozenCell> items = List.of(
                new FrozenCell(Cells.figure("3701", 4, "济南市", 2, "7", false).cell(), "济南市", "1 企业个数", "个"),
                new FrozenCell(Cells.figure("3701", 5, "济南市", 2, "8", false).cell(), "济南市", "2 求职者数", "人"));
        assertThat(PlatformComparison.differences(items, Map.of("B4", "7", "B5", "9")))
                .containsExactly(new Finding(Kind.DIFFERENT, List.of("济南市", "2 求职者数", "B5", "8", "9"), List.of()));
    }
}
