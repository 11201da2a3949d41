package io.chunfeng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.intake.MarkedFile.Mark;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.CountyNames;
import io.chunfeng.place.PlaceCheck;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that go out: the template, and files with their problems marked. */
class WorkbooksTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();

    @TempDir
    private Path folder;

    private static List<ImportRow> read(Path file) {
        GroupContext context = new GroupContext(
                DEMO.campaign(),
                Set.of("140106"),
                new PlaceBook(DEMO.places(), Map.of(), new CountyNames(AdminCodes.all())),
                new PlaceCheck(DEMO.places()));
        List<ImportRow> rows = new ArrayList<>();
        GroupComparison comparison = new GroupComparison(context, Map.of(), rows::add);
        HeadedRows headed = new HeadedRows(List.of(GroupColumn.values()), GroupColumn.NEEDED, comparison);
        TableFile.read(file, Tables.LIMITS, headed);
        assertThat(headed.end()).isEqualTo(1);
        return rows;
    }

    private Path template() throws IOException {
        Properties messages = new Properties();
        try (var in = new InputStreamReader(
                WorkbooksTest.class.getResourceAsStream("/messages/intake.properties"), StandardCharsets.UTF_8)) {
            messages.load(in);
        }
        Path file = folder.resolve("template.xlsx");
        Map<GroupColumn, List<String>> choices =
                Map.of(GroupColumn.TO, List.of("苏州工业园区"), GroupColumn.PRIORITY, List.of("一般"));
        try (OutputStream out = Files.newOutputStream(file)) {
            GroupTemplate.write(key -> messages.getProperty("intake.template." + key), choices, out);
        }
        return file;
    }

    @Test
    void theTemplateIsReadAndItsExampleIsNot() throws IOException {
        assertThat(read(template())).extracting(ImportRow::ignored).containsExactly(ImportRow.Ignored.EXAMPLE);
    }

    @Test
    void theTemplateHasListsHintsAndTextColumns() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(template()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getDataValidations()).hasSize(2);
            assertThat(sheet.getRow(1).getCell(4).getCellComment().getString().getString())
                    .contains("整数");
            assertThat(sheet.getColumnStyle(4).getDataFormatString()).isEqualTo("@");
            assertThat(workbook.isSheetHidden(2)).isTrue();
            assertThat(workbook.getSheetAt(1).getLastRowNum() + 1).isEqualTo(GroupTemplate.COLUMNS.size());
        }
    }

    /** What the example shows would be a group, if it were not marked as one. */
    @Test
    void theTemplateFilledInLikeItsExampleIsAGroup() throws IOException {
        Path file = folder.resolve("filled.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(template()))) {
            workbook.getSheetAt(0).getRow(2).getCell(0).setCellValue("1");
            workbook.getSheetAt(0).getRow(2).getCell(1).setCellValue("140106");
            workbook.getSheetAt(0).getRow(2).getCell(2).setCellValue("迎泽区");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        assertThat(read(file)).singleElement().satisfies(row -> {
            assertThat(row.problems()).isEmpty();
            assertThat(row.state()).isEqualTo(ImportRow.State.NEW);
        });
    }

    private Path marked(Path file, Map<String, Map<Integer, List<Mark>>> marks) throws IOException {
        TableKind kind = TableFile.read(file, Tables.LIMITS, row -> {});
        Path out = folder.resolve("marked.xlsx");
        try (OutputStream stream = Files.newOutputStream(out)) {
            MarkedFile.write(file, kind, Tables.LIMITS, marks, "问题", stream);
        }
        return out;
    }

    @Test
    void marksStandInPlaceAndFormulasDoNotGoOut() throws IOException {
        Path file = Tables.xlsx(folder.resolve("a.xlsx"), book -> {
            Sheet sheet = book.createSheet("表");
            sheet.createRow(0).createCell(0).setCellValue("集合点");
            sheet.getRow(0).createCell(1).setCellValue("用工地");
            sheet.getRow(0).createCell(2).setCellValue("人数");
            sheet.createRow(1).createCell(0).setCellFormula("HYPERLINK(\"http://x\",\"迎泽区\")");
            sheet.getRow(1).createCell(2).setCellFormula("2*15");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        Path out = marked(file, Map.of("表", Map.of(2, List.of(new Mark(1, "空"), new Mark(-1, "整行")))));
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(out))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(30);
            assertThat(sheet.getRow(1).getCell(1).getCellComment().getString().getString())
                    .isEqualTo("空");
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("空\n整行");
            assertThat(sheet.getRow(0).getCell(3).getStringCellValue()).isEqualTo("问题");
        }
        assertThat(read(out)).as("it can be uploaded as it is").hasSize(1);
    }

    @Test
    void csvJsonAndXlsBecomeWorkbooksWithTextCells() throws IOException {
        Path csv = Tables.text(folder.resolve("a.csv"), "集合点,用工地,人数\n=1+1,@x,5\n", "UTF-8");
        assertMarked(marked(csv, Map.of("", Map.of(2, List.of(new Mark(0, "错"))))), 1);
        Path json =
                Tables.text(folder.resolve("a.json"), "[{\"from\":\"=1+1\",\"to\":\"@x\",\"headcount\":5}]", "UTF-8");
        assertMarked(marked(json, Map.of("", Map.of(1, List.of(new Mark(0, "错"))))), 1);
    }

    private static void assertMarked(Path file, int row) throws IOException {
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(row).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(row).getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(row).getCell(0).getCellComment().getString().getString())
                    .isEqualTo("错");
            assertThat(sheet.getRow(row).getCell(3).getStringCellValue()).isEqualTo("错");
            assertThat(sheet.getRow(0).getCell(3).getStringCellValue()).isEqualTo("问题");
        }
    }
}
