package io.chunfeng.freeze;

import java.util.List;

/**
 * What a table consists of when it is frozen.
 *
 * @param workbook the bytes of the .xlsx
 * @param cells by row, then column @param trips those behind any cell @param shares what each adds to which cell
 */
public record FrozenContent(byte[] workbook, List<FrozenCell> cells, List<FrozenTrip> trips, List<FrozenShare> shares) {
    public FrozenContent {
        cells = List.copyOf(cells);
        trips = List.copyOf(trips);
        shares = List.copyOf(shares);
    }

    /** Of the workbook, hexadecimal. */
    public String sha256() {
        return Sha256.of(workbook);
    }
}
