package io.chunfeng.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.dispatch.Recording;
import io.chunfeng.statistics.EnteredValue.Counties;
import io.chunfeng.statistics.EnteredValue.Number;
import io.chunfeng.statistics.EntryFinding.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of entered figures on its edge and one past it. */
class EntryCheckTest {
    private static final Instant FIRST = Instant.parse("2024-02-15T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-02-22T10:00:00Z");
    private static final ReportingUnit YANGQUAN = new ReportingUnit("1403", "阳泉市");
    private static final int FAIRS = 2;
    private static final int FUNDS = 17;

    private final StatisticsTemplate shanxi = TemplateFile.load("T-2024-SX");
    private final List<EnteredFigure> entered = new ArrayList<>();

    private void enter(StatisticsTemplate template, String unit, int number, Instant asOf, EnteredValue value) {
        entered.add(new EnteredFigure(
                template.id(),
                1,
                unit,
                template.column(number).key(),
                asOf,
                value,
                new Recording(entered.size() + 1, Instant.EPOCH, "test", null)));
    }

    private EntrySheet sheet(StatisticsTemplate template, ReportingUnit unit, Instant asOf) {
        return new EntrySheet(
                template,
                1,
                unit,
                asOf,
                entered.stream()
                        .filter(figure -> figure.unit().equals(unit.code()))
                        .toList(),
                new Entries(entered.stream()
                        .filter(figure -> !figure.asOf().isAfter(asOf))
                        .toList()));
    }

