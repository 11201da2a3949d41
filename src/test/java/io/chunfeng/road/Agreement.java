package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

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
        }
        return found;
    }

    private boolean pair(RoadMatrix matrix, List<Place> places, int from, int to) {
        String what = seed + ", " + places.get(from) + " to " + places.get(to);
        RoadPath path = roads.path(places.get(from), places.get(to));
        ResponsePath single = single(places.get(from), places.get(to));
        if (path == null) {
            assertThat(matrix.reachable(from, to)).as(what).isFalse();
            assertThat(matrix.seconds()[from][to]).as(what).isEqualTo(RoadMatrix.UNREACHABLE);
            assertThat(single).as(what).isNull();
            return false;
        }
        assertThat(Math.abs(matrix.metres()[from][to] - path.metres())).as(what).isLessThanOrEqualTo(1);
        assertThat(Math.abs(matrix.seconds()[from][to] - path.seconds()))
                .as(what)
                .isLessThanOrEqualTo(1);
        Access access = access(places.get(from)).plus(access(places.get(to)));
        Position start = places.get(from).position();
        if (ACCESS.between(start, places.get(to).position()).metres() > access.metres()) {
            double metres = single.getDistance() + access.metres();
            double seconds = single.getTime() / 1000.0 + access.seconds();
            assertThat(Math.abs(matrix.metres()[from][to] - metres)).as(what).isLessThanOrEqualTo(1);
            assertThat(Math.abs(matrix.seconds()[from][to] - seconds)).as(what).isLessThanOrEqualTo(1);
        }
        return true;
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
