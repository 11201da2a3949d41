package io.chunfeng.report;

import java.util.List;

/** A piece of a stage report, the same on the page and in the .docx. Texts are Chinese, as the report is. */
public sealed interface Block {

    /** @param level 1 for 一、 2 for （一） */
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** What the program suggests or says about its figures; set apart from the report's own words. */
    record Note(String text) implements Block {}

    /** Room for what is still to be written by hand. */
    record Room(String text) implements Block {}

    /**
     * A table of figures.
     *
     * @param columns with their units @param rows a name, then figures as they are printed @param sum whether the last row is one
     */
    record Table(String caption, List<String> columns, List<List<String>> rows, boolean sum) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Columns by category. @param series as many values each as there are categories; at least one category */
    record Chart(String title, List<String> categories, List<Series> series) implements Block {
        public Chart {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }
    }

    record Series(String name, List<Long> values) {
        public Series {
            values = List.copyOf(values);
        }
    }
}
