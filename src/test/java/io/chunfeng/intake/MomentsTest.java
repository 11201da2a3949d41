package io.chunfeng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.intake.Problem.Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and times as people write them, in the season of the campaign 2024-01-25 to 2024-04-08. */
class MomentsTest {
    private static final Season SEASON =
            new Season(LocalDate.of(2024, 1, 25), LocalDate.of(2024, 4, 8), LocalDate.of(2024, 2, 10));
    private final Moments moments = new Moments(SEASON);

    private static String shown(Read<When> read) {
        if (read.wrong() != null) {
            return read.wrong().name();
        }
        When when = read.value();
        return (when.day() == null ? "" : when.day() + " ")
                + (when.midnight() ? "24:00" : when.time() == null ? "" : when.time());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-17, '2024-02-17 '",
        "2024/2/17, '2024-02-17 '",
        "2024.2.17, '2024-02-17 '",
        "２０２４年２月１７日, '2024-02-17 '",
        "24年2月17日, '2024-02-17 '",
        "20240217, '2024-02-17 '",
        "2月17日, '2024-02-17 '",
        "2月17号（周六）, '2024-02-17 '",
        "2/17, '2024-02-17 '",
        "2.17, '2024-02-17 '",
        "正月初八, '2024-02-17 '",
        "农历腊月二十, '2024-01-30 '",
        "正月十五, '2024-02-24 '",
        "正月廿九, '2024-03-09 '",
        "8:00, 08:00",
        "08：30, 08:30",
        "8:00:00, 08:00",
        "上午8点, 08:00",
        "下午2:30, 14:30",
        "下午2点半, 14:30",
        "20点, 20:00",
        "14时30分, 14:30",
        "晚8点半, 20:30",
        "晚上12点, 24:00",
        "中午12点, 12:00",
        "中午1点, 13:00",
        "凌晨12点, 00:00",
        "下午12点, 12:00",
        "早上八点, 08:00",
        "十二点一刻, 12:15",
        "8:30 PM, 20:30",
        "24:00, 24:00",
        "2024-02-17 08:00, '2024-02-17 08:00'",
        "2024/2/17 8:00, '2024-02-17 08:00'",
        "2024-02-17T08:00:00+08:00, '2024-02-17 08:00'",
        "2024-02-17 8点, '2024-02-17 08:00'",
        "2月17日8:00, '2024-02-17 08:00'",
        "2月17日 晚8点半, '2024-02-17 20:30'",
        "2月17日18:00前, '2024-02-17 18:00'",
        "12月18日18:00, '2024-12-18 18:00'",
        "正月初八 上午9点, '2024-02-17 09:00'"
    })
    void readsTheWaysPeopleWrite(String typed, String expected) {
        assertThat(shown(moments.read(new CellValue.Text(typed)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-30, NO_SUCH_DAY",
        "2023-02-29, NO_SUCH_DAY",
        "2月30日, NO_SUCH_DAY",
        "13月1日, NO_SUCH_DAY",
        "正月三十, NO_SUCH_DAY",
        "正月初八（周日）, WRONG_WEEKDAY",
        "2024-02-17 25:00, BAD_TIME",
        "8:61, BAD_TIME",
        "晚1点, BAD_TIME",
        "24:01, BAD_TIME",
        "下周六, BAD_DATE",
        "尽快, BAD_DATE",
        "8, BAD_DATE",
        "2024-02, BAD_DATE"
    })
    void whatIsNoDayOrTimeIsNotGuessed(String typed, Code expected) {
        assertThat(moments.read(new CellValue.Text(typed)).wrong()).isEqualTo(expected);
    }

    @Test
    void aDayWithoutYearIsInTheSeasonAlsoAcrossNewYear() {
        Season across = new Season(LocalDate.of(2024, 12, 20), LocalDate.of(2025, 3, 1), LocalDate.of(2025, 1, 29));
        assertThat(across.withYear(12, 25)).contains(LocalDate.of(2024, 12, 25));
        assertThat(across.withYear(2, 1)).contains(LocalDate.of(2025, 2, 1));
        assertThat(across.withYear(2, 29)).contains(LocalDate.of(2024, 2, 29));
        assertThat(across.holds(LocalDate.of(2024, 2, 29))).isFalse();
        assertThat(SEASON.withYear(2, 29)).contains(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "45339, '2024-02-17 '",
        "45339.3333333333, '2024-02-17 08:00'",
        "0.5, 12:00",
        "0.99999, 24:00",
        "20240217, '2024-02-17 '",
        "2.17, '2024-02-17 '",
        "2.9, '2024-02-09 '",
        "2.1, AMBIGUOUS_DATE",
        "3.2, AMBIGUOUS_DATE",
        "17, BAD_DATE",
        "53.5, NO_SUCH_DAY"
    })
    void numbersOfCellsThatNobodyFormatted(BigDecimal number, String expected) {
        assertThat(shown(moments.read(new CellValue.Num(number)))).isEqualTo(expected);
    }

    @Test
    void serialsOfFormattedCells() {
        assertThat(shown(moments.read(new CellValue.Moment(LocalDateTime.of(2024, 2, 17, 7, 59, 59)))))
                .isEqualTo("2024-02-17 08:00");
        assertThat(shown(moments.read(new CellValue.Moment(LocalDateTime.of(1899, 12, 31, 20, 0)))))
                .isEqualTo("20:00");
    }
}
