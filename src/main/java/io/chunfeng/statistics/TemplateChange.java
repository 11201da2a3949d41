package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.StatisticsTemplate.Entered;
import java.util.List;

/** What a new version may change: figures are kept by the key of their column, so a key means the same for ever. */
public final class TemplateChange {
    private TemplateChange() {}

    /**
     * @param earlier columns of all earlier versions
     * @throws IllegalArgumentException that names the column whose kind or decimals changed
     */
    public static void require(List<Column> earlier, List<Column> columns) {
        for (Column column : columns) {
            for (Column before : earlier) {
                if (before.key().equals(column.key()) && !kind(before).equals(kind(column))) {
                    throw new TemplateFault(TemplateFault.Code.CHANGED, column.text());
                }
            }
        }
    }

    private static String kind(Column column) {
        return column.source() instanceof Entered entered
                ? entered.kind() + (entered.kind() == ValueKind.MONEY ? " (" + column.unit() + ")" : "")
                : column.source().getClass().getSimpleName();
    }
}
