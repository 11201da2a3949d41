package io.chunfeng.intake;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.FlightText;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.PoolText;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.capacity.TrainText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbook that dispatchers may fill in: a sheet a kind. With the offers there are, it reads back as unchanged. */
public final class OfferTemplate {
    private static final int CHARACTER = 256;
    private static final int LAST_ROW = 2_000;
    private static final List<String> SHEETS = List.of("包车", "专列、包车厢", "包机、切位");

    private OfferTemplate() {}

    public static void write(
            Collection<CoachPool> pools,
            Collection<TrainService> trains,
            Collection<Flight> flights,
            Surroundings places,
            OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = sheet(workbook, Offer.Kind.POOL);
            pools.forEach(pool -> row(sheet, Offer.Kind.POOL, PoolText.write(pool, places)));
            XSSFSheet calls = sheet(workbook, Offer.Kind.TRAIN);
            trains.forEach(train -> train(train, places).forEach(row -> row(calls, Offer.Kind.TRAIN, row)));
            XSSFSheet flown = sheet(workbook, Offer.Kind.FLIGHT);
            flights.forEach(flight -> row(flown, Offer.Kind.FLIGHT, FlightText.write(flight, places)));
            workbook.write(out);
        }
    }

    /** The train with its first station, then a row for each further one. */
    private static List<Map<String, String>> train(TrainService train, Surroundings places) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> call : TrainText.writeCalls(train, places)) {
            Map<String, String> row = new HashMap<>(rows.isEmpty() ? TrainText.write(train) : Map.of());
            row.putAll(call);
            rows.add(row);
        }
        return rows;
    }

    private static XSSFSheet sheet(XSSFWorkbook workbook, Offer.Kind kind) {
        XSSFSheet sheet = workbook.createSheet(SHEETS.get(kind.ordinal()));
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        CellStyle head = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        XSSFRow headers = sheet.createRow(0);
        List<OfferColumn> columns = OfferColumn.of(kind);
        for (int c = 0; c < columns.size(); c++) {
            sheet.setDefaultColumnStyle(c, text);
            sheet.setColumnWidth(c, Math.max(14, columns.get(c).title().length() * 2 + 4) * CHARACTER);
            headers.createCell(c).setCellValue(columns.get(c).title());
            headers.getCell(c).setCellStyle(head);
            if (columns.get(c).key().equals("kind")) {
                choose(sheet, c, words(kind));
            }
        }
        sheet.createFreezePane(1, 1);
        return sheet;
    }

    private static String[] words(Offer.Kind kind) {
        Collection<String> words = kind == Offer.Kind.TRAIN ? TrainText.KINDS.keySet() : FlightText.KINDS.keySet();
        return words.toArray(String[]::new);
    }

    private static void choose(XSSFSheet sheet, int column, String[] words) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(words), new CellRangeAddressList(1, LAST_ROW, column, column));
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    /** Cells are text: nothing in them is ever calculated. */
    private static void row(XSSFSheet sheet, Offer.Kind kind, Map<String, String> fields) {
        XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
        List<OfferColumn> columns = OfferColumn.of(kind);
        for (int c = 0; c < columns.size(); c++) {
            String value = fields.get(columns.get(c).key());
            if (value != null) {
                row.createCell(c).setCellValue(words(columns.get(c).key(), value));
                row.getCell(c).setCellStyle(sheet.getColumnStyle(c));
            }
        }
    }

    /** Moments without the T, kinds in the field's own words. */
    private static String words(String key, String value) {
        if (key.equals("kind")) {
            return TrainText.KINDS.entrySet().stream()
                    .filter(word -> word.getValue().name().equals(value))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> FlightText.KINDS.entrySet().stream()
                            .filter(word -> word.getValue().name().equals(value))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(value));
        }
        return value.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}") ? value.replace('T', ' ') : value;
    }
}
