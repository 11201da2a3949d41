package io.chunfeng.freeze;

import io.chunfeng.statistics.FilledCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cell that two frozen tables of one form and unit fill in differently.
 *
 * @param before in the earlier table; null where it has no such row, like {@code after}
 */
public record CellDifference(FrozenCell before, FrozenCell after) {

    public FrozenCell either() {
        return after == null ? before : after;
    }

    /** Null for words. */
    public BigDecimal change() {
        BigDecimal from = before == null ? null : before.cell().number();
        BigDecimal to = after == null ? null : after.cell().number();
        if (from == null && to == null) {
            return null;
        }
        return (to == null ? BigDecimal.ZERO : to).subtract(from == null ? BigDecimal.ZERO : from);
    }

    /** In the order of the later table; rows that it no longer has come last. */
    public static List<CellDifference> between(List<FrozenCell> before, List<FrozenCell> after) {
        Map<List<Object>, FrozenCell> earlier = new LinkedHashMap<>();
        before.forEach(cell -> earlier.put(place(cell), cell));
        List<CellDifference> differences = new ArrayList<>();
        for (FrozenCell cell : after) {
            FrozenCell was = earlier.remove(place(cell));
            if (was == null || !same(was.cell(), cell.cell())) {
                differences.add(new CellDifference(was, cell));
            }
        }
        earlier.values().forEach(gone -> differences.add(new CellDifference(gone, null)));
        return differences;
    }

    private static List<Object> place(FrozenCell cell) {
        return List.of(cell.cell().row(), cell.cell().column());
    }

    private static boolean same(FilledCell one, FilledCell other) {
        boolean sameNumber = one.number() == null || other.number() == null
                ? one.number() == other.number()
                : one.number().compareTo(other.number()) == 0;
        return sameNumber && Objects.equals(one.words(), other.words());
    }
}
