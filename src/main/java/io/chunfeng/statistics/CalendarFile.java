package io.chunfeng.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads reporting calendars of notices: a list of them as JSON. An error names the file and the fault. */
public final class CalendarFile {
    private static final String NAME = "statistics/calendars.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private CalendarFile() {}

    /** Those that come with the program. */
    public static List<NoticeCalendar> shipped() {
        try (InputStream in = CalendarFile.class.getClassLoader().getResourceAsStream(NAME)) {
            return read(NAME, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a file: next year's notices need no release. @throws IllegalArgumentException when it cannot be read */
    public static List<NoticeCalendar> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": 没有这个报送日历文件 / there is no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<NoticeCalendar> read(String name, InputStream in) {
        try {
            return List.copyOf(JSON.readValue(in, new TypeReference<List<NoticeCalendar>>() {}));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage() + " " + e.getPathReference(), e);
        }
    }
}
