package io.chunfeng.intake;

import com.github.pjfanning.xlsx.StreamingReader;
import com.github.pjfanning.xlsx.exceptions.ExcelRuntimeException;
import io.chunfeng.intake.TableException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Workbook;

/** .xlsx, row by row. */
final class XlsxRows {
    private static final int ROWS_AT_A_TIME = 64;
    private static final int BUFFER_BYTES = 8192;

    private XlsxRows() {}

    static void read(Path file, TableLimits limits, Consumer<TableRow> rows) throws IOException {
        ZipInspection.inspect(file, limits);
        ZipSecureFile.setMaxEntrySize(limits.unpackedBytes());
        try (Workbook workbook = StreamingReader.builder()
                .rowCacheSize(ROWS_AT_A_TIME)
                .bufferSize(BUFFER_BYTES)
                .open(file.toFile())) {
            WorkbookRows.read(workbook, rows);
        } catch (ExcelRuntimeException
                | POIXMLException
                | OpenXML4JRuntimeException
                | UnsupportedFileFormatException
                | EmptyFileException e) {
            throw new TableException(Reason.BROKEN, "xlsx", e);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException | ClassCastException e) {
            // parts that contradict each other end POI in many ways
            throw new TableException(Reason.BROKEN, "xlsx", e);
        }
    }
}
