package io.chunfeng.web;

import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.StoredClosure;
import io.chunfeng.road.StoredClosure.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** Closed roads for the maps. */
@Controller
class ClosureFiles {
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final ClosureRepository closures;
    private final ClosureMap map;
    private final ClosureWords words;
    private final PlaceRepository places;
    private final PlanShelf shelf;
    private final PlanClosures planClosures;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ClosureFiles(
            ClosureRepository closures,
            ClosureMap map,
            ClosureWords words,
            PlaceRepository places,
            PlanShelf shelf,
            PlanClosures planClosures,
            Clock clock) {
        this.closures = closures;
        this.map = map;
        this.words = words;
        this.places = places;
        this.shelf = shelf;
        this.planClosures = planClosures;
        this.clock = clock;
    }

    /** In force or coming, with the names of the places; and the closure that is being typed, once it can be read. */
    @GetMapping("/closures/roads.geojson")
    ResponseEntity<byte[]> roads(@ModelAttribute("typed") ClosureForm form, Locale locale) {
        Instant now = clock.instant();
        List<StoredClosure> present = closures.list().stream()
                .filter(stored -> stored.state(now) == State.IN_FORCE || stored.state(now) == State.COMING)
                .toList();
        List<Object> features = features(present, locale);
        List<Place> known = places.all();
        Closure typed = form.read(new PlaceChoice(known), new FieldErrors());
        if (typed != null) {
            String label = words.what(typed.extent(), locale) + "：" + typed.reason();
            features.addAll(map.features(typed.extent(), label, true));
        }
        known.forEach(place -> features.add(name(place)));
        return collection(features);
    }

    /** Those that the plan avoids, and those in force while its coaches drive. */
    @GetMapping("/plans/{id}/closures.geojson")
    ResponseEntity<byte[]> roads(@PathVariable long id, Locale locale) {
        return collection(features(planClosures.shown(shelf.get(id)), locale));
    }

    private List<Object> features(List<StoredClosure> stored, Locale locale) {
        List<Object> features = new ArrayList<>();
        List<ClosureRow> rows = words.rows(stored, locale);
        for (int i = 0; i < stored.size(); i++) {
            String label = rows.get(i).what() + "：" + rows.get(i).reason();
            features.addAll(map.features(stored.get(i).closure().extent(), label, false));
        }
        return features;
    }

    private static Map<String, Object> name(Place place) {
        Position position = Wgs84.of(place.position());
        return ClosureMap.feature(
                Map.of("name", place.name()),
                Map.of("type", "Point", "coordinates", new double[] {position.lon(), position.lat()}));
    }

    private ResponseEntity<byte[]> collection(List<Object> features) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return ResponseEntity.ok().contentType(GEO_JSON).body(json.writeValueAsBytes(collection));
    }
}
