package io.chunfeng.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.statistics.StatisticsTable.Empty;
import io.chunfeng.statistics.StatisticsTable.Figure;
import io.chunfeng.statistics.StatisticsTable.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class StatisticsWorkbookTest {
    private final StatisticsTemplate template = TemplateFile.load("T-2024-SX");
    private final StatisticsTable table = StatisticsTable.of(
            template,
            template.provinceUnit(),
            CountedTrips.of(DispatchDay.trips(), CountingSettings.DEFAULT, DispatchDay.NOON));

    @Test
    void theMergesAreThoseOfTheOfficialForm() throws IOException {
        try (XSSFWorkbook workbook = reopened()) {
            assertThat(workbook.getSheetAt(0).getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactlyInAnyOrder("A1:A2", "B1:F1", "G1:M1", "N1:P1", "Q1:Q2", "R1:R2", "S1:T1");
        }
    }

    @Test
    void theHeaderHasTheWordsOfTheNotice() throws IOException {
        try (XSSFWorkbook workbook = reopened()) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("2024年春风行动开展情况统计表");
            List<String> columns = new ArrayList<>();
            for (int c = 0; c < 20; c++) {
                boolean merged = c == 0 || c == 16 || c == 17;
                columns.add(sheet.getRow(merged ? 0 : 1).getCell(c).getStringCellValue());
            }
            assertThat(columns).isEqualTo(StatisticsTemplateTest.COLUMNS);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("招聘活动情况");
            assertThat(sheet.getRow(0).getCell(6).getStringCellValue()).isEqualTo("包车、专列（包车厢）、包机运送情况");
            assertThat(sheet.getRow(0).getCell(13).getStringCellValue()).isEqualTo("支持返乡创业情况");
            assertThat(sheet.getRow(0).getCell(18).getStringCellValue()).isEqualTo("各县（市、区）招聘活动情况");
        }
    }

    @Test
    void cellsAreThoseOfTheTableFiguresAsNumbers() throws IOException {
        try (XSSFWorkbook workbook = reopened()) {
            for (int r = 0; r < 11; r++) {
                for (int c = 0; c < 20; c++) {
                    XSSFCell cell = workbook.getSheetAt(0).getRow(2 + r).getCell(c);
                    assertThat(cell.getCellStyle().getBorderBottom()).isEqualTo(BorderStyle.THIN);
                    StatisticsTable.Cell expected = table.rows().get(r).cells().get(c);
                    if (expected instanceof Words words) {
                        assertThat(cell.getStringCellValue()).isEqualTo(words.text());
                    } else if (expected instanceof Figure figure) {
                        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
                        assertThat(cell.getNumericCellValue()).isEqualTo(figure.value());
                    } else {
                        assertThat(expected).isEqualTo(new Empty());
                        assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
                    }
                }
            }
            assertThat(workbook.getSheetAt(0).getRow(12).getCell(6).getNumericCellValue())
                    .isEqualTo(501);
            assertThat(workbook.getSheetAt(0).getRow(13) == null).isTrue();
        }
    }

    @Test
    void theNotesStandBelow() throws IOException {
        List<String> notes = StatisticsNotes.chinese(table);
        assertThat(notes).anyMatch(note -> note.contains("2024年2月17日 12:00"));
        assertThat(notes).anyMatch(note -> note.contains("主程口径"));
        assertThat(notes).anyMatch(note -> note.contains("包车厢 3 节"));
        assertThat(notes).anyMatch(note -> note.contains("切位 2 班"));
        try (XSSFWorkbook workbook = reopened()) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int i = 0; i < notes.size(); i++) {
                assertThat(sheet.getRow(14 + i).getCell(0).getStringCellValue()).isEqualTo(notes.get(i));
            }
            assertThat(sheet.getLastRowNum()).isEqualTo(14 + notes.size() - 1);
        }
    }

    @Test
    void itPrintsOnOneA4PageWidthWithTitleAndRepeatedHeader() throws IOException {
        try (XSSFWorkbook workbook = reopened()) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:2");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getHeader().getCenter()).endsWith(template.title());
        }
    }

    @Test
    void theSameTableGivesTheSameBytes() throws IOException {
        assertThat(written()).isEqualTo(written());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                assertThat(part.getTimeLocal()).isEqualTo(SteadyZip.TIME);
            }
        }
        try (XSSFWorkbook workbook = reopened()) {
            assertThat(workbook.getProperties().getCoreProperties().getCreated())
                    .isEqualTo(Date.from(DispatchDay.NOON));
        }
    }

    private XSSFWorkbook reopened() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(written()));
    }

    private byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatisticsWorkbook.write(table, out);
        return out.toByteArray();
    }
}
