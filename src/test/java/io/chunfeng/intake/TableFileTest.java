package io.chunfeng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of every kind of file, typed and with their addresses. */
class TableFileTest {
    @TempDir
    private Path folder;

    private static void everyType(Workbook workbook) {
        Sheet sheet = workbook.createSheet("一县");
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        CellStyle time = workbook.createCellStyle();
        time.setDataFormat(workbook.createDataFormat().getFormat("h:mm"));
        Row row = sheet.createRow(2);
        row.createCell(0).setCellValue("文字");
        row.createCell(1).setCellValue(53);
        row.createCell(2).setCellValue(45339);
        row.getCell(2).setCellStyle(date);
        row.createCell(3).setCellValue(8.0 / 24);
        row.getCell(3).setCellStyle(time);
        row.createCell(5).setCellValue(true);
        row.createCell(6).setCellFormula("B3*2");
        row.createCell(7).setCellFormula("1/0");
        row.createCell(8).setCellValue("  ");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        workbook.createSheet("二").createRow(0).createCell(27).setCellValue(12.5);
    }

    private void assertEveryType(Path file, TableKind kind) {
        assertThat(TableFile.read(file, Tables.LIMITS, row -> {})).isEqualTo(kind);
        assertThat(Tables.shown(file))
                .containsExactly("3: A=文字 B=53 C=2024-02-17 D=08:00 F=TRUE G=106 H=#DIV/0!", "1: AB=12.5");
        assertThat(Tables.rows(file)).extracting(TableRow::sheet).containsExactly("一县", "二");
        TableRow row = Tables.rows(file).get(0);
        assertThat(row.cell(1)).isEqualTo(new CellValue.Num(new BigDecimal("53.0")));
        assertThat(row.cell(2)).isEqualTo(new CellValue.Moment(LocalDateTime.of(2024, 2, 17, 0, 0)));
        assertThat(((CellValue.Moment) row.cell(3)).hasDay()).isFalse();
    }

    @Test
    void xlsxGivesTypedCells() throws IOException {
        assertEveryType(Tables.xlsx(folder.resolve("a.xlsx"), TableFileTest::everyType), TableKind.XLSX);
    }

    @Test
    void xlsGivesTheSameWhateverItsName() throws IOException {
        assertEveryType(Tables.xls(folder.resolve("a.xlsx"), TableFileTest::everyType), TableKind.XLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void csvInEitherEncoding(String charset) throws IOException {
        Path file = Tables.text(folder.resolve("a.csv"), "县,人数\r\n\r\n小店区,\"5,3\"\n\"多\n行\",７\n", charset);
        assertThat(Tables.shown(file)).containsExactly("1: A=县 B=人数", "3: A=小店区 B=5,3", "4: A=多\n行 B=７");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() throws IOException {
        Path file = Tables.text(folder.resolve("a.csv"), "\uFEFF县,人数\n小店区,5\n", "UTF-8");
        assertThat(Tables.shown(file).get(0)).isEqualTo("1: A=县 B=人数");
    }

    @ParameterizedTest
    @CsvSource({";", "'\t'"})
    void otherSeparators(String separator) throws IOException {
        Path file = Tables.text(folder.resolve("a.csv"), "报名表\n县S人数S日期\n小店区S5S2,17\n".replace("S", separator), "UTF-8");
        assertThat(Tables.shown(file)).containsExactly("1: A=报名表", "2: A=县 B=人数 C=日期", "3: A=小店区 B=5 C=2,17");
    }

    @Test
    void anApostropheThatGuardsAFormulaIsOurs() throws IOException {
        Path file = Tables.text(folder.resolve("a.csv"), "a,b\n'=1+1,'quoted'\n", "UTF-8");
        assertThat(Tables.shown(file).get(1)).isEqualTo("2: A==1+1 B='quoted'");
    }

    @Test
    void jsonNamesAreAHeaderWhateverTheOrder() throws IOException {
        Path file = Tables.text(
                folder.resolve("a.json"),
                "[{\"county\":\"140105\",\"headcount\":53},{\"headcount\":5,\"county\":\"小店区\",\"employer\":null},{\"other\":true}]",
                "UTF-8");
        assertThat(Tables.shown(file))
                .containsExactly(
                        "0: A=county B=headcount C=employer D=other", "1: A=140105 B=53", "2: A=小店区 B=5", "3: D=TRUE");
    }

    @ParameterizedTest
    @CsvSource({"0,A", "25,Z", "26,AA", "701,ZZ", "702,AAA"})
    void columnsHaveLetters(int column, String letter) {
        assertThat(TableRow.letter(column)).isEqualTo(letter);
    }
}
