package io.chunfeng.report;

import static io.chunfeng.report.Trips.LINXIAN;
import static io.chunfeng.report.Trips.SHENZHEN;
import static io.chunfeng.report.Trips.TIANJIN;
import static io.chunfeng.report.Trips.XIAODIAN;
import static io.chunfeng.report.Trips.homeward;
import static io.chunfeng.report.Trips.toWork;
import static io.chunfeng.report.Trips.trip;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The .docx, read back. */
class ReportDocumentTest {
    private static final StageReport REPORT =
            new StageReport(1, "14", LocalDate.of(2024, 2, 3), LocalDate.of(2024, 2, 22));
    private static final List<RanTrip> TRIPS = List.of(
            trip("before", Kind.COACH, Instant.parse("2024-02-01T08:00:00+08:00"), homeward(LINXIAN, SHENZHEN, 20)),
            trip("one", Kind.COACH, Instant.parse("2024-02-16T08:00:00+08:00"), toWork(LINXIAN, SHENZHEN, 50)),
            trip(
                    "two",
                    Kind.CHARTERED_TRAIN,
                    Instant.parse("2024-02-18T08:00:00+08:00"),
                    toWork(XIAODIAN, TIANJIN, 800)));
    private static final String HOSTILE =
            "<w:p>&amp;]]> =SUM(A1) \u0000\u0008\uD800 𠮷 “引号”\r\n第二段" + "很长".repeat(2000);

    @Test
    void headingsAndWordsComeInTheOrderOfAReport() throws IOException {
        try (XWPFDocument document = read(entry("1月25日启动。\n印发方案。", 120L, null))) {
            List<String> paragraphs = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .filter(text -> !text.isEmpty())
                    .toList();
            assertThat(paragraphs)
                    .startsWith("山西省2024年春风行动阶段性活动进展情况报告", "（2024年2月3日至2月22日）", "一、活动启动和部署", "1月25日启动。", "印发方案。")
                    .containsSubsequence(
                            "二、返乡和留岗情况",
                            "截至2月22日，山西省务工人员返乡120人，留岗人数待填写。",
                            "三、“点对点”运送情况",
                            "本阶段（2月3日至2月22日）共运送850人次，其中返岗850人次、返乡0人次；开行专车1辆次，运送50人次；专列1列、包车厢0节，运送800人次；包机0架次、定期航班切位0班，运送0人次。",
                            "自1月25日活动启动以来，累计运送870人次。与上一阶段（1月25日至2月2日，20人次）相比，增加830人次（4150.0%）。",
                            "返岗去往环渤海800人次（占94.1%）、珠三角50人次（占5.9%）。本阶段没有返乡运送。",
                            "运送最多的一天是2月18日，共800人次。",
                            "四、重大情况处置",
                            "本阶段山西省运送组织中登记突发情况3起，其中重大情况1起，涉及45人，均已办结。",
                            "五、主要做法",
                            "（此处填写组织发动、运力保障、服务对接等主要做法）",
                            "六、困难和问题",
                            "七、意见建议");
            assertThat(paragraphs).endsWith("山西省", "2024年2月23日");
        }
    }

