package io.chunfeng.plan.format;

import io.chunfeng.plan.PlanningProblem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes one file in the format's own spelling of money and times. */
final class JsonTarget {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final JsonGenerator json;

    private JsonTarget(JsonGenerator json) {
        this.json = json;
    }

    /** Writes an object to the stream, which stays open. */
    static void write(OutputStream out, Consumer<JsonTarget> root) throws IOException {
        ObjectWriteContext lines = new ObjectWriteContext.Base() {
            private final PrettyPrinter printer = new LinePrinter();

            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (JsonGenerator json = FACTORY.createGenerator(lines, out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            root.accept(new JsonTarget(json));
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    /** Writes beside the file first and moves it into place whole, so that nobody ever sees half of it. */
    static void write(Path file, Consumer<JsonTarget> root) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                write(out, root); // a pipe, a terminal, a link: nothing to move into place
            }
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        Path beside = folder.resolve("." + file.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                write(out, root);
            }
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    JsonGenerator json() {
        return json;
    }

    JsonTarget text(String field, String value) {
        json.writeStringProperty(field, value);
        return this;
    }

    /** Leaves the field out when the value is null. */
    JsonTarget textIfAny(String field, Object value) {
        if (value != null) {
            json.writeStringProperty(field, value.toString());
        }
        return this;
    }

    JsonTarget whole(String field, long value) {
        json.writeNumberProperty(field, value);
        return this;
    }

    JsonTarget decimal(String field, double value) {
        json.writeNumberProperty(field, value);
        return this;
    }

    JsonTarget bool(String field, boolean value) {
        json.writeBooleanProperty(field, value);
        return this;
    }

    JsonTarget time(String field, Instant value) {
        return text(field, TIME.format(value.truncatedTo(ChronoUnit.SECONDS).atZone(PlanningProblem.ZONE)));
    }

    JsonTarget yuan(String field, long fen) {
        json.writeNumberProperty(field, BigDecimal.valueOf(fen, 2));
        return this;
    }

    JsonTarget object(String field, Runnable content) {
        json.writeObjectPropertyStart(field);
        content.run();
        json.writeEndObject();
        return this;
    }

    <T> JsonTarget objects(String field, Collection<T> values, BiConsumer<JsonTarget, T> content) {
        json.writeArrayPropertyStart(field);
        for (T value : values) {
            json.writeStartObject();
            content.accept(this, value);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    JsonTarget texts(String field, Collection<String> values) {
        json.writeArrayPropertyStart(field);
        values.forEach(json::writeString);
        json.writeEndArray();
        return this;
    }
}
