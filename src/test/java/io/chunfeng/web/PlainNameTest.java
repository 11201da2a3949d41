package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of uploaded files are only ever shown, and never as paths. */
class PlainNameTest {

    @ParameterizedTest
    @CsvSource({
        "迎泽区.xlsx, 迎泽区.xlsx",
        "../../etc/passwd, passwd",
        "'C:\\Users\\a\\表.xls', 表.xls",
        "'..', file",
        "'', file",
        "'a\u0000b\u202Ex.csv', abx.csv",
        "'<script>.csv', script.csv",
        "'/', file"
    })
    void onlyTheLastPartIsKept(String given, String expected) {
        assertThat(GroupIntakePage.plainName(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "121, 120"})
    void longNamesKeepTheirEnd(int length, int expected) {
        String name = GroupIntakePage.plainName("x".repeat(length - 5) + ".xlsx");
        assertThat(name).hasSize(expected).endsWith(".xlsx");
        assertThat(GroupIntakePage.plainName(null)).isEqualTo("file");
    }
}
