package io.chunfeng.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chunfeng.dispatch.Recording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook of each form, read back cell by cell. */
class FormWorkbooksTest {
    private static final Instant DUE = Instant.parse("2023-02-03T15:59:59.999999Z");

    static StatisticsTable filled(String id, String unit) {
        StatisticsTemplate template = TemplateFile.load(id);
        List<EnteredFigure> figures = new ArrayList<>();
        for (int number = 1; number <= template.leaves().size(); number++) {
            if (template.column(number).source() instanceof StatisticsTemplate.Entered entered
                    && entered.kind() != ValueKind.COUNTIES) {
                figures.add(new EnteredFigure(
                        id,
                        1,
                        unit,
                        template.column(number).key(),
                        DUE,
                        new EnteredValue.Number(1000L + number),
                        new Recording(1, DUE, "test", null)));
            }
        }
        return StatisticsTable.of(
                template,
                template.unit(unit).orElseThrow(),
                CountedTrips.of(List.of(), CountingSettings.DEFAULT, DUE),
                new Entries(figures));
    }

    static byte[] bytes(StatisticsTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatisticsWorkbook.write(table, out);
        return out.toByteArray();
    }

    private static List<String> column(XSSFSheet sheet, int column, int first, int count) {
        return Stream.iterate(first, row -> row + 1)
                .limit(count)
                .map(row -> sheet.getRow(row).getCell(column).getStringCellValue())
                .toList();
    }

