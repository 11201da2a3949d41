package io.chunfeng.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes templates as JSON. An error names the file and the fault; nothing is guessed. */
public final class TemplateFile {
    /** Those that come with the program. */
    public static final List<String> SHIPPED = List.of("T-2024-SX", "T-2023-CF", "T-2023-YZ", "T-2023-CL", "T-2026");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private TemplateFile() {}

    /**
     * The template of this id, which comes with the program.
     *
     * @throws IllegalArgumentException when there is none, or it cannot be read, or is not complete
     */
    public static StatisticsTemplate load(String id) {
        return complete(name(id), shipped(id));
    }

    /** The same, complete or not. */
    public static TemplateForm shipped(String id) {
        try (InputStream in = TemplateFile.class.getClassLoader().getResourceAsStream(name(id))) {
            if (in == null) {
                throw new IllegalArgumentException(name(id) + ": there is no such template");
            }
            return form(name(id), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String id) {
        return "statistics/" + id + ".json";
    }

    static StatisticsTemplate read(String name, InputStream in) {
        return complete(name, form(name, in));
    }

    /** @param name of where it was found, for an error */
    public static TemplateForm form(String name, String json) {
        return form(name, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static TemplateForm form(String name, InputStream in) {
        try {
            return JSON.readValue(in, TemplateForm.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage() + " " + e.getPathReference(), e);
        }
    }

    private static StatisticsTemplate complete(String name, TemplateForm form) {
        try {
            return form.template();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    public static String json(TemplateForm form) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(form);
    }
}
