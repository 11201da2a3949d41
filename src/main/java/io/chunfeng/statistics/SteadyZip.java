package io.chunfeng.statistics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** POI stamps every part of a document with the time of writing; here the same content gives the same bytes. */
public final class SteadyZip {
    /** The earliest time that a zip file can hold. */
    static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SteadyZip() {}

    /** Workbooks within the document, such as those behind its charts, are steadied too. Does not close the stream. */
    public static void copy(byte[] zip, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(TIME);
                copy.putNextEntry(entry);
                if (part.getName().endsWith(".xlsx")) {
                    copy(in.readAllBytes(), copy);
                } else {
                    in.transferTo(copy);
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }
}
