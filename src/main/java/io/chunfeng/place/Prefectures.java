package io.chunfeng.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prefectures (地级行政区) of GB/T 2260, by the first four digits of their codes. */
public final class Prefectures {
    private static final Map<String, String> NAMES = read();

    private Prefectures() {}

    public static boolean known(String code) {
        return NAMES.containsKey(code);
    }

    /** The name, or the code itself where it is unknown. */
    public static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }

    /** By four digits, by six that end in 00, or by name with or without 市. */
    public static Optional<String> find(String typed) {
        String text = typed.strip();
        if (text.matches("\\d{6}") && text.endsWith("00")) {
            text = text.substring(0, 4);
        }
        if (NAMES.containsKey(text)) {
            return Optional.of(text);
        }
        String name = text;
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name) || entry.getValue().equals(name + "市"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All, by code. */
    public static Map<String, String> all() {
        return NAMES;
    }

    private static Map<String, String> read() {
        try (InputStream in = Prefectures.class.getResourceAsStream("/place/prefectures.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("place/prefectures.csv cannot be read", e);
        }
    }
}
