package io.chunfeng.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GB/T 2260 codes and names, as of the Ministry of Civil Affairs' list of 2021; functional zones are not in it. */
public final class AdminCodes {
    /** Prefectures without counties: in a group's county column they stand for one. */
    private static final List<String> WITHOUT_COUNTIES = List.of("441900", "442000", "460400", "620200");

    private static final class Loaded {
        private static final AdminCodes ALL = new AdminCodes(read("admin-codes.csv"), read("former-codes.csv"));
    }

    private final Map<String, AdminArea> areas = new LinkedHashMap<>();

    private final Map<String, AdminArea> former = new LinkedHashMap<>();
    private final Map<String, String> successors = new LinkedHashMap<>();

    private AdminCodes(List<String[]> today, List<String[]> before) {
        Map<String, String> names = new LinkedHashMap<>();
        today.forEach(cells -> names.put(cells[0], cells[1]));
        names.forEach((code, name) -> areas.put(code, new AdminArea(code, name, path(code, names))));
        for (String[] cells : before) {
            names.put(cells[0], cells[1]);
            former.put(cells[0], new AdminArea(cells[0], cells[1], path(cells[0], names)));
            successors.put(cells[0], cells[2]);
        }
    }

    public static AdminCodes all() {
        return Loaded.ALL;
    }

    /** Former counties too: groups and accounts of years ago still carry their codes. */
    public Optional<AdminArea> find(String code) {
        return Optional.ofNullable(areas.getOrDefault(code, former.get(code)));
    }

    /** Counties that are no more under this name and code. */
    public Collection<AdminArea> formerCounties() {
        return Collections.unmodifiableCollection(former.values());
    }

    /** The same county under its other code, before or after it was renamed. */
    public Optional<String> otherCode(String code) {
        return successors.containsKey(code)
                ? Optional.of(successors.get(code))
                : successors.entrySet().stream()
                        .filter(renamed -> renamed.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** The name down from the province, or the code where there is none. */
    public String path(String code) {
        return find(code).map(AdminArea::path).orElse(code);
    }

    /** The name alone, or the code where there is none. */
    public String name(String code) {
        return find(code).map(AdminArea::name).orElse(code);
    }

    /** Counties, and prefectures that have none. */
    public List<AdminArea> counties() {
        List<AdminArea> counties = new ArrayList<>();
        for (AdminArea area : areas.values()) {
            if (isCounty(area)) {
                counties.add(area);
            }
        }
        return counties;
    }

    public Collection<AdminArea> areas() {
        return Collections.unmodifiableCollection(areas.values());
    }

    public static boolean isCounty(AdminArea area) {
        return !area.code().endsWith("00") || WITHOUT_COUNTIES.contains(area.code());
    }

    /** 开发区, 高新区 and the like carry 71 to 79 in statistics, which GB/T 2260 does not know. */
    public static boolean isFunctionalZone(String code) {
        return code.matches("\\d{4}7[1-9]");
    }

    private static String path(String code, Map<String, String> names) {
        String province = names.getOrDefault(code.substring(0, 2) + "0000", "");
        String prefecture = names.getOrDefault(code.substring(0, 4) + "00", "");
        if (code.endsWith("0000")) {
            return province;
        }
        return code.endsWith("00") ? province + prefecture : province + prefecture + names.get(code);
    }

    private static List<String[]> read(String table) {
        try (InputStream in = AdminCodes.class.getResourceAsStream("/reference/" + table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reference/" + table + " cannot be read", e);
        }
    }
}
