package io.chunfeng.plan.format;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Streams one file: a part at a time, an element of a list at a time, so that a file of any size needs little memory.
 * Whatever is not JSON ends the reading with line and column.
 */
final class JsonSource {
    /** Values in one element of a list (one group, one trip with its events). */
    private static final int MOST_VALUES_OF_AN_ELEMENT = 100_000;

    static final int MOST_ELEMENTS = 200_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNumberLength(200)
                    .maxStringLength(100_000)
                    .maxNameLength(1000)
                    .build())
            .build();

    private final JsonParser parser;
    private final Problems problems;
    private int valuesLeft;
    private Set<String> largeParts = Set.of();

    private JsonSource(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Reading cannot go on usefully; the problem has been noted. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    /** Opens a file for reading. Every fault of the file system is a problem of the file, too. */
    static InputStream open(Path file) {
        Problems problems = new Problems();
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            problems.add("$", "is a folder; name a file");
        } else if (!Files.exists(file)) {
            problems.add("$", "there is no such file");
        }
        problems.throwIfAny(name);
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            problems.add("$", "cannot be opened: " + e);
            throw problems.exception(name);
        }
    }

    /**
     * Reads a whole file that must hold one object.
     *
     * @param root reads the object
     * @throws FormatException when the file is not JSON, or {@code root} noted problems
     */
    static void read(InputStream in, String name, Problems problems, Consumer<JsonSource> root) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add("$", "the file is empty");
            } else if (first != JsonToken.START_OBJECT) {
                problems.add("$", "expected an object in braces { … }");
            } else {
                root.accept(new JsonSource(parser, problems));
                if (parser.nextToken() != null) {
                    problems.add("$", "there is more after the closing brace" + at(parser.currentTokenLocation()));
                }
            }
        } catch (Stop stop) {
            problems.throwIfAny(name);
        } catch (JacksonException e) {
            problems.add("$", describe(e));
        }
        problems.throwIfAny(name);
    }

    private static String describe(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "too long or too deep to be such a file: " + e.getOriginalMessage() + at(e.getLocation());
        }
        if (e.getCause() instanceof CharConversionException
                || e.getOriginalMessage().contains("UTF-8")) {
            return "is not text in UTF-8: save it as UTF-8" + at(e.getLocation());
        }
        if (e.getCause() instanceof IOException) {
            return "cannot be read: " + e.getCause();
        }
        return "is not valid JSON, or cut off: " + e.getOriginalMessage() + at(e.getLocation());
    }

    private static String at(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    JsonParser parser() {
        return parser;
    }

    Problems problems() {
        return problems;
    }

    /**
     * Reads the object whose opening brace is the current token.
     *
     * @param path of the object
     * @param large parts that read themselves from this source, by name; called with the part's path
     * @return the other parts
     */
    Json.Obj object(String path, Map<String, Consumer<String>> large) {
        Map<String, Json> small = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        largeParts = Set.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            String childPath = Problems.child(path, field);
            if (seen.size() > 10_000) {
                problems.add(path, "has more than 10,000 fields");
                throw new Stop();
            }
            if (!seen.add(field)) {
                problems.add(childPath, "appears twice; keep one");
                parser.skipChildren();
            } else if (large.containsKey(field)) {
                large.get(field).accept(childPath);
            } else {
                small.put(field, element(childPath));
            }
        }
        seen.retainAll(large.keySet());
        largeParts = seen;
        return new Json.Obj(small);
    }

    /** Which of the large parts the object read last had. */
    Set<String> lastLargeParts() {
        return largeParts;
    }

    /**
     * Reads the array of objects that is the current token, one element at a time.
     *
     * @param element gets each element's fields and its index
     */
    void objects(String path, BiConsumer<Fields, Integer> element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problems.add(path, "expected an array of objects [ { … }, … ]");
            parser.skipChildren();
            return;
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index == MOST_ELEMENTS) {
                problems.add(path, "has more than " + MOST_ELEMENTS + " elements");
                throw new Stop();
            }
            String elementPath = path + "[" + index + "]";
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                Json.Obj value = (Json.Obj) element(elementPath);
                Fields fields = new Fields(value, elementPath, problems);
                element.accept(fields, index);
                fields.done();
            } else {
                problems.add(elementPath, "expected an object in braces { … }");
                parser.skipChildren();
            }
            index++;
        }
    }

    private Json element(String path) {
        valuesLeft = MOST_VALUES_OF_AN_ELEMENT;
        return value(path);
    }

    private Json value(String path) {
        if (valuesLeft-- <= 0) {
            problems.add(path, "one element holds more than " + MOST_VALUES_OF_AN_ELEMENT + " values");
            throw new Stop();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> objectValue(path);
            case START_ARRAY -> arrayValue(path);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            default -> new Json.Null();
        };
    }

    private Json objectValue(String path) {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            String childPath = Problems.child(path, field);
            if (fields.putIfAbsent(field, value(childPath)) != null) {
                problems.add(childPath, "appears twice; keep one");
            }
        }
        return new Json.Obj(fields);
    }

    private Json arrayValue(String path) {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(path + "[" + values.size() + "]"));
        }
        return new Json.Arr(values);
    }
}
