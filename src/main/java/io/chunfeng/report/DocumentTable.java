package io.chunfeng.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/** A table of figures in a Word document: the head repeats on every page, figures stand on the right. */
final class DocumentTable {
    /** Between the margins of {@link ReportDocument}, in twentieths of a point. */
    private static final int WIDTH = 8844;

    private static final int POINTS = 11;

    private DocumentTable() {}

    static void add(XWPFDocument document, Block.Table content) {
        int columns = content.columns().size();
        XWPFTable table = document.createTable(1 + content.rows().size(), columns);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(WIDTH);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int c = 0; c < columns; c++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width(c, columns)));
        }
        fill(table.getRow(0), content.columns(), ReportDocument.HEADING, ParagraphAlignment.CENTER);
        table.getRow(0).setRepeatHeader(true);
        for (int r = 0; r < content.rows().size(); r++) {
            boolean sum = content.sum() && r == content.rows().size() - 1;
            String font = sum ? ReportDocument.HEADING : ReportDocument.TEXT;
            fill(table.getRow(r + 1), content.rows().get(r), font, ParagraphAlignment.RIGHT);
        }
    }

    private static void fill(XWPFTableRow row, List<String> cells, String font, ParagraphAlignment figures) {
        row.setCantSplitRow(true);
        for (int c = 0; c < cells.size(); c++) {
            XWPFTableCell cell = row.getCell(c);
            cell.setWidth(String.valueOf(width(c, cells.size())));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setAlignment(c == 0 ? ParagraphAlignment.CENTER : figures);
            ReportDocument.run(paragraph, cells.get(c), font, POINTS);
        }
    }

    /** The first, which names the row, is half as wide again as the others. */
    private static int width(int column, int columns) {
        int other = WIDTH * 2 / (2 * columns + 1);
        return column == 0 ? WIDTH - other * (columns - 1) : other;
    }
}
