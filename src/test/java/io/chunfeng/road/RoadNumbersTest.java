package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "G5 | true | G5",
                "G5, G20 | true | G5 G20",
                "G5;G20 | true | G5 G20",
                "G1,AH1 | true | G1",
                "AH1 | true | -",
                "g 5；G20 | true | G5 G20",
                "G4W2 | true | G4W2",
                "S36, G60N | true | S36 G60N",
                "G5;G5 | true | G5",
                "S301 | true | S301",
                "京昆 | true | -",
                "'' | true | -",
                "G108 | false | G108",
                "G108;S301 | false | G108",
                "G5 | false | -",
                "S60 | false | -",
                "X012 | false | -"
            })
    void expresswaysAndNationalRoadsHaveNumbersToName(String ref, boolean expressway, String numbers) {
        assertThat(RoadNumbers.in(ref, expressway))
                .isEqualTo(numbers == null ? List.of() : List.of(numbers.split(" ")));
    }

    @Test
    void theSameNumberIsOneStretch() {
        assertThat(merged(piece(10, "G5"), piece(20, "G5"), piece(5, "G20")))
                .containsExactly(road("G5", 0, 30), road("G20", 30, 35));
    }

    @Test
    void aGapShorterThanFiveKilometresDoesNotSplit() {
        assertThat(merged(piece(10, "G5"), piece(4.999), piece(10, "G5")))
                .containsExactly(new Passed.Road("G5", "", 0, 24_999));
        assertThat(merged(piece(10, "G5"), piece(5), piece(10, "G5")))
                .containsExactly(road("G5", 0, 10), road("G5", 15, 25));
    }

    @Test
    void theGapCountsAsAWholeHoweverManyPiecesItHas() {
        assertThat(merged(piece(10, "G5"), piece(2.5), piece(2.4), piece(10, "G5")))
                .hasSize(1);
        assertThat(merged(piece(10, "G5"), piece(2.5), piece(2.5), piece(10, "G5")))
                .hasSize(2);
        assertThat(merged(piece(10, "G5"), piece(4), piece(1, "G5"), piece(4), piece(10, "G5")))
                .as("two gaps")
                .hasSize(1);
    }

    @Test
    void anotherNumberSplitsHoweverShort() {
        assertThat(merged(piece(10, "G5"), piece(1, "G20"), piece(10, "G5")))
                .containsExactly(road("G5", 0, 10), road("G20", 10, 11), road("G5", 11, 21));
    }

    @Test
    void aGapAtTheEndOrBeforeTheBeginningBelongsToNobody() {
        assertThat(merged(piece(3), piece(10, "G5"), piece(3))).containsExactly(road("G5", 3, 13));
        assertThat(merged(piece(10, "G5"), piece(3), piece(10, "G20")))
                .containsExactly(road("G5", 0, 10), road("G20", 13, 23));
        assertThat(merged(piece(3))).isEmpty();
        assertThat(merged()).isEmpty();
    }

    @Test
    void ofSeveralNumbersTheOneThatContinuesIsTaken() {
        assertThat(merged(piece(10, "G5"), piece(10, "G20", "G5"), piece(10, "G5")))
                .as("before and behind")
                .containsExactly(road("G5", 0, 30));
        assertThat(merged(piece(10, "G5", "G20"), piece(10, "G20")))
                .as("from the beginning: the one that goes on")
                .containsExactly(road("G20", 0, 20));
        assertThat(merged(piece(10, "G5"), piece(10, "G5", "G20"), piece(10, "G20")))
                .as("as far as it goes")
                .containsExactly(road("G5", 0, 20), road("G20", 20, 30));
        assertThat(merged(piece(10, "G5", "G20"))).as("the first of equals").containsExactly(road("G5", 0, 10));
        assertThat(merged(piece(1, "G20", "G5"), piece(4), piece(1, "G5")))
                .as("over a gap")
                .containsExactly(road("G5", 0, 6));
    }

    @Test
    void theNameIsTheOneOfMostMetres() {
        List<RoadNumbers.Piece> pieces = List.of(
                new RoadNumbers.Piece(List.of("G5"), "石太高速", 40_000),
                new RoadNumbers.Piece(List.of("G5"), "", 90_000),
                new RoadNumbers.Piece(List.of(), "某匝道", 4_000),
                new RoadNumbers.Piece(List.of("G5"), "京昆高速", 50_000));

        assertThat(RoadNumbers.merged(pieces, 0)).containsExactly(new Passed.Road("G5", "京昆高速", 0, 184_000));
    }

    @Test
    void whereTwoRoadsRunTogetherTheNameMayBeThatOfTheOther() {
        RoadNumbers.Piece together = new RoadNumbers.Piece(List.of("G5", "G20"), "京昆高速", 90_000);
        RoadNumbers.Piece alone = new RoadNumbers.Piece(List.of("G20"), "青银高速", 10_000);

        assertThat(RoadNumbers.merged(List.of(together, alone), 0))
                .containsExactly(new Passed.Road("G20", "青银高速", 0, 100_000));
        assertThat(RoadNumbers.merged(List.of(together), 0)).containsExactly(new Passed.Road("G5", "京昆高速", 0, 90_000));
    }

    @Test
    void metresCountFromTheStartOfTheWay() {
        assertThat(RoadNumbers.merged(List.of(piece(1), piece(2, "G5")), 700.4))
                .containsExactly(new Passed.Road("G5", "", 1_700, 3_700));
    }

    private static List<Passed.Road> merged(RoadNumbers.Piece... pieces) {
        return RoadNumbers.merged(List.of(pieces), 0);
    }

    private static RoadNumbers.Piece piece(double km, String... numbers) {
        return new RoadNumbers.Piece(List.of(numbers), "", km * 1000);
    }

    private static Passed.Road road(String number, int fromKm, int toKm) {
        return new Passed.Road(number, "", fromKm * 1000, toKm * 1000);
    }
}
