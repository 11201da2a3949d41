package io.chunfeng.road;

import static io.chunfeng.road.Fixtures.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.chunfeng.place.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coach is 3.8 m high, 2.55 m wide and weighs 18 t: where a road is limited to less, it goes round. */
class CoachLimitsTest {
    private static final double STRAIGHT_METRES = 8_880;
    private static final double DETOUR_METRES = 14_230;
    private static final List<Place> ENDS = List.of(place("west", 112.0, 37), place("east", 112.1, 37));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "maxheight, 3.8, true",
        "maxheight, 3.7, false",
        "maxwidth, 2.6, true",
        "maxwidth, 2.5, false",
        "maxweight, 18, true",
        "maxweight, 17.9, false",
        "maxspeed, 60, true"
    })
    void aRoadThatIsTooLowTooNarrowOrTooWeakIsNotTaken(String tag, String value, boolean taken) throws IOException {
        TinyPbf extract = new TinyPbf()
                .node(1, 112.0, 37)
                .node(2, 112.1, 37)
                .node(3, 112.05, 37.05)
                .way(1, 2, "highway", "primary", tag, value)
                .way(1, 3, "highway", "primary")
                .way(3, 2, "highway", "primary");
        Path file = Files.write(folder.resolve("limited.osm.pbf"), extract.bytes());
        try (RoadNetwork roads = RoadNetworks.open(MapSource.find(folder, file), folder.resolve("graphs"))) {
            int[][] metres = roads.matrix(ENDS).metres();
            double expected = taken ? STRAIGHT_METRES : DETOUR_METRES;
            assertThat((double) metres[0][1]).isCloseTo(expected, offset(60.0));
            assertThat((double) metres[1][0]).isCloseTo(expected, offset(60.0));
        }
    }
}
