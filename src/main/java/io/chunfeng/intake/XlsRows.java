package io.chunfeng.intake;

import io.chunfeng.intake.TableException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** .xls of Excel 97 and later. A container of the same kind around an .xlsx is one with a password. */
final class XlsRows {
    private XlsRows() {}

    static void read(Path file, Consumer<TableRow> rows) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                throw new TableException(Reason.ENCRYPTED, "");
            }
            if (!container.getRoot().hasEntryCaseInsensitive("Workbook")
                    && !container.getRoot().hasEntryCaseInsensitive("Book")) {
                throw new TableException(Reason.UNKNOWN_KIND, "Word/PowerPoint");
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(container)) {
                WorkbookRows.read(workbook, rows);
            }
        } catch (EncryptedDocumentException e) {
            throw new TableException(Reason.ENCRYPTED, "", e);
        } catch (OldExcelFormatException e) {
            throw new TableException(Reason.UNKNOWN_KIND, "Excel 95", e);
        } catch (TableException e) {
            throw e;
        } catch (RuntimeException e) {
            // a damaged record ends POI in many ways
            throw new TableException(Reason.BROKEN, "xls", e);
        }
    }
}
