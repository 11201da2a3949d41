package io.chunfeng.road;

import static com.graphhopper.util.DistanceCalcEarth.DIST_EARTH;
import static io.chunfeng.road.Fixtures.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.chunfeng.place.Compass;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One road, 20 degrees long and 300 m wide: the tiles of the engine's index are a hundred times as wide as high here, so that a search over so many
 * rings of tiles would end after a few hundred metres to the north.
 */
class RoadIndexTest {
    private static final int PARTS = 200;
    private static final double WEST = 100;
    private static final double DEGREES_EACH = 0.1;
    private static final int STEPS = 400;

    @TempDir
    static Path folder;

    private static RoadNetwork roads;

    @BeforeAll
    static void open() throws IOException {
        TinyPbf extract = new TinyPbf().node(0, lon(0), lat(0));
        for (int i = 1; i <= PARTS; i++) {
            extract.node(i, lon(i), lat(i)).way(i - 1, i, "highway", "primary");
        }
        Path file = Files.write(folder.resolve("thin.osm.pbf"), extract.bytes());
        roads = RoadNetworks.open(MapSource.find(folder, file), folder.resolve("graphs"));
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    private static double lon(double i) {
        return WEST + i * DEGREES_EACH;
    }

    private static double lat(int i) {
        return 37 + i % 2 * 0.003;
    }

    @Test
    void theNearestRoadIsFoundAtAnyDistance() {
        long seed = new Random().nextLong();
        System.out.println("RoadIndexTest: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double away = Math.pow(10, -2 + random.nextDouble() * 3.5);
            double angle = random.nextDouble() * 2 * Math.PI;
            double lon = lon(random.nextInt(PARTS)) + away * Math.cos(angle);
            double lat = Math.max(-80, Math.min(80, 37 + away * Math.sin(angle)));
            double found = ((GraphHopperNetwork) roads)
                    .engine()
                    .getLocationIndex()
                    .findClosest(lat, lon, ((GraphHopperNetwork) roads).engine().attachable())
                    .getQueryDistance();

            assertThat(found).as("seed %d: %s, %s", seed, lon, lat).isCloseTo(nearest(lon, lat), offset(15.0));
        }
    }

    /** Along the road in steps of some 20 metres. */
    private static double nearest(double lon, double lat) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < PARTS; i++) {
            for (int step = 0; step <= STEPS; step++) {
                double share = (double) step / STEPS;
                double roadLat = lat(i) + (lat(i + 1) - lat(i)) * share;
                nearest = Math.min(nearest, DIST_EARTH.calcDist(lat, lon, roadLat, lon(i + share)));
            }
        }
        return nearest;
    }

    @Test
    void theLimitBelongsToTheMapWhateverTheShapeOfItsTiles() {
        Place within = place("within", lon(20), 37.26);
        Place beyond = place("beyond", lon(20), 37.28);

        assertThat(roads.offMap(List.of(within))).isEmpty();
        assertThat(roads.offMap(List.of(beyond)))
                .containsExactly(new RoadNetwork.OffMap(beyond, metresFrom(beyond.position()), Compass.SOUTH));
    }

    private static int metresFrom(Position position) {
        return (int) Math.round(nearest(position.lon(), position.lat()));
    }
}
