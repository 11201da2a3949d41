package io.chunfeng.intake;

import io.chunfeng.intake.TableException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks every part of an .xlsx once into nowhere: what it says of its sizes is not believed. */
final class ZipInspection {
    private static final int PARTS = 2_000;
    /** A million of the same character packs by 1,000; real sheets by less than 30, templates of empty rows by less than 100. */
    private static final long FACTOR = 200;

    private static final long FREE_BYTES = 1 << 20;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private ZipInspection() {}

    static void inspect(Path file, TableLimits limits) throws IOException {
        boolean workbook = false;
        long total = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > PARTS) {
                throw new TableException(Reason.ZIP_BOMB, zip.size() + " parts");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                total += unpacked(zip, entry, limits.unpackedBytes() - total);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new TableException(Reason.BROKEN, "zip", e);
        }
        if (!workbook) {
            throw new TableException(Reason.UNKNOWN_KIND, "ZIP");
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long allowed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long packed = Math.max(1, entry.getCompressedSize());
        long bytes = 0;
        int matched = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > allowed || bytes > FREE_BYTES && bytes / packed > FACTOR) {
                    throw new TableException(Reason.ZIP_BOMB, entry.getName());
                }
                matched = doctype(buffer, n, matched);
            }
        }
        return bytes;
    }

    /** @param matched bytes of the word seen so far, across buffers */
    private static int doctype(byte[] buffer, int length, int matched) {
        int at = matched;
        for (int i = 0; i < length; i++) {
            at = buffer[i] == DOCTYPE[at] ? at + 1 : buffer[i] == DOCTYPE[0] ? 1 : 0;
            if (at == DOCTYPE.length) {
                throw new TableException(Reason.FOREIGN_XML, "");
            }
        }
        return at;
    }
}
