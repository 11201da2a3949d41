package io.chunfeng.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds counties by what people write: a code, a name, a name with its city or province, with or without 县, 区, 市. */
public final class CountyNames {
    private static final int SUGGESTIONS = 5;
    private static final List<String> ENDINGS = List.of(
            "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "省", "市", "区", "县", "旗", "盟");

    private final AdminCodes codes;
    /** Areas by every way of writing their own name. */
    private final Map<String, List<AdminArea>> byName = new HashMap<>();

    public CountyNames(AdminCodes codes) {
        this.codes = codes;
        for (AdminArea area : codes.areas()) {
            for (String name : spellings(area.name())) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(area);
            }
        }
        for (AdminArea area : codes.formerCounties()) {
            byName.putIfAbsent(area.name(), List.of(area));
        }
    }

    /**
     * @param typed code or name
     * @param city its city by name or code where the file says it; empty for none
     * @param preferred where one of several is meant, for example counties of the viewer, then of the campaign's province
     */
    public CountyMatch find(String typed, String city, List<Predicate<AdminArea>> preferred) {
        String text = clean(typed);
        if (text.matches("\\d{6}|\\d{9}|\\d{12}")) {
            return byCode(text.substring(0, 6));
        }
        List<AdminArea> named = named(text);
        List<AdminArea> counties = named.stream().filter(AdminCodes::isCounty).toList();
        if (!city.isBlank()) {
            String of = clean(city);
            counties = counties.stream().filter(county -> liesIn(county, of)).toList();
        }
        if (counties.size() > 1) {
            counties = preferredOf(counties, preferred);
        }
        if (counties.size() == 1) {
            return new CountyMatch.Found(counties.get(0));
        }
        if (counties.size() > 1) {
            return new CountyMatch.Several(counties);
        }
        return named.stream()
                .filter(area -> !AdminCodes.isCounty(area))
                .findFirst()
                .<CountyMatch>map(area -> new CountyMatch.TooWide(area, below(area)))
                .orElseGet(() -> new CountyMatch.Unknown(similar(text, city)));
    }

    private CountyMatch byCode(String code) {
        if (AdminCodes.isFunctionalZone(code) && codes.find(code).isEmpty()) {
            return new CountyMatch.FunctionalZone(code);
        }
        AdminArea area = codes.find(code).orElse(null);
        if (area == null) {
            String prefecture = code.substring(0, 4);
            return new CountyMatch.Unknown(codes.counties().stream()
                    .filter(county -> county.code().startsWith(prefecture))
                    .limit(SUGGESTIONS)
                    .toList());
        }
        return AdminCodes.isCounty(area) ? new CountyMatch.Found(area) : new CountyMatch.TooWide(area, below(area));
    }

    /** By the own name, else by an own name at the end and names of what it lies in before it. */
    private List<AdminArea> named(String text) {
        List<AdminArea> whole = byName.getOrDefault(text, List.of());
        if (!whole.isEmpty()) {
            return whole;
        }
        List<AdminArea> found = new ArrayList<>();
        for (int cut = 1; cut < text.length(); cut++) {
            String before = text.substring(0, cut);
            for (AdminArea area : byName.getOrDefault(text.substring(cut), List.of())) {
                if (liesIn(area, before) && !found.contains(area)) {
                    found.add(area);
                }
            }
        }
        return found;
    }

    /** @param names of its province, its prefecture, or both one after the other; or their code */
    private boolean liesIn(AdminArea area, String names) {
        if (names.matches("\\d{4}|\\d{6}")) {
            return area.code().startsWith(names.replaceFirst("(00){1,2}$", ""));
        }
        Set<String> province = spellingsOf(area.code().substring(0, 2) + "0000");
        Set<String> prefecture = spellingsOf(area.code().substring(0, 4) + "00");
        return province.contains(names)
                || prefecture.contains(names)
                || province.stream()
                        .filter(names::startsWith)
                        .anyMatch(name -> prefecture.contains(names.substring(name.length())));
    }

    private Set<String> spellingsOf(String code) {
        return codes.find(code).map(area -> spellings(area.name())).orElse(Set.of());
    }

    private List<AdminArea> below(AdminArea area) {
        String prefix = area.code().replaceFirst("(00){1,2}$", "");
        return codes.counties().stream()
                .filter(county -> county.code().startsWith(prefix))
                .toList();
    }

    private static List<AdminArea> preferredOf(List<AdminArea> counties, List<Predicate<AdminArea>> preferred) {
        for (Predicate<AdminArea> preference : preferred) {
            List<AdminArea> some = counties.stream().filter(preference).toList();
            if (some.size() == 1) {
                return some;
            }
        }
        return counties;
    }

    private List<AdminArea> similar(String text, String city) {
        String of = clean(city);
        return codes.counties().stream()
                .filter(county -> of.isEmpty() || liesIn(county, of))
                .filter(county -> Similar.names(text, county.name()) || text.endsWith(county.name()))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** With and without its ending, where two characters are left. */
    private static Set<String> spellings(String name) {
        Set<String> spellings = new TreeSet<>(Set.of(name));
        for (String ending : ENDINGS) {
            if (name.endsWith(ending) && name.length() - ending.length() >= 2) {
                spellings.add(name.substring(0, name.length() - ending.length()));
            }
        }
        return spellings;
    }

    static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}/、,，\\-]", "");
    }
}
