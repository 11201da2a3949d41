package io.chunfeng.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
                .filter(entry ->
                        entry.getValue().equals(name) || entry.getValue().equals(name + "市"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All, by code. */
    public static Map<String, String> all() {
        return NAMES;
    }

    /** From the codes of all counties; where a prefecture has no code of its own, it goes by the name of its province. */
    private static Map<String, String> read() {
        Map<String, String> units = new TreeMap<>();
        try (InputStream in = Prefectures.class.getResourceAsStream("/reference/admin-codes.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].matches("\\d{6}"))
                    .forEach(cells -> units.put(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("reference/admin-codes.csv cannot be read", e);
        }
        Map<String, String> names = new TreeMap<>();
        for (String unit : units.keySet()) {
            String code = unit.substring(0, 4);
            if (!code.endsWith("00")) {
                String province = units.getOrDefault(code.substring(0, 2) + "0000", "");
                String below = code.endsWith("90") ? province + "直辖县级" : province;
                names.put(code, units.getOrDefault(code + "00", below));
            }
        }
        return names;
    }
}
