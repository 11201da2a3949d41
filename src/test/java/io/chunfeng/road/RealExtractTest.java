package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chunfeng.place.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over genuine OpenStreetMap extracts, where they lie beside the project. */
class RealExtractTest {
    @TempDir
    Path folder;

    @Test
    void aDistrictWithOneWaysAndFootPathsAgreesWithTheEnginesOwnRoutes() {
        try (RoadNetwork roads = open("beijing-tsinghua-2017.osm.pbf")) {
            Agreement agreement = new Agreement(roads, 4711);
            List<Place> places = agreement.places(150, 116.308, 39.991, 116.332, 40.012);

            assertThat(places).hasSize(150);
            assertThat(agreement.check(places, 2_000)).isGreaterThan(1_900);
            assertThat(differsByDirection(roads.matrix(places))).isTrue();
        }
    }

    @Test
    void aCountryOfTrunkRoadsAgreesWithTheEnginesOwnRoutes() {
        try (RoadNetwork roads = open("china-major-roads-2021.osm.pbf")) {
            Agreement agreement = new Agreement(roads, 4712);
            List<Place> places = agreement.places(120, 105, 24, 119, 40);

            assertThat(places.size()).isGreaterThan(100);
            assertThat(agreement.check(places, 300)).isGreaterThan(280);
        }
    }

    @Test
    void mappedFilesGiveTheSameMatrix() {
        List<Place> places;
        RoadMatrix inMemory;
        try (RoadNetwork roads = open("beijing-tsinghua-2017.osm.pbf")) {
            places = new Agreement(roads, 4713).places(100, 116.308, 39.991, 116.332, 40.012);
            inMemory = roads.matrix(places);
        }
        Path extract = Fixtures.OSM.resolve("beijing-tsinghua-2017.osm.pbf");
        for (String graphs : List.of("graphs", "prepared with mapped files")) {
            try (RoadNetwork roads = RoadNetworks.open(
                    MapSource.find(Fixtures.MAPS, extract),
                    folder.resolve(graphs),
                    AccessRule.usual(MapSource.find(Fixtures.MAPS, extract)),
                    GraphStorage.MMAP,
                    OpeningListener.NONE)) {
                RoadMatrix mapped = roads.matrix(places);
                assertThat(mapped.metres()).as(graphs).isDeepEqualTo(inMemory.metres());
                assertThat(mapped.seconds()).as(graphs).isDeepEqualTo(inMemory.seconds());
                assertThat(mapped.expressway()).as(graphs).isDeepEqualTo(inMemory.expressway());
            }
        }
    }

    private RoadNetwork open(String name) {
        Path extract = Fixtures.OSM.resolve(name);
        assumeThat(extract)
                .as("skipped: %s is not there; it lies beside the project on the project's own machines", extract)
                .exists();
        return RoadNetworks.open(MapSource.find(Fixtures.MAPS, extract), folder.resolve("graphs"));
    }

    private static boolean differsByDirection(RoadMatrix matrix) {
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (matrix.metres()[i][j] != matrix.metres()[j][i]) {
                    return true;
                }
            }
        }
        return false;
    }
}
