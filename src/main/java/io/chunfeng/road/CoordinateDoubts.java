package io.chunfeng.road;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Everything that looks wrong with the coordinates of places, on one map. Thread-safe. */
final class CoordinateDoubts {
    private static final int KEPT = 8;

    private final ToDoubleFunction<Position> toRoad;
    private final PrefectureSeats seats;
    private final Map<List<Place>, List<Doubt>> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Place>, List<Doubt>> eldest) {
            return size() > KEPT;
        }
    };
    /** @param toRoad straight metres to the nearest road of a point in WGS-84 */
    CoordinateDoubts(ToDoubleFunction<Position> toRoad, PrefectureSeats seats) {
        this.toRoad = toRoad;
        this.seats = seats;
    }

    /** Pages ask for the same places again and again. */
    synchronized List<Doubt> of(Collection<Place> places) {
        return latest.computeIfAbsent(List.copyOf(places), this::find);
    }

    private List<Doubt> find(List<Place> places) {
        List<Doubt> doubts = new ArrayList<>();
        List<Place> others = new ArrayList<>();
        for (Place place : places) {
            if (place.position().looksSwapped()) {
                doubts.add(new Doubt.Swapped(place));
            } else {
                others.add(place);
            }
        }
        others.stream().map(seats::doubt).filter(Objects::nonNull).forEach(doubts::add);
        doubts.addAll(SystemDoubts.of(others, toRoad));
        return List.copyOf(doubts);
    }
}
