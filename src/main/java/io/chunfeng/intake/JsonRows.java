package io.chunfeng.intake;

import io.chunfeng.intake.TableException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON array of flat objects, one object a row. The names of all members come first, as a header of its own: row 0. */
final class JsonRows {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private JsonRows() {}

    static void read(Path file, Consumer<TableRow> rows) throws IOException {
        JsonRows reading = new JsonRows();
        reading.pass(file, row -> {});
        TableFile.RowBuilder header = new TableFile.RowBuilder("", 0);
        reading.columns.forEach((name, column) -> header.addText(column, name));
        header.handTo(rows);
        reading.pass(file, rows);
    }

    private void pass(Path file, Consumer<TableRow> rows) throws IOException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), file)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new TableException(Reason.JSON_SHAPE, "1");
            }
            int number = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                object(json, ++number).handTo(rows);
            }
            if (json.nextToken() != null) {
                throw new TableException(Reason.JSON_SHAPE, line(json));
            }
        } catch (JacksonException e) {
            String line = e.getLocation() == null
                    ? ""
                    : Integer.toString(e.getLocation().getLineNr());
            throw new TableException(Reason.JSON_SHAPE, line, e);
        }
    }

    private TableFile.RowBuilder object(JsonParser json, int number) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new TableException(Reason.JSON_SHAPE, line(json));
        }
        TableFile.RowBuilder row = new TableFile.RowBuilder("", number);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            CellValue value = value(json);
            row.add(columns.computeIfAbsent(name, key -> columns.size()), value);
        }
        return row;
    }

    private static CellValue value(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString().isBlank() ? null : new CellValue.Text(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new CellValue.Num(json.getDecimalValue());
            case VALUE_TRUE -> new CellValue.Flag(true);
            case VALUE_FALSE -> new CellValue.Flag(false);
            case VALUE_NULL -> null;
            default -> throw new TableException(Reason.JSON_SHAPE, line(json));
        };
    }

    private static String line(JsonParser json) {
        return Integer.toString(json.currentLocation().getLineNr());
    }
}
