package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ways on an extract pass. Its roads lead from west to east at 37° north, 8.9 km for each tenth of a degree: motorway G5 and G20 to 112.2, a
 * ramp without number to 112.25, motorway G20 to 112.4, national road G108 to 112.6, provincial road to 112.8.
 */
class ExtractNamesTest {
    private static final Place WEST = at("140110", 112.05, 37);
    private static final Place EAST = at("140221", 112.8, 37);

    @TempDir
    Path folder;

    private Path extract;

    @BeforeEach
    void write() throws IOException {
        TinyPbf pbf = new TinyPbf()
                .node(1, 112.0, 37)
                .node(2, 112.2, 37)
                .node(3, 112.25, 37)
                .node(4, 112.4, 37)
                .node(5, 112.6, 37)
                .node(6, 112.8, 37)
                .way(1, 2, "highway", "motorway", "oneway", "no", "ref", "G5;G20", "name", "京昆高速公路")
                .way(2, 3, "highway", "motorway_link", "oneway", "no")
                .way(3, 4, "highway", "motorway", "oneway", "no", "ref", "G20", "name", "Qingyin", "name:zh", "青银高速")
                .way(4, 5, "highway", "primary", "ref", "G108;S301")
                .way(5, 6, "highway", "primary", "ref", "S301");
        extract = Files.write(folder.resolve("tiny.osm.pbf"), pbf.bytes());
    }

    @Test
    void itsRoadsBringTheirNumbersAndTheDefaultTablesTheTowns() throws IOException {
        places(
                "140100,太原市,140100,112.05,37.10,city",
                "140110,晋源区,140110,112.3,37.01,county",
                "140200,大同市,140200,112.5,37.13,city",
                "140300,远市,140300,112.5,36.86,city",
                "140221,阳高县,140221,112.9,37.3,county",
                "140222,天镇县,140222,112.3,36.93,county",
                "140223,远县,140223,112.3,36.92,county",
                "J140900,忻州市枢纽,,112.5,37,junction");
        for (int opened = 0; opened < 2; opened++) {
            try (RoadNetwork roads = open()) {
                assertThat(names(roads.path(WEST, EAST)))
                        .as("ramp of 4.4 km, opened %d times before", opened)
                        .containsExactly("太原市", "G20 青银高速", "天镇县", "G108", "大同市", "阳高县");
                assertThat(names(roads.path(EAST, WEST)))
                        .containsExactly("阳高县", "G108", "大同市", "G20 青银高速", "天镇县", "太原市");
                Passed.Road g20 = (Passed.Road) roads.path(WEST, EAST).passed().get(1);
                assertThat(g20.metres()).isZero();
                assertThat(g20.toMetres()).as("from the middle of a road").isBetween(31_000, 31_200);
            }
        }
    }

    @Test
    void withoutTheTablesNumbersAloneAreNamed() {
        try (RoadNetwork roads = open()) {
            assertThat(names(roads.path(WEST, EAST))).containsExactly("G20 青银高速", "G108");
        }
    }

    @Test
    void brokenTablesAreReported() throws IOException {
        places("140100,太原市,140100,112.05,95,city");

        assertThatThrownBy(this::open)
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("places.csv line 2: lat 95");
    }

    @Test
    void theShareOfExpresswayIsThatOfTheMatrix() {
        try (RoadNetwork roads = open()) {
            double share = roads.matrix(List.of(WEST, EAST)).expressway()[0][1];

            assertThat(share).isBetween(0.46, 0.47);
            assertThat(roads.path(WEST, EAST).expressway()).isEqualTo(share);
        }
    }

    private void places(String... rows) throws IOException {
        Path table = Files.createDirectories(folder.resolve("china-trunk")).resolve("places.csv");
        Files.writeString(table, "id,name,adminCode,lon,lat,kind\n" + String.join("\n", rows) + "\n");
    }

    private RoadNetwork open() {
        return RoadNetworks.open(MapSource.find(folder, extract), folder.resolve("graphs"));
    }

    private static Place at(String adminCode, double lon, double lat) {
        return new Place(adminCode, "名", adminCode, Position.wgs84(lon, lat));
    }

    private static List<String> names(RoadPath way) {
        return way.passed().stream()
                .map(passed -> passed instanceof Passed.Road road
                        ? (road.number() + " " + road.name()).strip()
                        : ((Passed.Town) passed).name())
                .toList();
    }
}
