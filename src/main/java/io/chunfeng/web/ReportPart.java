package io.chunfeng.web;

import io.chunfeng.report.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of a stage report as its template tells it apart.
 *
 * @param kind HEADING, SUBHEADING, PARAGRAPH, NOTE, ROOM, TABLE or CHART
 * @param text of it, the caption of a table, the title of a chart
 * @param columns of a chart
 */
record ReportPart(String kind, String text, Block.Table table, List<Column> columns, List<String> series) {
    static final int WIDTH = 640;
    static final int HEIGHT = 160;
    private static final int MOST_LABELS = 10;
    private static final int WIDEST = 40;

    /** One bar of a chart; those of a category stand side by side. @param label below the first of a category, or null */
    record Column(
            String category,
            String series,
            int number,
            long value,
            double x,
            double y,
            double width,
            double height,
            String label) {}

    static ReportPart of(Block block) {
        if (block instanceof Block.Heading heading) {
            return words(heading.level() == 1 ? "HEADING" : "SUBHEADING", heading.text());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return words("PARAGRAPH", paragraph.text());
        }
        if (block instanceof Block.Note note) {
            return words("NOTE", note.text());
        }
        if (block instanceof Block.Room room) {
            return words("ROOM", room.text());
        }
        if (block instanceof Block.Table table) {
            return new ReportPart("TABLE", table.caption(), table, List.of(), List.of());
        }
        Block.Chart chart = (Block.Chart) block;
        return new ReportPart(
                "CHART",
                chart.title(),
                null,
                columns(chart),
                chart.series().stream().map(Block.Series::name).toList());
    }

    private static ReportPart words(String kind, String text) {
        return new ReportPart(kind, text, null, List.of(), List.of());
    }

    private static List<Column> columns(Block.Chart chart) {
        long highest = chart.series().stream()
                .flatMap(series -> series.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        int categories = chart.categories().size();
        double step = (double) WIDTH / categories;
        double width =
                Math.min(WIDEST, Math.max(0.5, (step - 2) / chart.series().size()));
        int labelEvery = (categories + MOST_LABELS - 1) / MOST_LABELS;
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < categories; c++) {
            for (int s = 0; s < chart.series().size(); s++) {
                Block.Series series = chart.series().get(s);
                long value = series.values().get(c);
                double height = highest == 0 ? 0 : (double) HEIGHT * value / highest;
                columns.add(new Column(
                        chart.categories().get(c),
                        series.name(),
                        s,
                        value,
                        c * step + s * width,
                        HEIGHT - height,
                        width,
                        height,
                        s == 0 && c % labelEvery == 0 ? chart.categories().get(c) : null));
            }
        }
        return List.copyOf(columns);
    }
}
