package io.chunfeng.manifest;

import io.chunfeng.intake.FormulaGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Manifests as .xlsx, the empty template among them. Every cell is text, so that no number loses digits and nothing is a formula. */
public final class ManifestWorkbook {
    private static final int ROWS = 1_000;
    private static final int[] WIDTHS = {14, 22, 24, 16, 12, 8, 30};
    private static final List<String> HINTS = List.of(
            "一行一人。姓名、证件号码必填；领队须填手机号码。列的顺序可以改变，多余的列不读取。",
            "证件类型：" + String.join("、", kinds()) + "。不填：18 位号码按居民身份证等识别。",
            "证件号码、手机号码请保持文本格式：Excel 的数字格式只保留 15 位，身份证号后三位会变成 000。",
            "人员类别：务工人员（不填即是）、领队、婴幼儿。婴幼儿指乘车当天未满 6 周岁、由大人抱乘的，不占座位，不计入团组人数，可暂无证件。",
            "轮椅：全程坐轮椅的填“是”。",
            "性别和出生日期由证件号码得出，不必填写。请勿填写住址、病史等与乘车无关的内容。");

    private ManifestWorkbook() {}

    /** For a county to fill in. */
    public static byte[] template() {
        return write(List.of(), true);
    }

    /** In full: what leaves here is recorded where it is asked for. */
    public static byte[] of(Manifest manifest) {
        return write(manifest.rows(), false);
    }

    private static byte[] write(List<ManifestRow> rows, boolean template) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("花名册");
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat((short) BuiltinFormats.getBuiltinFormat("@"));
            CellStyle guarded = workbook.createCellStyle();
            guarded.cloneStyleFrom(text);
            guarded.setQuotePrefixed(true);
            header(workbook, sheet, text);
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r + 1);
                List<String> values = values(rows.get(r));
                for (int c = 0; c < values.size(); c++) {
                    String value = values.get(c);
                    row.createCell(c).setCellValue(value);
                    row.getCell(c).setCellStyle(FormulaGuard.startsFormula(value) ? guarded : text);
                }
            }
            if (template) {
                choices(sheet);
                hints(workbook);
            }
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void header(XSSFWorkbook workbook, XSSFSheet sheet, CellStyle text) {
        CellStyle bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        Row row = sheet.createRow(0);
        for (ManifestColumn column : ManifestColumn.values()) {
            int c = column.ordinal();
            row.createCell(c).setCellValue(column.chinese());
            row.getCell(c).setCellStyle(bold);
            sheet.setColumnWidth(c, WIDTHS[c] * 256);
            sheet.setDefaultColumnStyle(c, text);
        }
        sheet.createFreezePane(1, 1);
    }

    private static List<String> values(ManifestRow row) {
        return List.of(
                row.name(),
                row.kind() == null ? "" : row.kind().chinese(),
                row.number(),
                row.phone(),
                row.role().chinese(),
                row.wheelchair() ? "是" : "",
                row.remark());
    }

    private static void choices(XSSFSheet sheet) {
        choice(sheet, ManifestColumn.KIND, kinds());
        choice(
                sheet,
                ManifestColumn.ROLE,
                Arrays.stream(PassengerRole.values())
                        .map(PassengerRole::chinese)
                        .toArray(String[]::new));
        choice(sheet, ManifestColumn.WHEELCHAIR, new String[] {"是", "否"});
    }

    private static void choice(XSSFSheet sheet, ManifestColumn column, String[] values) {
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
        int c = column.ordinal();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(values), new CellRangeAddressList(1, ROWS, c, c)));
    }

    private static void hints(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet("填写说明");
        sheet.setColumnWidth(0, 120 * 256);
        for (int i = 0; i < HINTS.size(); i++) {
            sheet.createRow(i).createCell(0).setCellValue(HINTS.get(i));
        }
    }

    private static String[] kinds() {
        return Arrays.stream(DocumentKind.values()).map(DocumentKind::chinese).toArray(String[]::new);
    }
}
