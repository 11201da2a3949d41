package io.chunfeng.freeze;

import io.chunfeng.statistics.FilledCell;
import java.math.BigDecimal;

/** Cells for tests: of a city, below each other from row 3 on. */
final class Cells {
    private Cells() {}

    static FrozenCell name(String city, int row, String name) {
        return new FrozenCell(new FilledCell(city, 1, "A" + row, null, name, false), name, "市级名称", null);
    }

    static FrozenCell figure(String city, int row, String name, int column, String number, boolean counted) {
        BigDecimal value = number == null ? null : new BigDecimal(number);
        String address = (char) ('A' + column - 1) + String.valueOf(row);
        return new FrozenCell(
                new FilledCell(city, column, address, value, null, counted), name, "第" + column + "列", "人次");
    }

    static FrozenCell words(String city, int row, String name, int column, String words) {
        String address = (char) ('A' + column - 1) + String.valueOf(row);
        return new FrozenCell(
                new FilledCell(city, column, address, null, words, false), name, "第" + column + "列", null);
    }
}
