package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.ResponsePath;
import com.graphhopper.routing.util.EdgeFilter;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Compares a matrix with the engine's own answers to one request at a time, its whole public way from coordinates to figures. */
final class Agreement {
    /** Every so many pairs the way is also drawn, which takes longest. */
    private static final int DRAWN = 20;

    /** The limit does not matter here. */
    private static final AccessRule ACCESS = new AccessRule(AccessRule.DETOUR_FACTOR, AccessRule.KM_PER_HOUR, 500_000);

    private final GraphHopperNetwork roads;
    private final Random random;
    private final EdgeFilter attachable;
    private final String seed;

    Agreement(RoadNetwork roads, long seed) {
        this.roads = (GraphHopperNetwork) roads;
        this.random = new Random(seed);
        this.attachable = this.roads.engine().attachable();
        this.seed = "seed " + seed;
        System.out.println(getClass().getSimpleName() + " over " + roads.description() + ": " + this.seed);
    }

    /** Places anywhere in a box, those off the map left out. */
    List<Place> places(int count, double west, double south, double east, double north) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double lon = west + random.nextDouble() * (east - west);
            double lat = south + random.nextDouble() * (north - south);
            places.add(Fixtures.place("p" + i, lon, lat));
        }
        roads.offMap(places).forEach(off -> places.remove(off.place()));
        return places;
    }

    /** @return how many pairs had a way */
    int check(List<Place> places, int pairs) {
        RoadMatrix matrix = roads.matrix(places);
        int found = 0;
        for (int i = 0; i < pairs; i++) {
            int from = random.nextInt(places.size());
            int to = random.nextInt(places.size());
            found += pair(matrix, places, from, to) ? 1 : 0;
            if (i % DRAWN == 0) {
                drawn(matrix, places, from, to);
            }
        }
        return found;
    }

    /** @return whether there is a way, which the two must agree about first */
    private boolean pair(RoadMatrix matrix, List<Place> places, int from, int to) {
        String what = what(places, from, to);
        ResponsePath single = single(places.get(from), places.get(to));
        Access access = access(places.get(from)).plus(access(places.get(to)));
        Position start = places.get(from).position();
        Access straight = ACCESS.between(start, places.get(to).position());
        if (straight.metres() <= access.metres()) {
            assertThat(Math.abs(matrix.metres()[from][to] - straight.metres()))
                    .as(what)
                    .isLessThanOrEqualTo(1);
            return true;
        }
        if (single == null) {
            assertThat(matrix.reachable(from, to)).as(what).isFalse();
            assertThat(matrix.seconds()[from][to]).as(what).isEqualTo(RoadMatrix.UNREACHABLE);
            return false;
        }
        double metres = single.getDistance() + access.metres();
        double seconds = single.getTime() / 1000.0 + access.seconds();
        assertThat(Math.abs(matrix.metres()[from][to] - metres)).as(what).isLessThanOrEqualTo(1);
        assertThat(Math.abs(matrix.seconds()[from][to] - seconds)).as(what).isLessThanOrEqualTo(1);
        return true;
    }

    /** The way on the map has the figures of the matrix. */
    private void drawn(RoadMatrix matrix, List<Place> places, int from, int to) {
        String what = what(places, from, to);
        RoadPath path = roads.path(places.get(from), places.get(to));
        assertThat(path == null).as(what).isEqualTo(!matrix.reachable(from, to));
        if (path != null) {
            assertThat(Math.abs(matrix.metres()[from][to] - path.metres()))
                    .as(what)
                    .isLessThanOrEqualTo(1);
            assertThat(Math.abs(matrix.seconds()[from][to] - path.seconds()))
                    .as(what)
                    .isLessThanOrEqualTo(1);
            assertThat(path.expressway()).as(what).isCloseTo(matrix.expressway()[from][to], within(0.0002));
        }
    }

    private String what(List<Place> places, int from, int to) {
        return seed + ", " + places.get(from) + " to " + places.get(to);
    }

    private Access access(Place place) {
        return Attached.of(place, roads.engine().getLocationIndex(), attachable, ACCESS)
                .access();
    }

    private ResponsePath single(Place from, Place to) {
        GHResponse response = roads.engine()
                .route(new GHRequest(
                                from.position().lat(),
                                from.position().lon(),
                                to.position().lat(),
                                to.position().lon())
                        .setProfile(roads.engine().profile())
                        .putHint("instructions", false));
        return response.hasErrors() ? null : response.getBest();
    }
}
