package io.chunfeng.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.statistics.StatisticsTable.HeaderCell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTemplateTest {
    /** Words of domain.md section 6, columns 1 to 20. */
    static final List<String> COLUMNS = List.of(
            "市级名称",
            "线上招聘会场次",
            "线上招聘会提供就业岗位数量",
            "线下招聘会场次",
            "线下招聘会提供就业岗位数量",
            "签订就业协议（意向）人次",
            "合计运送人次",
            "专车数量",
            "专车运送人次",
            "专列（含包车厢）数量",
            "专列（含包车厢）运送人次",
            "包机架次",
            "包机运送人次",
            "推介项目个数",
            "组织创业导师指导人次",
            "提供创业场地资源个数",
            "用于开展各类招聘活动使用资金数量（单位：万元）",
            "发放各类就业补贴数量（用于稳就业的资金均可计入，不限于就业补助资金支出。单位：万元）",
            "已开展的县（市、区）",
            "未开展的县（市、区）");

    private final StatisticsTemplate template = TemplateFile.load("T-2024-SX");
    private final StatisticsTable table = StatisticsTable.of(
            template, template.provinceUnit(), CountedTrips.of(List.of(), CountingSettings.DEFAULT, DispatchDay.NOON));

    @Test
    void titleColumnsAndRowsAreThoseOfTheNotice() {
        assertThat(template.title()).isEqualTo("2024年春风行动开展情况统计表");
        assertThat(template.leaves())
                .extracting(StatisticsTemplate.Column::text)
                .containsExactlyElementsOf(COLUMNS);
        assertThat(table.rows()).hasSize(11);
        assertThat(table.rows()).extracting(row -> row.unit().code()).isSorted();
    }

    @Test
    void theHeaderHasTwoRows() {
        assertThat(table.header())
                .filteredOn(cell -> cell.row() == 0)
                .containsExactly(
                        new HeaderCell(COLUMNS.get(0), 0, 0, 2, 1),
                        new HeaderCell("招聘活动情况", 0, 1, 1, 5),
                        new HeaderCell("包车、专列（包车厢）、包机运送情况", 0, 6, 1, 7),
                        new HeaderCell("支持返乡创业情况", 0, 13, 1, 3),
                        new HeaderCell(COLUMNS.get(16), 0, 16, 2, 1),
                        new HeaderCell(COLUMNS.get(17), 0, 17, 2, 1),
                        new HeaderCell("各县（市、区）招聘活动情况", 0, 18, 1, 2));
        assertThat(table.header()).filteredOn(cell -> cell.row() == 1).hasSize(17);
    }

    @Test
    void enteredColumnsAreEmptyAndCountedOnesZeroWhereNothingRan() {
        for (StatisticsTable.Row row : table.rows()) {
            for (int number = 2; number <= 20; number++) {
                assertThat(row.cells().get(number - 1))
                        .isEqualTo(
                                number >= 7 && number <= 13
                                        ? new StatisticsTable.Figure(number, 0)
                                        : new StatisticsTable.Empty());
            }
        }
    }

    @Test
    void aTemplateThatDoesNotExistIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> TemplateFile.load("T-1999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statistics/T-1999.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sumOfColumns\": [9, 11, 13] | \"sumOfColumns\": [2, 9]  | sums column 9",
                "\"sumOfColumns\": [9, 11, 13] | \"sumOfColumns\": [21]    | sums column 21",
                "\"sumOfColumns\": [9, 11, 13] | \"sumOfColumns\": [7]     | sums column 7",
                "\"measure\": \"RAIL_UNITS\"   | \"measure\": \"TRAMS\"     | TRAMS",
                "\"measure\": \"RAIL_UNITS\"   | \"unit\": \"列\"           | 专列",
                "\"source\": \"CITY\"          | \"source\": null           | 市级名称",
                "\"source\": \"CITY\"          | \"src\": \"CITY\"          | src",
                "\"code\": \"1411\"            | \"code\": \"1401\"         | 1401 is given twice",
                "\"code\": \"1411\"            | \"code\": \"14\"           | four digits",
                "\"calendar\"                  | \"kalender\"               | kalender",
                "\"THURSDAY\"                  | \"DONNERSTAG\"             | DONNERSTAG",
                "\"2024-04-10\"                | \"10.4.2024\"              | 10.4.2024"
            })
    void aFaultyTemplateIsRefusedWithItsNameAndTheFault(String right, String wrong, String fault) throws IOException {
        String text = new String(
                getClass().getResourceAsStream("/statistics/T-2024-SX.json").readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        byte[] faulty = text.replace(right, wrong).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> TemplateFile.read("x.json", new ByteArrayInputStream(faulty)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("x.json: ")
                .hasMessageContaining(fault);
    }
}
