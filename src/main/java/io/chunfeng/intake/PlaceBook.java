package io.chunfeng.intake;

import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.CountyMatch;
import io.chunfeng.place.CountyNames;
import io.chunfeng.place.Place;
import io.chunfeng.place.Similar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Known places by id, code and name; where several share a name, the county's own come first. Not for several threads. */
public final class PlaceBook {
    private static final int SUGGESTIONS = 3;

    private final Map<String, Place> byId = new HashMap<>();
    private final Map<String, List<Place>> byName = new HashMap<>();
    private final Map<String, List<Place>> byCode = new HashMap<>();
    private final Map<String, Set<String>> ownOfCounty;
    private final CountyNames counties;
    private final Map<String, List<String>> suggested = new HashMap<>();

    /** @param ownOfCounty ids of boarding points that a county has used before, by its code */
    public PlaceBook(List<Place> places, Map<String, Set<String>> ownOfCounty, CountyNames counties) {
        this.ownOfCounty = ownOfCounty;
        this.counties = counties;
        places.forEach(this::add);
    }

    /** From now on it is known too. */
    void add(Place place) {
        if (byId.put(place.id(), place) == null) {
            byName.computeIfAbsent(name(place.name()), key -> new ArrayList<>()).add(place);
            byCode.computeIfAbsent(place.adminCode(), key -> new ArrayList<>()).add(place);
        }
    }

    public Place find(String id) {
        return byId.get(id);
    }

    /** Known by this very id or name, whatever the county; several by one name are in the order they were added. */
    List<Place> named(String typed) {
        Place place = byId.get(Texts.clean(typed));
        return place != null ? List.of(place) : byName.getOrDefault(name(typed), List.of());
    }

    /** The county's own, else places in the county, else in its prefecture, else any of that name. */
    List<Place> boarding(String typed, String county) {
        List<Place> named = named(typed);
        if (named.size() < 2 || county == null) {
            return named;
        }
        Set<String> own = ownOfCounty.getOrDefault(county, Set.of());
        List<Predicate<Place>> nearer = List.of(
                place -> own.contains(place.id()),
                place -> place.adminCode().equals(county),
                place -> place.prefecture().equals(county.substring(0, 4)));
        for (Predicate<Place> near : nearer) {
            List<Place> some = named.stream().filter(near).toList();
            if (!some.isEmpty()) {
                return some;
            }
        }
        return named;
    }

    /** By name; else the only place of a county or city that is named instead. */
    List<Place> workplace(String typed) {
        List<Place> named = named(typed);
        if (!named.isEmpty()) {
            return named;
        }
        CountyMatch match = counties.find(typed, "", List.of());
        if (match instanceof CountyMatch.Found found) {
            return inArea(found.county().code());
        }
        if (match instanceof CountyMatch.TooWide wide) {
            String prefix = wide.area().code().replaceFirst("(00){1,2}$", "");
            return byId.values().stream()
                    .filter(place ->
                            place.adminCode().startsWith(prefix) && place.id().startsWith("wp-"))
                    .toList();
        }
        return List.of();
    }

    /** The place that is the county itself, else its workplaces, else all. */
    private List<Place> inArea(String code) {
        Place seat = byId.get(code);
        if (seat != null) {
            return List.of(seat);
        }
        List<Place> all = byCode.getOrDefault(code, List.of());
        List<Place> work = all.stream().filter(p -> p.id().startsWith("wp-")).toList();
        return work.isEmpty() ? all : work;
    }

    /** Names that contain what is written or are written nearly so. */
    List<String> similar(String typed) {
        return suggested.computeIfAbsent(name(typed), text -> {
            List<String> names = new ArrayList<>();
            for (Map.Entry<String, List<Place>> known : byName.entrySet()) {
                boolean contains = text.length() >= 2 && known.getKey().contains(text)
                        || known.getKey().length() >= 2 && text.contains(known.getKey());
                if (contains || Similar.names(text, known.getKey())) {
                    names.add(known.getValue().get(0).name());
                }
            }
            names.sort((a, b) -> {
                int closer = Integer.compare(Similar.distance(text, name(a)), Similar.distance(text, name(b)));
                return closer != 0 ? closer : a.compareTo(b);
            });
            return List.copyOf(names.subList(0, Math.min(SUGGESTIONS, names.size())));
        });
    }

    CountyMatch county(String typed, String city, List<Predicate<AdminArea>> preferred) {
        return counties.find(typed, city, preferred);
    }

    /** A name that tells it from others of the same name. */
    static String label(Place place) {
        return place.name() + "（" + AdminCodes.all().path(place.adminCode()) + "，" + place.id() + "）";
    }

    private static String name(String typed) {
        return Texts.tight(typed).replaceAll("[()（）·.、,]", "");
    }
}
