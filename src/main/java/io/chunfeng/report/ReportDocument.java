package io.chunfeng.report;

import io.chunfeng.statistics.SteadyZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A stage report as .docx, set like an official document (公文, GB/T 9704): A4, title 二号, headings in 黑体 and 楷体,
 * text in 仿宋 三号 with two characters' indent and 28 points from line to line. Table and chart are Word's own.
 */
public final class ReportDocument {
    static final String TEXT = "仿宋";
    static final String HEADING = "黑体";
    static final String SUBHEADING = "楷体";
    static final String TITLE = "宋体";

    private static final int TITLE_POINTS = 22;
    private static final int TEXT_POINTS = 16;
    private static final int NOTE_POINTS = 12;
    private static final double LINE_POINTS = 28;
    private static final int ROOM_LINES = 4;
    /** Twentieths of a point: two characters of the text. */
    private static final int INDENT = 2 * TEXT_POINTS * 20;

    private final XWPFDocument document;

    private ReportDocument(XWPFDocument document) {
        this.document = document;
    }

    /** The same bytes for the same report, version and blocks. */
    public static byte[] write(StageReport report, ReportVersion version, List<Block> blocks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            new ReportDocument(document).fill(report, version, blocks);
            document.write(bytes);
        }
        ByteArrayOutputStream steady = new ByteArrayOutputStream();
        SteadyZip.copy(bytes.toByteArray(), steady);
        return steady.toByteArray();
    }

    private void fill(StageReport report, ReportVersion version, List<Block> blocks) throws IOException {
        setPage();
        setProperties(document.getProperties(), report, version);
        centred(ReportText.title(report), TITLE, TITLE_POINTS, true);
        centred(ReportText.period(report), SUBHEADING, TEXT_POINTS, false);
        line("", TEXT, TEXT_POINTS);
        for (Block block : blocks) {
            write(block, version);
        }
        right(report.unitName());
        right(ReportText.date(version));
    }

    private void write(Block block, ReportVersion version) throws IOException {
        if (block instanceof Block.Heading heading) {
            XWPFParagraph paragraph = line(heading.text(), heading.level() == 1 ? HEADING : SUBHEADING, TEXT_POINTS);
            paragraph.setIndentationFirstLine(INDENT);
            paragraph.setKeepNext(true);
            // for the navigation of Word; 0 is the first level
            paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(heading.level() - 1));
        } else if (block instanceof Block.Paragraph words) {
            line(words.text(), TEXT, TEXT_POINTS).setIndentationFirstLine(INDENT);
        } else if (block instanceof Block.Note note) {
            line(note.text(), SUBHEADING, NOTE_POINTS).setIndentationFirstLine(2 * NOTE_POINTS * 20);
        } else if (block instanceof Block.Room room) {
            line(room.text(), TEXT, TEXT_POINTS).setIndentationFirstLine(INDENT);
            for (int i = 0; i < ROOM_LINES; i++) {
                line("", TEXT, TEXT_POINTS);
            }
        } else if (block instanceof Block.Table table) {
            centred(table.caption(), HEADING, NOTE_POINTS, false).setKeepNext(true);
            DocumentTable.add(document, table);
            line("", TEXT, NOTE_POINTS);
        } else if (block instanceof Block.Chart chart) {
            addChart(chart, Date.from(version.writtenAt()));
        }
    }

    private void addChart(Block.Chart chart, Date created) throws IOException {
        try {
            DocumentChart.add(document, chart, created);
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private XWPFParagraph line(String text, String font, int points) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBetween(LINE_POINTS, LineSpacingRule.EXACT);
        run(paragraph, text, font, points);
        return paragraph;
    }

    private XWPFParagraph centred(String text, String font, int points, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingBetween(points > TEXT_POINTS ? 2 * TEXT_POINTS : LINE_POINTS, LineSpacingRule.EXACT);
        run(paragraph, text, font, points).setBold(bold);
        return paragraph;
    }

    private void right(String text) {
        XWPFParagraph paragraph = line(text, TEXT, TEXT_POINTS);
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.setIndentationRight(INDENT);
    }

    static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        for (XWPFRun.FontCharRange range : XWPFRun.FontCharRange.values()) {
            run.setFontFamily(range == XWPFRun.FontCharRange.eastAsia ? font : "Times New Roman", range);
        }
        run.setFontSize(points);
        run.setText(text);
        return run;
    }

    /** A4 with the margins of official documents, in twentieths of a point: 37, 26, 35 and 28 mm. */
    private void setPage() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setRight(BigInteger.valueOf(1474));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setHeader(BigInteger.valueOf(851));
        margins.setFooter(BigInteger.valueOf(992));
        margins.setGutter(BigInteger.ZERO);
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        run(foot, "— ", TITLE, 14);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        run(foot, " —", TITLE, 14);
    }

    private static void setProperties(POIXMLProperties properties, StageReport report, ReportVersion version) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(ReportText.title(report));
        core.setCreator(version.writtenBy());
        core.setDescription("第" + version.number() + "版，运送台账第" + version.recording() + "号记录");
        Optional<Date> written = Optional.of(Date.from(version.writtenAt()));
        core.setCreated(written);
        core.setModified(written);
    }
}
