package io.chunfeng.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The form that counties may fill in: headers, hints, drop-down lists, an example that is not read. Other forms are read too. */
public final class GroupTemplate {
    static final List<GroupColumn> COLUMNS = List.of(
            GroupColumn.NUMBER,
            GroupColumn.COUNTY,
            GroupColumn.FROM,
            GroupColumn.TO,
            GroupColumn.HEADCOUNT,
            GroupColumn.WHEELCHAIRS,
            GroupColumn.DAY,
            GroupColumn.DEPART,
            GroupColumn.ARRIVE,
            GroupColumn.MODES,
            GroupColumn.SPLIT,
            GroupColumn.PRIORITY,
            GroupColumn.EMPLOYER,
            GroupColumn.FROM_LON,
            GroupColumn.FROM_LAT,
            GroupColumn.CRS,
            GroupColumn.REMARK);

    private static final int FIRST_ROW = 3;
    private static final int LAST_ROW = 1002;
    private static final int CHARACTER = 256;

    private GroupTemplate() {}

    /**
     * @param words messages by key: {@code title}, {@code sheet}, {@code help}, {@code lists}, {@code <column>.hint},
     *     {@code <column>.example}
     * @param choices drop-down lists by column
     */
    public static void write(UnaryOperator<String> words, Map<GroupColumn, List<String>> choices, OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet(words.apply("sheet"));
            XSSFSheet help = workbook.createSheet(words.apply("help"));
            XSSFSheet lists = workbook.createSheet(words.apply("lists"));
            fillIn(workbook, sheet, words);
            explain(workbook, help, words);
            list(lists, sheet, new EnumMap<>(choices));
            workbook.setSheetVisibility(workbook.getSheetIndex(lists), SheetVisibility.HIDDEN);
            workbook.write(out);
        }
    }

    private static void fillIn(XSSFWorkbook workbook, XSSFSheet sheet, UnaryOperator<String> words) {
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        CellStyle head = head(workbook);
        CellStyle example = workbook.createCellStyle();
        example.cloneStyleFrom(text);
        Font grey = workbook.createFont();
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        grey.setItalic(true);
        example.setFont(grey);
        sheet.createRow(0).createCell(0).setCellValue(words.apply("title"));
        XSSFRow headers = sheet.createRow(1);
        XSSFRow examples = sheet.createRow(2);
        for (int c = 0; c < COLUMNS.size(); c++) {
            GroupColumn column = COLUMNS.get(c);
            sheet.setDefaultColumnStyle(c, text);
            sheet.setColumnWidth(c, Math.max(12, column.title().length() * 2 + 4) * CHARACTER);
            XSSFCell header = headers.createCell(c);
            header.setCellValue(
                    (GroupColumn.NEEDED.contains(column) || column == GroupColumn.DAY ? "*" : "") + column.title());
            header.setCellStyle(head);
            hint(sheet, header, words.apply(column.key() + ".hint"));
            XSSFCell cell = examples.createCell(c);
            cell.setCellStyle(example);
            cell.setCellValue(words.apply(column.key() + ".example"));
        }
        sheet.createFreezePane(0, 2);
    }

    private static void hint(XSSFSheet sheet, XSSFCell header, String text) {
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(header.getColumnIndex());
        anchor.setCol2(header.getColumnIndex() + 3);
        anchor.setRow1(2);
        anchor.setRow2(8);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        header.setCellComment(comment);
    }

    private static CellStyle head(XSSFWorkbook workbook) {
        CellStyle head = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return head;
    }

    private static void explain(XSSFWorkbook workbook, XSSFSheet help, UnaryOperator<String> words) {
        CellStyle head = head(workbook);
        CellStyle wrap = workbook.createCellStyle();
        wrap.setWrapText(true);
        int r = 0;
        for (GroupColumn column : COLUMNS) {
            XSSFRow row = help.createRow(r++);
            row.createCell(0).setCellValue(column.title());
            row.getCell(0).setCellStyle(head);
            row.createCell(1).setCellValue(words.apply(column.key() + ".hint"));
            row.getCell(1).setCellStyle(wrap);
        }
        help.setColumnWidth(0, 20 * CHARACTER);
        help.setColumnWidth(1, 90 * CHARACTER);
    }

    /** Lists lie on a hidden sheet: written into the cell rule they could have 255 characters in all. Other entries stay possible. */
    private static void list(XSSFSheet lists, XSSFSheet sheet, Map<GroupColumn, List<String>> choices) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        int c = 0;
        for (Map.Entry<GroupColumn, List<String>> choice : choices.entrySet()) {
            List<String> values = new ArrayList<>(choice.getValue());
            if (values.isEmpty()) {
                continue;
            }
            for (int r = 0; r < values.size(); r++) {
                XSSFRow row = lists.getRow(r) == null ? lists.createRow(r) : lists.getRow(r);
                row.createCell(c).setCellValue(values.get(r));
            }
            String letter = TableRow.letter(c);
            String range = "'" + lists.getSheetName() + "'!$" + letter + "$1:$" + letter + "$" + values.size();
            int at = COLUMNS.indexOf(choice.getKey());
            DataValidation validation = helper.createValidation(
                    helper.createFormulaListConstraint(range), new CellRangeAddressList(FIRST_ROW, LAST_ROW, at, at));
            validation.setShowErrorBox(false);
            sheet.addValidationData(validation);
            c++;
        }
    }
}