    @Test
    void theFormOfTheSpringBreezeOfACityAndOfADistrict() throws IOException {
        for (String unit : List.of("3701", "370102")) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(filled("T-2023-CF", unit))))) {
                XSSFSheet sheet = workbook.getSheetAt(0);
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("2023年春风行动情况统计表");
                assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                        .isEqualTo(unit.length() == 4 ? "填报单位：济南市" : "填报单位：历下区");
                assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("填报时间：2023年2月3日");
                assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("项目");
                assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("数量");
                assertThat(column(sheet, 0, 3, 10))
                        .containsExactly(
                                "1 参加活动的企业个数",
                                "2 参加活动的求职者数（人）",
                                "3 提供岗位数（个）",
                                "4 提供岗位需求数（人）",
                                "5 举办招聘活动数（场）",
                                "其中 线下招聘活动数（场）",
                                "线上招聘活动数（场）",
                                "直播带岗活动数（场）",
                                "6 签订就业（意向）协议数（人）",
                                "7 发放就业政策等宣传材料份数");
                for (int number = 1; number <= 10; number++) {
                    Cell cell = sheet.getRow(2 + number).getCell(1);
                    assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
                    assertThat(cell.getNumericCellValue()).isEqualTo(1000 + number);
                }
                assertThat(sheet.getMergedRegions())
                        .extracting(CellRangeAddress::formatAsString)
                        .containsExactly("A1:B1");
            }
        }
    }

    @Test
    void theFormOfTheMonthOfHelp() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(filled("T-2023-YZ", "3701"))))) {
            assertThat(column(workbook.getSheetAt(0), 0, 3, 11))
                    .containsExactly(
                            "1 走访就业困难人员和零就业家庭（户数）",
                            "2 登记认定的未就业困难人员（人数）",
                            "3 帮助就业困难人员实现就业（人数）",
                            "4 认定的零就业家庭（户数）",
                            "其中 消除零就业家庭",
                            "帮助零就业家庭实现就业（人数）",
                            "5 帮助困难人员享受政策人数",
                            "其中 企业招用人数",
                            "灵活就业人数",
                            "公益性岗位安置（人数）",
                            "6 辖区内招用就业困难人员并享受扶持政策的企业总数");
        }
    }

    @Test
    void theFormOfTheServiceForTheDisabled() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(filled("T-2023-CL", "3701"))))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("2023年就业援助月活动情况统计表（残疾人就业服务机构负责填报）");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("填报单位：济南市");
            assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).isEqualTo("填报时间：2023年2月3日");
            assertThat(Stream.iterate(0, c -> c + 1)
                            .limit(10)
                            .map(c -> sheet.getRow(c < 8 ? 2 : 3).getCell(c).getStringCellValue()))
                    .containsExactly(
                            "1 走访残疾登记失业人员家庭户数",
                            "2 登记失业的残疾人员人数",
                            "3 走访企业数",
                            "4 组织残疾人专场招聘会次数",
                            "5 残疾人专场招聘会岗位数",
                            "6 实名制纳入年度培训计划残疾人数",
                            "7 帮助残疾登记失业人员实现就业人数",
                            "8 帮助残疾人享受专项扶持政策人数",
                            "9 社会用人单位按比例吸纳就业人数",
                            "10 公益岗位数");
            assertThat(sheet.getRow(2).getCell(8).getStringCellValue()).isEqualTo("其中");
            assertThat(sheet.getRow(4).getCell(9).getNumericCellValue()).isEqualTo(1010);
            assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).matches("单位负责人：\\s+审核人：\\s+填报人：\\s+联系电话：");
            assertThat(sheet.getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactlyInAnyOrder(
                            "A1:J1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "I3:J3",
                            "A6:J6");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-2024-SX 1401", "T-2024-SX 14", "T-2023-CF 3701", "T-2023-YZ 370102", "T-2023-CL 3701"})
    void filledCellsStandWhereTheyAreNamedAndTheBytesAreTheSame(String which) throws IOException {
        StatisticsTable table = filled(which.split(" ")[0], which.split(" ")[1]);
        assertThat(bytes(table)).isEqualTo(bytes(table));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(table)))) {
            assertThat(table.filled())
                    .hasSize(table.rows().size() * table.template().leaves().size());
            for (FilledCell filled : table.filled()) {
                CellReference at = new CellReference(filled.address());
                Row row = workbook.getSheetAt(0).getRow(at.getRow());
                Cell cell = row.getCell(at.getCol());
                if (filled.number() != null) {
                    assertThat(BigDecimal.valueOf(cell.getNumericCellValue())).isEqualByComparingTo(filled.number());
                } else if (filled.words() != null) {
                    assertThat(cell.getStringCellValue()).isEqualTo(filled.words());
                } else {
                    assertThat(cell.getCellType()).as(filled.address()).isEqualTo(CellType.BLANK);
                }
            }
        }
    }

    /** 10.17 万元 and 0.01 元 are exact: kept in 分, divided once. */
    @Test
    void moneyIsDividedOnce() {
        FilledCell funds = filled("T-2024-SX", "1401").filled().get(16);
        assertThat(funds.address()).isEqualTo("Q3");
        assertThat(funds.number()).isEqualByComparingTo("0.001017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-2024-SX 14", "T-2023-CF 3701", "T-2023-YZ 3701", "T-2023-CL 3701"})
    void libreOfficeReadsTheSame(String which, @TempDir Path folder) throws Exception {
        assumeTrue(libreOffice() != null, "LibreOffice is not installed: its reading of the workbook was not tried");
        StatisticsTable table = filled(which.split(" ")[0], which.split(" ")[1]);
        Path xlsx = Files.write(folder.resolve("form.xlsx"), bytes(table));
        Process office = new ProcessBuilder(
                        libreOffice(),
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        folder.resolve("out").toString(),
                        xlsx.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(office.waitFor(180, TimeUnit.SECONDS)).isTrue();
        try (XSSFWorkbook ours = new XSSFWorkbook(Files.newInputStream(xlsx));
                XSSFWorkbook theirs = new XSSFWorkbook(Files.newInputStream(folder.resolve("out/form.xlsx")))) {
            assertThat(theirs.getSheetAt(0).getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactlyInAnyOrderElementsOf(ours.getSheetAt(0).getMergedRegions().stream()
                            .map(CellRangeAddress::formatAsString)
                            .toList());
            for (Row row : ours.getSheetAt(0)) {
                for (Cell cell : row) {
                    Cell read = theirs.getSheetAt(0).getRow(row.getRowNum()).getCell(cell.getColumnIndex());
                    if (cell.getCellType() == CellType.NUMERIC) {
                        assertThat(read.getNumericCellValue()).isEqualTo(cell.getNumericCellValue());
                    } else if (cell.getCellType() == CellType.STRING) {
                        assertThat(read.getStringCellValue()).isEqualTo(cell.getStringCellValue());
                    }
                }
            }
        }
    }

    private static String libreOffice() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }
}
