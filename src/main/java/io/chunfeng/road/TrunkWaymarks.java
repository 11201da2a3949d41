package io.chunfeng.road;

import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.List;

/** What the tables say: a link has its own number and name, and a way passes the places it leads over. */
final class TrunkWaymarks implements Waymarks {
    /** The junctions of cities are listed as 太原市枢纽. */
    private static final String JUNCTION = "枢纽";

    private final Gazetteer gazetteer;
    /** By node, null where a junction stands for no town. */
    private final List<Gazetteer.Seat> seats = new ArrayList<>();
    /** By edge. */
    private final List<Label> labels;

    TrunkWaymarks(TrunkMap map) {
        gazetteer = new Gazetteer(map.places());
        map.places().forEach(point -> seats.add(point.isJunction() ? junction(point, map) : gazetteer.at(point)));
        labels = map.links().stream()
                .map(link -> new Label(link.ref(), link.name()))
                .toList();
    }

    /** {@code J140100} stands for the city of that code, {@code J:霸州} for a county of that name. */
    private Gazetteer.Seat junction(TrunkMap.Point junction, TrunkMap map) {
        for (TrunkMap.Point point : map.places()) {
            if (!point.isJunction()
                    && !point.adminCode().isEmpty()
                    && junction.id().equals("J" + point.adminCode())) {
                return gazetteer.at(point);
            }
        }
        String name = junction.name().replace(JUNCTION, "");
        return name.isEmpty() ? null : new Gazetteer.Seat(name, "", false, junction.lon(), junction.lat());
    }

    @Override
    public Gazetteer gazetteer() {
        return gazetteer;
    }

    @Override
    public Label label(EdgeIteratorState edge) {
        return labels.get(edge.getEdge());
    }

    @Override
    public List<Passed.Town> towns(Course course) {
        List<Passed.Town> towns = new ArrayList<>();
        Gazetteer.Seat before = null;
        for (Course.Point point : course.points()) {
            Gazetteer.Seat seat = seats.get(point.node());
            if (seat != null && !seat.equals(before)) {
                towns.add(seat.passedAt(point.metres()));
                before = seat;
            }
        }
        return towns;
    }
}
