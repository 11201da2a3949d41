package io.chunfeng.plan.format;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** One line for each part, each element of a list and each row of a matrix: readable, comparable and still compact. */
final class LinePrinter extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST_OBJECT = 2;
    private static final int DEEPEST_ARRAY = 3;

    private int depth;

    @Override
    public void writeStartObject(JsonGenerator g) {
        depth++;
        super.writeStartObject(g);
    }

    @Override
    public void beforeObjectEntries(JsonGenerator g) {
        line(g, DEEPEST_OBJECT);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator g) {
        super.writeObjectEntrySeparator(g);
        line(g, DEEPEST_OBJECT);
    }

    @Override
    public void writeEndObject(JsonGenerator g, int entries) {
        end(g, entries, DEEPEST_OBJECT);
        super.writeEndObject(g, entries);
    }

    @Override
    public void writeStartArray(JsonGenerator g) {
        depth++;
        super.writeStartArray(g);
    }

    @Override
    public void beforeArrayValues(JsonGenerator g) {
        line(g, DEEPEST_ARRAY);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator g) {
        super.writeArrayValueSeparator(g);
        line(g, DEEPEST_ARRAY);
    }

    @Override
    public void writeEndArray(JsonGenerator g, int values) {
        end(g, values, DEEPEST_ARRAY);
        super.writeEndArray(g, values);
    }

    private void end(JsonGenerator g, int entries, int deepest) {
        depth--;
        if (entries > 0 && depth < deepest) {
            newLine(g);
        }
    }

    private void line(JsonGenerator g, int deepest) {
        if (depth <= deepest) {
            newLine(g);
        }
    }

    private void newLine(JsonGenerator g) {
        g.writeRaw("\n" + "  ".repeat(depth));
    }
}
