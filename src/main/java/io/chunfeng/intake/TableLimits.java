package io.chunfeng.intake;

/**
 * How much of a file is read at most.
 *
 * @param bytes of the file
 * @param unpackedBytes of all parts of an .xlsx together
 * @param rows that are not empty, of all sheets
 * @param columns furthest column that may hold something
 */
public record TableLimits(long bytes, long unpackedBytes, int rows, int columns) {
    private static final long MB = 1 << 20;

    /** @param megabytes of the file; its parts may be fifteen times that, spreadsheets pack well */
    public static TableLimits of(int megabytes, int rows) {
        return new TableLimits(megabytes * MB, 15 * megabytes * MB, rows, 200);
    }

    public long megabytes() {
        return bytes / MB;
    }
}
