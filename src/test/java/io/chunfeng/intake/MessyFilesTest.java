package io.chunfeng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.intake.ImportRow.State;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.CountyNames;
import io.chunfeng.place.PlaceCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as counties send them, each with what must come of it: a line a row, either the group as it was understood
 * (number of the row, headcount, from, to, window) or the columns with their problems. Files of the folder intake/ were made in LibreOffice.
 */
class MessyFilesTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static final Set<String> COUNTIES = Set.of("140106");
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MMdd'T'HHmm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String HEAD = "编号,集合点,用工地,人数,出发日期\n";
    private static final String SIP = "140106>wp-320500-01";

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Making {
        Path in(Path folder) throws IOException;
    }

    private record Messy(String name, Making making, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Messy messy(String name, Making making, String... expected) {
        return new Messy(name, making, List.of(expected));
    }

    private static Messy office(String file, String... expected) {
        return messy(
                "LibreOffice " + file,
                folder -> {
                    try (var in = MessyFilesTest.class.getResourceAsStream("/intake/" + file)) {
                        Path copy = folder.resolve("upload");
                        Files.copy(in, copy);
                        return copy;
                    }
                },
                expected);
    }

    private static Messy csv(String name, String text, String... expected) {
        return messy(name, folder -> Tables.text(folder.resolve("upload"), text, "UTF-8"), expected);
    }

    private static Messy xlsx(String name, List<List<Object>> rows, String... expected) {
        return messy(
                name,
                folder -> Tables.xlsx(folder.resolve("upload"), book -> fill(book.createSheet(), rows)),
                expected);
    }

    private static void fill(Sheet sheet, List<List<Object>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                Object value = rows.get(r).get(c);
                if (value instanceof Number number) {
                    row.createCell(c).setCellValue(number.doubleValue());
                } else {
                    row.createCell(c).setCellValue(value.toString());
                }
            }
        }
    }

    static Stream<Messy> files() {
        return Stream.of(
                office(
                        "merged-title.xlsx",
                        "4 53 " + SIP + " 0217T0800-0218T2000",
                        "5 30 140106>wp-320500-02 0218T1830-0220T0800",
                        "6 TOTAL"),
                office(
                        "merged-title.xls",
                        "4 53 " + SIP + " 0217T0800-0218T2000",
                        "5 30 140106>wp-320500-02 0218T1830-0220T0800",
                        "6 TOTAL"),
                office("two-row-header.xlsx", "3 40 " + SIP + " 0217T0800-0218T2000", "4 E WHEELCHAIRS_OVER"),
                office(
                        "several-sheets.xlsx",
                        "2 20 " + SIP + " 0217T0600-0220T0000",
                        "2 15 wp-320500-01>140106 0130T0600-0202T0000"),
                office("formula-error.xls", "2 D FORMULA_FAILED", "3 30 " + SIP + " 0217T0600-0220T0000"),
                office(
                        "pages-pasted-together.xlsx",
                        "2 20 " + SIP + " 0217T0600-0220T0000",
                        "5 HEADER",
                        "6 25 " + SIP + " 0218T0600-0221T0000",
                        "7 NOTE"),
                office(
                        "semicolons.csv",
                        "2 20 " + SIP + " 0217T0600-0220T0000",
                        "3 21 " + SIP + " 0218T0600-0221T0000"),
                csv(
                        "columns in another order, under other names",
                        "企业名称,报名人数,目的地,上车地点,拟出发日期\n甲厂,20,苏州工业园区,迎泽区,2/17\n",
                        "2 20 " + SIP + " 0217T0600-0220T0000"),
                messy(
                        "GB18030 with CRLF",
                        folder -> Tables.text(
                                folder.resolve("upload"),
                                (HEAD + "1,迎泽区,苏州工业园区,20,2-17\n").replace("\n", "\r\n"),
                                "GB18030"),
                        "2 20 " + SIP + " 0217T0600-0220T0000"),
                csv(
                        "UTF-8 with byte order mark and tabs",
                        "\uFEFF" + (HEAD + "1,迎泽区,苏州工业园区,20,2-17\n").replace(',', '\t'),
                        "2 20 " + SIP + " 0217T0600-0220T0000"),
                csv(
                        "full-width digits, odd spaces, invisible characters",
                        HEAD + "１,\u3000迎\u00A0泽 区,苏州工业园区\u200B,５３人,２０２４年２月１７日\n",
                        "2 53 " + SIP + " 0217T0600-0220T0000"),
                xlsx(
                        "serials that nobody formatted",
                        List.of(
                                List.of("编号", "集合点", "用工地", "人数", "出发日期", "出发时间"),
                                List.of(1, "迎泽区", "苏州工业园区", 53, 45339, 0.354166667)),
                        "2 53 " + SIP + " 0217T0830-0220T0000"),
                xlsx(
                        "numbers as text and text as numbers",
                        List.of(
                                List.of("编号", "集合点", "用工地", "人数", "出发日期"),
                                List.of("1", "迎泽区", "苏州工业园区", "53.0", 20240217),
                                List.of(2.0, "迎泽区", "苏州工业园区", "53.5", "20240230")),
                        "2 53 " + SIP + " 0217T0600-0220T0000",
                        "3 D NOT_WHOLE, E NO_SUCH_DAY"),
                csv(
                        "wrong in meaning",
                        HEAD
                                + "1,迎泽区,苏州工业园区,0,2-17\n"
                                + "2,迎泽区,苏州工业园区,-5,2-17\n"
                                + "3,迎泽区,苏州工业园区,约50,2-17\n"
                                + "4,迎泽区,苏州工业园区,13800138000,2-17\n"
                                + "5,迎泽区,苏州工业园区,5,2023-02-17\n"
                                + "6,迎泽区,苏州工业园区,5,尽快\n"
                                + "7,迎泽区,苏州工业园区,,2-17\n"
                                + "8,迎泽区,苏州工业园区,5,\n",
                        "2 D TOO_SMALL",
                        "3 D TOO_SMALL",
                        "4 D NOT_A_NUMBER",
                        "5 D TOO_LARGE",
                        "6 E OUT_OF_SEASON",
                        "7 E BAD_DATE",
                        "8 D REQUIRED",
                        "9 E REQUIRED"),
                csv(
                        "times",
                        "集合点,用工地,人数,出发日期,出发时间,到达时间\n"
                                + "迎泽区,苏州工业园区,30,2-17,晚8点半,2月18日\n"
                                + "迎泽区,苏州工业园区,31,,2024-02-17 8:00,2-18 20:00\n"
                                + "迎泽区,苏州工业园区,32,2-17,8:00,20:00\n"
                                + "迎泽区,苏州工业园区,33,2-17,8:00,2-17 7:59\n"
                                + "迎泽区,苏州工业园区,34,2-17,2-18 8:00,2-19\n"
                                + "迎泽区,苏州工业园区,35,,8:00,2-19\n"
                                + "迎泽区,苏州工业园区,36,2-17,8:00,3-17\n",
                        "2 30 " + SIP + " 0217T2030-0219T0000",
                        "3 31 " + SIP + " 0217T0800-0218T2000",
                        "4 F TIME_WITHOUT_DAY",
                        "5 F ARRIVES_BEFORE",
                        "6 E OTHER_DAY",
                        "7 E TIME_WITHOUT_DAY",
                        "8 F WINDOW_TOO_LONG"),
                csv(
                        "counties",
                        "县,集合点,用工地,人数,日期\n太原市迎泽区,迎泽区,苏州工业园区,20,2-17\n140106,迎泽区,苏州工业园区,21,2-17\n"
                                + "小店区,迎泽区,苏州工业园区,22,2-17\n太原市,迎泽区,苏州工业园区,23,2-17\n140171,迎泽区,苏州工业园区,24,2-17\n"
                                + "城区,迎泽区,苏州工业园区,25,2-17\n迎择区,迎泽区,苏州工业园区,26,2-17\n,迎泽区,苏州工业园区,27,2-17\n",
                        "2 20 " + SIP + " 0217T0600-0220T0000",
                        "3 21 " + SIP + " 0217T0600-0220T0000",
                        "4 A FOREIGN_COUNTY",
                        "5 A NOT_A_COUNTY",
                        "6 A FUNCTIONAL_ZONE",
                        "7 A SEVERAL_COUNTIES",
                        "8 A UNKNOWN_COUNTY",
                        "9 27 " + SIP + " 0217T0600-0220T0000"),
                csv(
                        "workplaces by name, county and code; unknown ones with a suggestion",
                        HEAD
                                + "1,迎泽区,昆山市,20,2-17\n"
                                + "2,迎泽区,320583,20,2-17\n"
                                + "3,迎泽区,苏州,20,2-17\n"
                                + "4,迎泽区,苏州工业圆区,20,2-17\n"
                                + "5,迎泽区,迎泽区,20,2-17\n"
                                + "6,某某路口,苏州工业园区,20,2-17\n",
                        "2 20 140106>wp-320500-02 0217T0600-0220T0000",
                        "3 20 140106>wp-320500-02 0217T0600-0220T0000",
                        "4 C SEVERAL_PLACES",
                        "5 C UNKNOWN_PLACE ?苏州工业园区",
                        "6 C SAME_PLACE",
                        "7 B UNKNOWN_PLACE"),
                csv(
                        "coordinates",
                        "编号,集合点,经度,纬度,坐标系,用工地,人数,日期\n"
                                + "1,五一广场西口,112.5687,37.8567,高德,苏州工业园区,20,2-17\n"
                                + "2,五一广场东口,112.5687,37.8567,,苏州工业园区,20,2-17\n"
                                + "3,五一广场南口,37.8567,112.5687,GPS,苏州工业园区,20,2-17\n"
                                + "4,五一广场北口,112.5687,,GPS,苏州工业园区,20,2-17\n"
                                + "5,远处,116.4,39.9,百度,苏州工业园区,20,2-17\n"
                                + "6,海外,2.35,48.85,GPS,苏州工业园区,20,2-17\n"
                                + "7,度分秒,112°34',37°51',GPS,苏州工业园区,20,2-17\n",
                        "2 20 new>wp-320500-01 0217T0600-0220T0000",
                        "3 E UNKNOWN_SYSTEM",
                        "4 C SWAPPED_COORDINATES ?112.5687, 37.8567",
                        "5 D HALF_COORDINATES",
                        "6 20 new>wp-320500-01 0217T0600-0220T0000 C FAR_FROM_COUNTY",
                        "7 C OUTSIDE_CHINA",
                        "8 C BAD_COORDINATES, D BAD_COORDINATES"),
                csv(
                        "modes, priorities, splitting",
                        "集合点,用工地,人数,日期,方式,优先级,可否拆分\n迎泽区,苏州工业园区,20,2-17,包车厢/飞机,脱贫户,否\n迎泽区,苏州工业园区,21,2-17,自驾,VIP,看情况\n",
                        "2 20 " + SIP + " 0217T0600-0220T0000 AIR RAIL p2 m20",
                        "3 E UNKNOWN_MODE, F UNKNOWN_PRIORITY, G UNKNOWN_YES_NO"),
                csv(
                        "the same number twice",
                        HEAD + "1,迎泽区,苏州工业园区,20,2-17\n1,迎泽区,苏州工业园区,21,2-17\n",
                        "2 20 " + SIP + " 0217T0600-0220T0000",
                        "3 A DUPLICATE_NUMBER"),
                csv(
                        "formulas as text",
                        HEAD + "=1+1,迎泽区,苏州工业园区,\"=HYPERLINK(\"\"x\"\")\",2-17\n+3,@SUM(A1),-苏州,4,2-17\n",
                        "2 A BAD_NUMBER, D NOT_A_NUMBER",
                        "3 A BAD_NUMBER, B UNKNOWN_PLACE, C SEVERAL_PLACES"),
                csv(
                        "an example, a total, notes and rows with a serial number only",
                        "序号," + HEAD
                                + "1,示例,迎泽区,苏州工业园区,20,2-17\n"
                                + "2,1,迎泽区,苏州工业园区,20,2-17\n"
                                + "3,,,,,\n"
                                + "4,,,,,\n"
                                + "合计,,,,20,\n"
                                + ",填表人：张三,,,,\n",
                        "2 EXAMPLE",
                        "3 20 " + SIP + " 0217T0600-0220T0000",
                        "6 TOTAL",
                        "7 NOTE"),
                messy(
                        "a header in row 12 below a long letter",
                        folder -> Tables.text(
                                folder.resolve("upload"),
                                "关于报送团组的函\n".repeat(11) + HEAD + "1,迎泽区,苏州工业园区,20,2-17\n",
                                "UTF-8"),
                        "13 20 " + SIP + " 0217T0600-0220T0000"),
                messy(
                        "titles merged over all columns, hidden columns between",
                        folder -> Tables.xlsx(folder.resolve("upload"), book -> {
                            Sheet sheet = book.createSheet("表");
                            fill(
                                    sheet,
                                    List.of(
                                            List.of("登记表"),
                                            List.of("", "编号", "", "集合点", "用工地", "人数", "出发日期"),
                                            List.of("", "1", "x", "迎泽区", "苏州工业园区", 20, "2-17")));
                            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
                            sheet.setColumnHidden(2, true);
                        }),
                        "3 20 " + SIP + " 0217T0600-0220T0000"),
                messy(
                        ".xls under the name of .xlsx",
                        folder -> Tables.xls(
                                folder.resolve("upload.xlsx"),
                                book -> fill(
                                        book.createSheet(),
                                        List.of(
                                                List.of("编号", "集合点", "用工地", "人数", "出发日期"),
                                                List.of(1, "迎泽区", "苏州工业园区", 20, 45339)))),
                        "2 20 " + SIP + " 0217T0600-0220T0000"),
                csv(
                        "JSON with English names",
                        "[{\"county\":\"140106\",\"from\":\"迎泽区\",\"to\":\"wp-320500-01\",\"headcount\":20,\"earliestDeparture\":\"2024-02-17T08:00:00+08:00\"},"
                                + "{\"from\":\"迎泽区\",\"to\":\"苏州工业园区\",\"headcount\":20.5,\"day\":\"2024-02-17\"}]",
                        "1 20 " + SIP + " 0217T0800-0220T0000",
                        "2 D NOT_WHOLE"),
                csv("no header at all", "1,迎泽区,苏州工业园区,20,2-17\n", "REFUSED NO_HEADER"),
                csv("another table", "姓名,身份证号,人数\n张三,1,1\n", "REFUSED NO_HEADER"),
                csv("a needed column is missing", "编号,集合点,用工地\n1,迎泽区,苏州工业园区\n", "REFUSED NO_HEADER"),
                csv("only a header", HEAD),
                messy(
                        "a picture",
                        folder ->
                                Files.write(folder.resolve("upload"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}),
                        "REFUSED UNKNOWN_KIND"),
                messy(
                        "a text in another encoding",
                        folder -> Tables.text(folder.resolve("upload"), HEAD, "UTF-16LE"),
                        "REFUSED UNKNOWN_KIND"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyExpectationIsMet(Messy messy) throws IOException {
        assertThat(understood(messy.making.in(folder))).isEqualTo(messy.expected);
    }

    @Test
    void thereAreThirtyOfThem() {
        assertThat(files().count()).isGreaterThanOrEqualTo(30);
    }

    private static List<String> understood(Path file) {
        CountyNames names = new CountyNames(AdminCodes.all());
        GroupContext context = new GroupContext(
                DEMO.campaign(),
                COUNTIES,
                new PlaceBook(DEMO.places(), Map.of(), names),
                new PlaceCheck(DEMO.places()));
        List<String> lines = new ArrayList<>();
        GroupComparison comparison = new GroupComparison(context, Map.of(), row -> lines.add(line(row)));
        HeadedRows headed = new HeadedRows(List.of(GroupColumn.values()), GroupColumn.NEEDED, comparison);
        try {
            TableFile.read(file, Tables.LIMITS, headed);
            return headed.end() == 0 ? List.of("REFUSED NO_HEADER") : lines;
        } catch (TableException e) {
            return List.of("REFUSED " + e.reason());
        }
    }

    private static String line(ImportRow row) {
        if (row.state() == State.IGNORED) {
            return row.row() + " " + row.ignored();
        }
        String problems = row.problems().stream()
                .map(p -> p.letter()
                        + " " + p.code()
                        + (p.suggestion().isEmpty() || !shows(p) ? "" : " ?" + p.suggestion()))
                .collect(Collectors.joining(", "));
        if (row.group() == null) {
            return row.row() + " " + problems;
        }
        Group g = row.group();
        String from = row.newPlace() == null ? g.from() : "new";
        boolean plain = g.modes().size() == 3 && g.priority() == 1;
        String rest = plain
                ? ""
                : " " + g.modes().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")) + " p"
                        + g.priority() + " m" + g.minPart();
        return row.row() + " " + g.headcount() + " " + from + ">" + g.to() + " " + SHORT.format(g.earliestDeparture())
                + "-" + SHORT.format(g.latestArrival()) + rest + (problems.isEmpty() ? "" : " " + problems);
    }

    /** Suggestions are shown where they are what the file is about. */
    private static boolean shows(Problem problem) {
        return problem.suggestion().equals("苏州工业园区") || problem.code() == Problem.Code.SWAPPED_COORDINATES;
    }
}
