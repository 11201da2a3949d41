package io.chunfeng.road;

import static io.chunfeng.road.Fixtures.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.chunfeng.place.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        int[][] metres = metres(extract.bytes(), "limited");
        double expected = taken ? STRAIGHT_METRES : DETOUR_METRES;
        assertThat((double) metres[0][1]).isCloseTo(expected, offset(60.0));
        assertThat((double) metres[1][0]).isCloseTo(expected, offset(60.0));
    }

    /** From west over the crossing in the middle to the east; the other way round over the north is longer. */
    @Test
    void aForbiddenTurnIsDrivenAroundInThatDirectionOnly() throws IOException {
        TinyPbf extract = new TinyPbf()
                .node(1, 112.0, 37)
                .node(2, 112.05, 37)
                .node(3, 112.1, 37)
                .node(4, 112.05, 37.05)
                .way(1, 2, "highway", "primary")
                .way(2, 3, "highway", "primary")
                .way(2, 4, "highway", "primary")
                .way(4, 3, "highway", "primary");
        int[][] free = metres(extract.bytes(), "free");
        int[][] forbidden = metres(extract.noTurn(1, 2, 2).bytes(), "forbidden");

        assertThat((double) free[0][1]).isCloseTo(STRAIGHT_METRES, offset(60.0));
        assertThat(forbidden[0][1]).isGreaterThan(free[0][1] + 5_000);
        assertThat(forbidden[1][0]).isEqualTo(free[1][0]);
    }

    private int[][] metres(byte[] extract, String name) throws IOException {
        Path file = Files.write(folder.resolve(name + ".osm.pbf"), extract);
        try (RoadNetwork roads = RoadNetworks.open(MapSource.find(folder, file), folder.resolve("graphs"))) {
            return roads.matrix(ENDS).metres();
        }
    }
}