    private List<Code> typed(EntrySheet sheet, Map<Integer, String> typed) {
        return FigureEntry.read(sheet, typed).findings().stream()
                .map(EntryFinding::code)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                |",
                "１２              |",
                "1,234            |",
                "-1               | NEGATIVE",
                "-0               |",
                "1.0              |",
                "1.5              | NOT_WHOLE",
                "53人              | NOT_A_NUMBER",
                "1e3              | NOT_A_NUMBER",
                "1000000000000000 |",
                "1000000000000001 | TOO_LONG"
            })
    void aCountIsAWholeNumber(String text, Code fault) {
        assertThat(typed(sheet(shanxi, YANGQUAN, SECOND), Map.of(FAIRS, text)))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.3456    | 12345600   |",
                "0.000001   | 1          |",
                "0.0000001  |            | TOO_FINE",
                "10000      | 10000000000|",
                "10000.0001 |            | IMPLAUSIBLE",
                "500000     |            | IMPLAUSIBLE"
            })
    void moneyIsKeptInFenAndAnAmountInYuanIsNoticed(String text, Long fen, Code fault) {
        FigureEntry.Reading reading = FigureEntry.read(sheet(shanxi, YANGQUAN, SECOND), Map.of(FUNDS, text));
        assertThat(reading.findings())
                .extracting(EntryFinding::code)
                .isEqualTo(fault == null ? List.of() : List.of(fault));
        if (fault == null) {
            assertThat(reading.values()).containsEntry(FUNDS, new Number(fen));
        }
    }

    @Test
    void moneyThatLeapsAThousandfoldIsNoticed() {
        enter(shanxi, "1403", FUNDS, FIRST, new Number(5_000_000));
        EntrySheet sheet = sheet(shanxi, YANGQUAN, SECOND);
        assertThat(typed(sheet, Map.of(FUNDS, "4999.999999"))).isEmpty();
        assertThat(typed(sheet, Map.of(FUNDS, "5000"))).containsExactly(Code.LEAPS);
    }

    @Test
    void aCumulativeFigureDoesNotFallWithoutAReason() {
        enter(shanxi, "1403", FAIRS, FIRST, new Number(10));
        EntrySheet sheet = sheet(shanxi, YANGQUAN, SECOND);
        assertThat(typed(sheet, Map.of(FAIRS, "10"))).isEmpty();
        FigureEntry.Reading falls = FigureEntry.read(sheet, Map.of(FAIRS, "9"));
        assertThat(falls.findings()).extracting(EntryFinding::code).containsExactly(Code.FALLS);
        assertThat(EntryFinding.accepted(falls.findings(), null)).isFalse();
        assertThat(EntryFinding.accepted(falls.findings(), "重复统计一场")).isTrue();
    }

    @Test
    void itIsNotAboveALaterOneEither() {
        enter(shanxi, "1403", FAIRS, SECOND, new Number(10));
        assertThat(typed(sheet(shanxi, YANGQUAN, FIRST), Map.of(FAIRS, "10"))).isEmpty();
        assertThat(typed(sheet(shanxi, YANGQUAN, FIRST), Map.of(FAIRS, "11"))).containsExactly(Code.LATER_LOWER);
    }

    @Test
    void aFigureOfAMomentMayFall() {
        StatisticsTemplate form = TemplateFile.load("T-2023-YZ");
        ReportingUnit jinan = form.unit("3701").orElseThrow();
        enter(form, "3701", 2, FIRST, new Number(10));
        enter(form, "3701", 3, FIRST, new Number(10));
        assertThat(typed(sheet(form, jinan, SECOND), Map.of(2, "3", 3, "3"))).containsExactly(Code.FALLS);
    }

    @Test
    void aCorrectionAndATakingAwayNeedAReason() {
        enter(shanxi, "1403", FAIRS, SECOND, new Number(10));
        EntrySheet sheet = sheet(shanxi, YANGQUAN, SECOND);
        assertThat(typed(sheet, Map.of(FAIRS, "10"))).isEmpty();
        assertThat(typed(sheet, Map.of(FAIRS, "11"))).containsExactly(Code.CORRECTS);
        assertThat(typed(sheet, Map.of(FAIRS, ""))).containsExactly(Code.CLEARS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T-2023-CF | 5 | 10 | 6=4;7=3;8=3 |              ",
                "T-2023-CF | 5 | 10 | 6=4;7=3;8=4 | PARTS_EXCEED ",
                "T-2023-CF | 5 | 10 | 6=4;7=3     |              ",
                "T-2023-CF | 5 | 10 | 6=11        | PARTS_EXCEED ",
                "T-2023-YZ | 4 | 3  | 5=3;6=90    |              ",
                "T-2023-YZ | 4 | 3  | 5=4;6=1     | PART_EXCEEDS ",
                "T-2023-YZ | 7 | 6  | 8=2;9=2;10=2|              ",
                "T-2023-YZ | 7 | 6  | 8=2;9=2;10=3| PARTS_EXCEED ",
                "T-2023-CL | 8 | 6  | 9=3;10=3    |              ",
                "T-2023-CL | 8 | 6  | 9=3;10=4    | PARTS_EXCEED "
            })
    void partsAreNotMoreThanTheWhole(String id, int whole, String figure, String parts, Code fault) {
        StatisticsTemplate form = TemplateFile.load(id);
        Map<Integer, String> typed = new HashMap<>(Map.of(whole, figure));
        for (String part : parts.strip().split(";")) {
            typed.put(Integer.valueOf(part.split("=")[0]), part.split("=")[1]);
        }
        assertThat(typed(sheet(form, form.unit("3701").orElseThrow(), SECOND), typed))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    /** 阳泉 has 城区 140302, 矿区 140303, 郊区 140311, 平定县 140321, 盂县 140322. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "城区、矿区、郊区 | 平定县、盂县    |              ",
                "城区、矿区、郊区、平定县、盂县 | |              ",
                "城区、矿区、郊区 | 平定县         | NOT_LISTED   ",
                "城区、矿区、郊区 | 郊区、平定县、盂县 | LISTED_TWICE ",
                "城区、矿区、郊区、小店区 | 平定县、盂县 | NOT_OF_UNIT ",
                "城区、矿区、效区 | 平定县、盂县    | UNKNOWN_COUNTY "
            })
    void listsOfCountiesAreDisjointAndCoverTheCity(String open, String closed, Code fault) {
        assertThat(typed(sheet(shanxi, YANGQUAN, SECOND), Map.of(19, open, 20, closed == null ? "" : closed)))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void aCountysOwnWordStandsForIt() {
        enter(shanxi, "140302", 19, FIRST, new Counties(new TreeSet<>(List.of("140302"))));
        enter(shanxi, "140302", 20, FIRST, new Counties(new TreeSet<>()));
        EntrySheet sheet = sheet(shanxi, YANGQUAN, SECOND);
        assertThat(typed(sheet, Map.of(19, "矿区", 20, "城区、郊区、平定县、盂县"))).containsExactly(Code.COUNTY_SAYS_OTHERWISE);
        assertThat(typed(sheet, Map.of(19, "城区、矿区", 20, "郊区、平定县、盂县"))).isEmpty();
    }

    @Test
    void aCityIsItselfAndItsCountiesAndNothingIsNotZero() {
        enter(shanxi, "140302", FAIRS, FIRST, new Number(2));
        enter(shanxi, "140303", FAIRS, FIRST, new Number(3));
        StatisticsTemplate.Column fairs = shanxi.column(FAIRS);
        assertThat(new Entries(entered).total(fairs, "1403")).contains(5L);
        assertThat(new Entries(entered).total(fairs, "1401")).isEmpty();
        enter(shanxi, "1403", FAIRS, FIRST, new Number(10));
        assertThat(new Entries(entered).total(fairs, "1403")).contains(15L);
        assertThat(new Entries(entered).total(fairs, "14")).contains(15L);
        assertThat(new Entries(entered).below(fairs, "1403")).contains(5L);
        assertThat(new Entries(entered).total(fairs, "140303")).contains(3L);
    }
}
