package io.chunfeng.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * 走廊: the region of the end away from home. Which province (two digits) or prefecture (four digits, wins) lies in which is in
 * {@code reference/corridors.csv}; the three are those that Shanxi's notices name.
 */
public enum Corridor {
    BOHAI("环渤海"),
    YANGTZE("长三角"),
    PEARL("珠三角"),
    /** Within the province. */
    HOME("省内"),
    OTHER("其他");

    private static final class Loaded {
        private static final Map<String, Corridor> BY_CODE = read();
    }

    private final String chinese;

    Corridor(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /**
     * @param away GB/T 2260 code of the end away from home
     * @param home code of the county that registered the group
     */
    public static Corridor of(String away, String home) {
        if (away.substring(0, 2).equals(home.substring(0, 2))) {
            return HOME;
        }
        return Loaded.BY_CODE.getOrDefault(
                away.substring(0, 4), Loaded.BY_CODE.getOrDefault(away.substring(0, 2), OTHER));
    }

    private static Map<String, Corridor> read() {
        Map<String, Corridor> byCode = new TreeMap<>();
        try (InputStream in = Corridor.class.getResourceAsStream("/reference/corridors.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> byCode.put(cells[0], valueOf(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("reference/corridors.csv cannot be read", e);
        }
        return byCode;
    }
}
