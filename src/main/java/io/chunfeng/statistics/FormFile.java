package io.chunfeng.statistics;

import io.chunfeng.statistics.FileFinding.Fault;
import io.chunfeng.statistics.StatisticsTable.HeaderCell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of ours that somebody filled in, held against the table it was made of. Nothing is guessed: a word of the form
 * that is not in its cell is a finding, and then no figure is read.
 *
 * @param cells of each unit by number of the column; an empty cell is missing and changes nothing
 * @param findings that stand against reading the file at all
 */
record FormFile(Map<String, Map<Integer, Content>> cells, List<FileFinding> findings) {

    /** @param number null for words @param words null for a number */
    record Content(String address, BigDecimal number, String words) {
        String text() {
            return number == null ? words : number.toPlainString();
        }
    }

    static FormFile read(byte[] xlsx, StatisticsTable table) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            List<FileFinding> findings = words(sheet, table);
            return findings.isEmpty() ? figures(sheet, table) : new FormFile(Map.of(), findings);
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            return new FormFile(Map.of(), List.of(FileFinding.of("", Fault.NOT_A_WORKBOOK)));
        }
    }

    private static List<FileFinding> words(XSSFSheet sheet, StatisticsTable table) {
        List<FileFinding> findings = new ArrayList<>();
        if (table.template().layout() != FormLayout.ROWS) {
            require(sheet, 0, 0, table.template().title(), Fault.HEADER, findings);
            require(sheet, 1, 0, FormWords.unit(table.unit()), Fault.WRONG_UNIT, findings);
        }
        for (HeaderCell cell : FormWords.header(table)) {
            require(sheet, cell.row(), cell.column(), cell.text(), Fault.HEADER, findings);
        }
        if (table.template().layout() == FormLayout.ITEMS) {
            FormGrid grid = FormGrid.of(table.template());
            FormWords.items(table.template())
                    .forEach(
                            item -> require(sheet, grid.row(0, item.number()), 0, item.text(), Fault.HEADER, findings));
        }
        return findings;
    }

    private static void require(
            XSSFSheet sheet, int row, int column, String expected, Fault fault, List<FileFinding> findings) {
        Content found = content(sheet, row, column);
        String text = found == null ? "" : found.text().strip();
        if (!text.equals(expected)) {
            findings.add(FileFinding.of(FormGrid.onSheet(row, column), fault, expected, text));
        }
    }

    private static FormFile figures(XSSFSheet sheet, StatisticsTable table) {
        Map<String, Map<Integer, Content>> cells = new LinkedHashMap<>();
        List<FileFinding> findings = new ArrayList<>();
        FormGrid grid = FormGrid.of(table.template());
        Set<String> missing = new HashSet<>();
        table.rows().forEach(row -> missing.add(row.unit().name()));
        for (int r = 0; r < table.rows().size(); r++) {
            ReportingUnit unit = unit(sheet, grid, r, table, missing, findings);
            if (unit != null) {
                cells.put(unit.code(), row(sheet, grid, r, table));
            }
        }
        return new FormFile(cells, findings);
    }

    /** Rows may be in another order; each names its unit. */
    private static ReportingUnit unit(
            XSSFSheet sheet,
            FormGrid grid,
            int row,
            StatisticsTable table,
            Set<String> missing,
            List<FileFinding> findings) {
        if (grid.layout() != FormLayout.ROWS) {
            return table.unit();
        }
        Content name = content(sheet, grid.row(row, 1), 0);
        String address = grid.address(row, 1);
        if (name == null) {
            findings.add(FileFinding.of(
                    address,
                    Fault.UNIT_MISSING,
                    String.join("、", missing.stream().sorted().toList())));
            return null;
        }
        ReportingUnit unit = table.rows().stream()
                .map(StatisticsTable.Row::unit)
                .filter(known -> known.name().equals(name.text().strip()))
                .findFirst()
                .orElse(null);
        if (unit == null) {
            String expected = table.rows().get(row).unit().name();
            findings.add(FileFinding.of(address, Fault.WRONG_UNIT, expected, name.text()));
        } else if (!missing.remove(unit.name())) {
            findings.add(FileFinding.of(address, Fault.UNIT_TWICE, unit.name()));
            return null;
        }
        return unit;
    }

    private static Map<Integer, Content> row(XSSFSheet sheet, FormGrid grid, int row, StatisticsTable table) {
        Map<Integer, Content> contents = new LinkedHashMap<>();
        for (int number = 1; number <= table.template().leaves().size(); number++) {
            Content content = content(sheet, grid.row(row, number), grid.column(number));
            if (content != null) {
                contents.put(number, content);
            }
        }
        return contents;
    }

    /** Null for an empty cell; of a formula its result. */
    private static Content content(XSSFSheet sheet, int rowIndex, int column) {
        Row row = sheet.getRow(rowIndex);
        Cell cell = row == null ? null : row.getCell(column);
        if (cell == null) {
            return null;
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        String address = FormGrid.onSheet(rowIndex, column);
        return switch (type) {
            case NUMERIC -> new Content(address, plain(cell.getNumericCellValue()), null);
            case STRING ->
                cell.getStringCellValue().isBlank() ? null : new Content(address, null, cell.getStringCellValue());
            case BOOLEAN -> new Content(address, null, String.valueOf(cell.getBooleanCellValue()));
            case ERROR -> new Content(address, null, "#");
            default -> null;
        };
    }

    /** Fifteen digits are what a sheet shows; the rest is how it keeps them. */
    private static BigDecimal plain(double number) {
        BigDecimal exact = new BigDecimal(number, new MathContext(15)).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
