package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatTest {
    private final Format chinese = new Format(Locale.SIMPLIFIED_CHINESE);
    private final Format english = new Format(Locale.ENGLISH);

    @Test
    void dayWithLunarDate() {
        assertThat(chinese.day(LocalDate.of(2024, 2, 17))).isEqualTo("02-17（正月初八）周六");
        assertThat(chinese.day(LocalDate.of(2024, 1, 25))).isEqualTo("01-25（腊月十五）周四");
        assertThat(chinese.day(LocalDate.of(2024, 2, 10))).isEqualTo("02-10（正月初一）周六");
        assertThat(english.day(LocalDate.of(2024, 2, 17))).isEqualTo("02-17 (lunar 1/8) Sat");
    }

    @Test
    void leapMonth() {
        assertThat(chinese.day(LocalDate.of(2025, 7, 25))).isEqualTo("07-25（闰六月初一）周五");
        assertThat(english.day(LocalDate.of(2025, 7, 25))).isEqualTo("07-25 (lunar leap 6/1) Fri");
    }

    @Test
    void momentIsOfShanghai() {
        assertThat(chinese.moment(Instant.parse("2024-02-17T00:30:00Z"))).isEqualTo("02-17（正月初八）周六 08:30");
        assertThat(chinese.momentOfYear(Instant.parse("2024-02-17T00:30:00Z"))).isEqualTo("2024-02-17（正月初八）周六 08:30");
        assertThat(chinese.shortMoment(Instant.parse("2024-02-16T16:00:00Z"))).isEqualTo("02-17 00:00");
    }

    @Test
    void money() {
        assertThat(chinese.yuan(123_456_789)).isEqualTo("1,234,567.89");
        assertThat(chinese.yuan(-5)).isEqualTo("-0.05");
        assertThat(chinese.wholeYuan(149)).isEqualTo("1");
        assertThat(chinese.wholeYuan(150)).isEqualTo("2");
    }

    @Test
    void hoursRoundUpToTheMinute() {
        assertThat(chinese.hours(3600)).isEqualTo("1:00");
        assertThat(chinese.hours(3601)).isEqualTo("1:01");
    }
}