    /** Suggested in words and in no table. */
    @Test
    void subsidiesAreSuggestedAndNeverAdded() throws IOException {
        try (XWPFDocument document = read(ReportEntry.EMPTY)) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                    .anyMatch(text -> text.startsWith("建议：本阶段运输成本100000.00元，折合10.00万元。")
                            && text.contains("发放各类就业补贴数量")
                            && text.contains("没有把它计入任何数字"));
            assertThat(document.getTables().stream()
                            .flatMap(table -> cells(table).stream().flatMap(List::stream)))
                    .noneMatch(cell -> cell.contains("10.00") || cell.contains("100000"));
        }
    }

    @Test
    void tablesHoldTheFiguresWithASumBelow() throws IOException {
        try (XWPFDocument document = read(ReportEntry.EMPTY)) {
            assertThat(document.getTables()).hasSize(3);
            assertThat(cells(document.getTables().get(0)))
                    .containsExactly(
                            List.of("运送方式", "本阶段数量", "本阶段运送人次", "上一阶段运送人次", "累计数量", "累计运送人次"),
                            List.of("专车（辆次）", "1", "50", "20", "2", "70"),
                            List.of("专列（含包车厢）", "1", "800", "0", "1", "800"),
                            List.of("包机（架次）", "0", "0", "0", "0", "0"),
                            List.of("合计", "—", "850", "20", "—", "870"));
            assertThat(cells(document.getTables().get(1)))
                    .contains(List.of("环渤海", "800", "0", "800"), List.of("合计", "850", "0", "850"));
            assertThat(cells(document.getTables().get(2)))
                    .endsWith(
                            List.of("2月16日", "0", "0", "50", "0", "0", "50"),
                            List.of("2月17日", "0", "0", "0", "0", "0", "0"),
                            List.of("2月18日", "800", "0", "0", "0", "0", "800"),
                            List.of("合计", "800", "0", "50", "0", "0", "850"));
        }
    }

    @Test
    void theChartIsWordsOwnWithItsSheet() throws IOException {
        try (XWPFDocument document = read(ReportEntry.EMPTY)) {
            assertThat(document.getCharts()).hasSize(1);
            XWPFChart chart = document.getCharts().get(0);
            assertThat(chart.getTitle().getBody().getParagraph(0).getText()).isEqualTo("逐日运送人次");
            XDDFChartData.Series toWork = chart.getChartSeries().get(0).getSeries(0);
            assertThat(toWork.getCategoryData().getPointCount()).isEqualTo(3);
            assertThat(toWork.getValuesData().getPointAt(2)).isEqualTo(800.0);
        }
    }

    @Test
    void fontsAreThoseOfOfficialDocuments() throws IOException {
        try (XWPFDocument document = read(entry("启动。", null, null))) {
            XWPFParagraph heading = paragraph(document, "一、活动启动和部署");
            assertThat(heading.getRuns().get(0).getFontFamily(XWPFRun.FontCharRange.eastAsia))
                    .isEqualTo("黑体");
            assertThat(paragraph(document, "启动。").getRuns().get(0).getFontFamily(XWPFRun.FontCharRange.eastAsia))
                    .isEqualTo("仿宋");
        }
    }

    /** Whoever changes the layout finds it here and looks at it in Word. */
    @Test
    void oneIsKeptToLookAt() throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "screenshots")).resolve("stage-report.docx");
        Files.write(kept, write(new ReportEntry("启动。", 1L, 2L, "做法。", "", "")));
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(kept))) {
            assertThat(document.getFooterList().get(0).getText()).contains("—");
        }
    }

    @Test
    void theSameReportGivesTheSameBytesWithoutTheTimeOfWriting() throws IOException {
        byte[] once = write(entry("启动。", 1L, 2L));
        assertThat(write(entry("启动。", 1L, 2L))).isEqualTo(once);
        String today = LocalDate.now().toString();
        int sheets = 0;
        for (Map.Entry<String, byte[]> part : parts(once).entrySet()) {
            assertThat(new String(part.getValue(), StandardCharsets.UTF_8))
                    .as(part.getKey())
                    .doesNotContain(today);
            if (part.getKey().endsWith(".xlsx")) {
                sheets++;
                parts(part.getValue())
                        .forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                                .as(name)
                                .doesNotContain(today));
            }
        }
        assertThat(sheets).isEqualTo(1);
    }

    @Test
    void hostileTextStaysText() throws IOException {
        ReportEntry hostile = new ReportEntry(HOSTILE, null, null, HOSTILE, HOSTILE, HOSTILE);
        try (XWPFDocument document = read(hostile)) {
            List<String> paragraphs = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .toList();
            assertThat(paragraphs).contains("<w:p>&amp;]]> =SUM(A1)  𠮷 “引号”").contains("第二段" + "很长".repeat(2000));
        }
    }

    /** Word is not here; LibreOffice reads the same format. */
    @Test
    void libreOfficeOpensIt(@TempDir Path folder) throws IOException, InterruptedException {
        Path soffice = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(
                Files.isExecutable(soffice) && Files.exists(Path.of("/usr/lib/libreoffice/program/libswlo.so")),
                "no LibreOffice Writer here (Debian: apt install libreoffice-writer)");
        Path docx = folder.resolve("report.docx");
        Files.write(docx, write(new ReportEntry("启动。", 1L, 2L, "做法。", "", HOSTILE)));
        Process process = new ProcessBuilder(
                        soffice.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        docx.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        Path pdf = folder.resolve("report.pdf");
        assertThat(pdf).exists();
        assertThat(Files.size(pdf)).isGreaterThan(10_000);
    }

    @Test
    void withoutAnyTripThereIsNoChartAndRoomEverywhere() throws IOException {
        List<Block> blocks = ReportText.of(
                REPORT,
                StageFiguresTest.version(REPORT),
                StageFigures.of(REPORT, StageFiguresTest.version(REPORT), List.of(), Map.of()),
                new MajorIncidents(0, 0, 0, 0));
        assertThat(blocks).noneMatch(block -> block instanceof Block.Chart);
        assertThat(blocks).filteredOn(block -> block instanceof Block.Room).hasSize(5);
        assertThat(blocks).contains(new Block.Paragraph("本阶段没有已开行的趟次。"));
        try (XWPFDocument document = new XWPFDocument(
                new ByteArrayInputStream(ReportDocument.write(REPORT, StageFiguresTest.version(REPORT), blocks)))) {
            assertThat(document.getCharts()).isEmpty();
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> cells(XWPFTable table) {
        return table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(XWPFTableCell::getText).toList())
                .toList();
    }

    private static ReportEntry entry(String launch, Long homeward, Long stayed) {
        return new ReportEntry(launch, homeward, stayed, "", "", "");
    }

    private static XWPFDocument read(ReportEntry entry) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(write(entry)));
    }

    private static byte[] write(ReportEntry entry) throws IOException {
        ReportVersion plain = StageFiguresTest.version(REPORT);
        ReportVersion version = new ReportVersion(
                1,
                plain.recording(),
                plain.settings(),
                plain.since(),
                plain.comparedFrom(),
                plain.comparedTo(),
                entry,
                plain.writtenBy(),
                plain.writtenAt());
        VehicleOffer offer = new VehicleOffer(53, 5_000_000);
        StageFigures figures =
                StageFigures.of(REPORT, version, TRIPS, Map.of("1/before", offer, "1/one", offer, "1/two", offer));
        List<Block> blocks = ReportText.of(REPORT, version, figures, new MajorIncidents(3, 1, 45, 0));
        return ReportDocument.write(REPORT, version, blocks);
    }

    private static Map<String, byte[]> parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                parts.put(part.getName(), in.readAllBytes());
                assertThat(part.getTimeLocal().getYear()).as(part.getName()).isEqualTo(1980);
            }
        }
        return parts;
    }
}
