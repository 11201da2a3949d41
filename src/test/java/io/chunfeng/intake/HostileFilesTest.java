package io.chunfeng.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chunfeng.intake.TableException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no tables, or want to do harm: each is refused for its reason. */
class HostileFilesTest {
    private static final String SHEET =
            "<?xml version=\"1.0\"?>%s<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>";

    @TempDir
    private Path folder;

    private static void plain(Workbook workbook) {
        workbook.createSheet().createRow(0).createCell(0).setCellValue("县");
    }

    private Path workbook(String sheet) throws IOException {
        return workbook(sheet.getBytes(StandardCharsets.UTF_8));
    }

    private Path workbook(byte[] sheet) throws IOException {
        String types =
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
        String relations =
                "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/></Relationships>";
        String book =
                "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
        return Tables.zip(
                folder.resolve("made.xlsx"),
                "[Content_Types].xml",
                types,
                "_rels/.rels",
                relations.formatted("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml",
                book,
                "xl/_rels/workbook.xml.rels",
                relations.formatted("worksheet", "worksheets/sheet1.xml"),
                "xl/worksheets/sheet1.xml",
                sheet);
    }

    private static void assertRefused(Path file, Reason reason) {
        TableException refusal = catchThrowableOfType(TableException.class, () -> Tables.rows(file));
        assertThat(refusal).as("refusal of %s", file.getFileName()).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    /** So that the refusals below are for what is added, not for how the file is made. */
    @Test
    void theSameWorkbookWithoutHarmIsRead() throws IOException {
        assertThat(Tables.shown(workbook(SHEET.formatted("", "县")))).containsExactly("1: A=县");
    }

    @Test
    void externalEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        assertRefused(workbook(SHEET.formatted(entity, "&e;")), Reason.FOREIGN_XML);
    }

    /** The inspection looks for the word in one-byte encodings; the parser itself must not resolve it in others. */
    @Test
    void externalEntityInUtf16() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        Path file = workbook(SHEET.formatted(entity, "&e;")
                .replace("version=\"1.0\"", "version=\"1.0\" encoding=\"UTF-16\"")
                .getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> Tables.rows(file)).isInstanceOf(TableException.class);
    }

    @Test
    void billionLaughs() throws IOException {
        String laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
        assertRefused(workbook(SHEET.formatted(laughs, "&c;")), Reason.FOREIGN_XML);
    }

    @Test
    void zipBomb() throws IOException {
        byte[] zeros = new byte[1 << 20];
        java.util.Arrays.fill(zeros, (byte) ' ');
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        for (int i = 0; i < 64; i++) {
            sheet.write(zeros);
        }
        assertRefused(workbook(sheet.toByteArray()), Reason.ZIP_BOMB);
    }

    @Test
    void unpacksToMoreThanTheLimitThoughNoBomb() throws IOException {
        java.util.Random random = new java.util.Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 3 << 20) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        Path file = workbook(SHEET.formatted("", text));
        TableException refusal = catchThrowableOfType(
                TableException.class,
                () -> TableFile.read(file, new TableLimits(20 << 20, 1 << 20, 10, 10), row -> {}));
        assertThat(refusal.reason()).isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void aGigabyte() throws IOException {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertRefused(file, Reason.TOO_LARGE);
    }

    @Test
    void rowsWithoutEndAndColumnsWithoutEnd() throws IOException {
        Path rows = Tables.text(folder.resolve("rows.csv"), "a\n".repeat(11), "UTF-8");
        TableLimits ten = new TableLimits(1000, 1000, 10, 10);
        TableException tooMany = catchThrowableOfType(TableException.class, () -> TableFile.read(rows, ten, row -> {}));
        assertThat(tooMany.reason()).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(TableFile.read(Tables.text(folder.resolve("ten.csv"), "a\n".repeat(10), "UTF-8"), ten, row -> {}))
                .isEqualTo(TableKind.CSV);
        Path wide = Tables.text(folder.resolve("wide.csv"), ",".repeat(10) + "a\n", "UTF-8");
        TableException tooWide = catchThrowableOfType(TableException.class, () -> TableFile.read(wide, ten, row -> {}));
        assertThat(tooWide.reason()).isEqualTo(Reason.TOO_MANY_COLUMNS);
    }

    @Test
    void encryptedXlsx() throws Exception {
        Path plain = Tables.xlsx(folder.resolve("plain.xlsx"), HostileFilesTest::plain);
        Path file = folder.resolve("locked.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (OutputStream out = encryptor.getDataStream(container)) {
                Files.copy(plain, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        assertRefused(file, Reason.ENCRYPTED);
    }

    @Test
    void encryptedXls() throws IOException {
        Path file = folder.resolve("locked.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            plain(workbook);
            Biff8EncryptionKey.setCurrentUserPassword("password");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertRefused(file, Reason.ENCRYPTED);
    }

    @Test
    void cutOff() throws IOException {
        byte[] xlsx = Files.readAllBytes(Tables.xlsx(folder.resolve("whole.xlsx"), HostileFilesTest::plain));
        assertRefused(
                Files.write(folder.resolve("half.xlsx"), java.util.Arrays.copyOf(xlsx, xlsx.length / 2)),
                Reason.BROKEN);
        byte[] xls = Files.readAllBytes(Tables.xls(folder.resolve("whole.xls"), HostileFilesTest::plain));
        assertRefused(Files.write(folder.resolve("half.xls"), java.util.Arrays.copyOf(xls, 700)), Reason.BROKEN);
    }

    @Test
    void aZipThatIsNoWorkbook() throws IOException {
        assertRefused(Tables.zip(folder.resolve("a.xlsx"), "../../etc/passwd", "root"), Reason.UNKNOWN_KIND);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  ', EMPTY",
        "%PDF-1.4, UNKNOWN_KIND",
        "<html><table>, UNKNOWN_KIND",
        "<?xml version='1.0'?>, UNKNOWN_KIND",
        "'{\"a\":1}', JSON_SHAPE",
        "'[1,2]', JSON_SHAPE",
        "'[{\"a\":{}}]', JSON_SHAPE",
        "'[{\"a\":1}', JSON_SHAPE",
        "'[{\"a\":1,\"a\":2}]', JSON_SHAPE",
        "'[] []', JSON_SHAPE"
    })
    void notATable(String text, Reason reason) throws IOException {
        assertRefused(Tables.text(folder.resolve("a.xlsx"), text, "UTF-8"), reason);
    }

    @Test
    void bytesOfNeitherEncoding() throws IOException {
        assertRefused(Files.write(folder.resolve("a.csv"), new byte[] {'a', ',', (byte) 0xFF, '\n'}), Reason.NOT_TEXT);
        assertRefused(Tables.text(folder.resolve("b.csv"), "县,人数", "UTF-16"), Reason.NOT_TEXT);
    }
}
