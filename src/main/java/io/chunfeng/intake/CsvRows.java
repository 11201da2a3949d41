package io.chunfeng.intake;

import io.chunfeng.intake.TableException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** .csv in UTF-8, else GB18030 (what Excel saves in China); commas, semicolons or tabs. Every cell is text. */
final class CsvRows {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvRows() {}

    static void read(Path file, Consumer<TableRow> rows) throws IOException {
        Charset charset = charset(file);
        char separator = separator(file, charset);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (Reader reader = open(file, charset)) {
            for (CSVRecord line : format.parse(reader)) {
                TableFile.RowBuilder row = new TableFile.RowBuilder("", Math.toIntExact(line.getRecordNumber()));
                for (int c = 0; c < line.size(); c++) {
                    row.addText(c, unguarded(line.get(c)));
                }
                row.handTo(rows);
            }
        } catch (UncheckedIOException | CSVException e) {
            throw new TableException(Reason.BROKEN, "csv", e);
        }
    }

    /** Our own files put an apostrophe before what a spreadsheet would take for a formula. */
    private static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && FormulaGuard.startsFormula(text.substring(1))
                ? text.substring(1)
                : text;
    }

    private static Charset charset(Path file) throws IOException {
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(file, GB18030)) {
            return GB18030;
        }
        throw new TableException(Reason.NOT_TEXT, "");
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        char[] buffer = new char[8192];
        try (Reader reader = open(file, charset)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == 0) {
                        throw new TableException(Reason.NOT_TEXT, "");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** Whichever stands most often in one of the first lines: titles above the header have none. */
    private static char separator(Path file, Charset charset) throws IOException {
        char best = ',';
        long most = 0;
        try (BufferedReader lines = new BufferedReader(open(file, charset))) {
            for (int i = 0; i < 20; i++) {
                String line = lines.readLine();
                if (line == null) {
                    break;
                }
                for (char candidate : new char[] {',', ';', '\t'}) {
                    long count = line.chars().filter(c -> c == candidate).count();
                    if (count > most) {
                        most = count;
                        best = candidate;
                    }
                }
            }
        }
        return best;
    }
}
