package io.chunfeng.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files of tables made by tests. */
public final class Tables {
    static final TableLimits LIMITS = TableLimits.of(20, 100_000);

    private Tables() {}

    public static Path xlsx(Path file, Consumer<Workbook> content) throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            return written(file, workbook, content);
        }
    }

    public static Path xls(Path file, Consumer<Workbook> content) throws IOException {
        try (Workbook workbook = new HSSFWorkbook()) {
            return written(file, workbook, content);
        }
    }

    private static Path written(Path file, Workbook workbook, Consumer<Workbook> content) throws IOException {
        content.accept(workbook);
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    public static Path text(Path file, String text, String charset) throws IOException {
        return Files.write(file, text.getBytes(Charset.forName(charset)));
    }

    static Path zip(Path file, Object... namesAndTexts) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndTexts[i]));
                out.write(
                        namesAndTexts[i + 1] instanceof byte[] bytes
                                ? bytes
                                : ((String) namesAndTexts[i + 1]).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    static List<TableRow> rows(Path file) {
        List<TableRow> rows = new ArrayList<>();
        TableFile.read(file, LIMITS, rows::add);
        return rows;
    }

    /** Rows as text: cells by their letters. */
    static List<String> shown(Path file) {
        return rows(file).stream()
                .map(row -> row.number() + ": "
                        + String.join(
                                " ",
                                row.cells().entrySet().stream()
                                        .map(cell -> TableRow.letter(cell.getKey()) + "="
                                                + cell.getValue().shown())
                                        .toList()))
                .toList();
    }
}
