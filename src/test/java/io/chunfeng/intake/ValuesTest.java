package io.chunfeng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.intake.Problem.Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons, modes, priorities, yes and no; headers. */
class ValuesTest {

    private static CellValue text(String text) {
        return new CellValue.Text(text);
    }

    @ParameterizedTest
    @CsvSource({"53", "５３", "53人", "' 53 名 '", "53.0", "53人次", "53位", "共53人", "\u200B53"})
    void fiftyThreePersons(String typed) {
        assertThat(Counts.whole(text(typed), 1, 5000).value()).isEqualTo(53);
    }

    @ParameterizedTest
    @CsvSource({
        "53.5, NOT_WHOLE",
        "0, TOO_SMALL",
        "-3, TOO_SMALL",
        "5001, TOO_LARGE",
        "13800138000, TOO_LARGE",
        "约50人, NOT_A_NUMBER",
        "50-60, NOT_A_NUMBER",
        "五十, NOT_A_NUMBER",
        "1e3, NOT_A_NUMBER",
        "=1+1, NOT_A_NUMBER"
    })
    void notAHeadcount(String typed, Code expected) {
        assertThat(Counts.whole(text(typed), 1, 5000).wrong()).isEqualTo(expected);
    }

    @Test
    void edgesOfHeadcounts() {
        assertThat(Counts.whole(text("1"), 1, 5000).value()).isEqualTo(1);
        assertThat(Counts.whole(text("5,000"), 1, 5000).value()).isEqualTo(5000);
        assertThat(Counts.whole(new CellValue.Num(new BigDecimal("53.0")), 1, 5000)
                        .value())
                .isEqualTo(53);
        assertThat(Counts.whole(new CellValue.Num(new BigDecimal("53.5")), 1, 5000)
                        .wrong())
                .isEqualTo(Code.NOT_WHOLE);
        assertThat(Counts.whole(text("约50人"), 1, 5000).suggestion()).isEqualTo("50");
    }

    @ParameterizedTest
    @CsvSource({
        "包车, COACH",
        "专车, COACH",
        "大巴车, COACH",
        "专列, RAIL",
        "包车厢, RAIL",
        "火车（包车厢）, RAIL",
        "包机, AIR",
        "'包车、火车', COACH RAIL",
        "包车或专列, COACH RAIL",
        "大巴/飞机, COACH AIR",
        "不限, COACH RAIL AIR",
        "均可, COACH RAIL AIR",
        "coach+rail, COACH RAIL"
    })
    void modes(String typed, String expected) {
        assertThat(Choices.modes(text(typed)).value().stream()
                        .sorted()
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"自驾", "包车、自驾", "轮船", "、"})
    void whatIsNoMode(String typed) {
        assertThat(Choices.modes(text(typed)).wrong()).isEqualTo(Code.UNKNOWN_MODE);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "一般,1", "普通,1", "非脱贫户,1", "2,2", "脱贫/监测对象,2", "脱贫户,2", "3,3", "必须成行,3", "紧急,3"})
    void priorities(String typed, int expected) {
        assertThat(Choices.priority(text(typed)).value()).isEqualTo(expected);
    }

    @Test
    void whatIsNoPriority() {
        assertThat(Choices.priority(text("4")).wrong()).isEqualTo(Code.UNKNOWN_PRIORITY);
        assertThat(Choices.priority(text("VIP")).wrong()).isEqualTo(Code.UNKNOWN_PRIORITY);
    }

    @ParameterizedTest
    @CsvSource({"是,true", "可以,true", "√,true", "TRUE,true", "否,false", "不可,false", "×,false", "0,false"})
    void yesAndNo(String typed, boolean expected) {
        assertThat(Choices.yes(text(typed)).value()).isEqualTo(expected);
    }

    @Test
    void perhapsIsNeither() {
        assertThat(Choices.yes(text("看情况")).wrong()).isEqualTo(Code.UNKNOWN_YES_NO);
    }

    @ParameterizedTest
    @CsvSource({"人数（人）, 人数", "＊人 数：, 人数", "'人\n数', 人数", "Head_Count, headcount", "县（市、区）, 县", "（备注）, (备注)"})
    void headersAreComparedWithoutOrnaments(String header, String expected) {
        assertThat(Heading.normal(header)).isEqualTo(expected);
    }

    @Test
    void noHeaderMeansTwoColumns() {
        List<String> all = java.util.Arrays.stream(GroupColumn.values())
                .flatMap(column -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(column.key(), column.title()), column.synonyms().stream()))
                .map(Heading::normal)
                .toList();
        assertThat(all.stream()
                        .filter(name -> java.util.Collections.frequency(all, name) > 1)
                        .distinct())
                .containsExactlyInAnyOrder("县");
    }
}
