package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
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
            assertThat(agreement.check(places, 8_000)).isGreaterThan(7_600);
            assertThat(differsByDirection(roads.matrix(places))).isTrue();
        }
    }

    @Test
    void aCountryOfTrunkRoadsAgreesWithTheEnginesOwnRoutes() {
        try (RoadNetwork roads = open("china-major-roads-2021.osm.pbf")) {
            Agreement agreement = new Agreement(roads, 4712);
            List<Place> places = agreement.places(120, 105, 24, 119, 40);

            assertThat(places.size()).isGreaterThan(100);
            assertThat(agreement.check(places, 2_500)).isGreaterThan(2_400);
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

    void aWayThroughTheCountryNamesItsTownsInOrderAndItsNumbers() {
        try (RoadNetwork roads = open("china-major-roads-2021.osm.pbf")) {
            RoadPath way = roads.path(at("140100", 112.55, 37.86), at("610100", 108.94, 34.34));

            assertThat(towns(way))
                    .startsWith("太原市")
                    .containsSubsequence("祁县", "平遥县", "介休市", "灵石县", "霍州市", "洪洞县", "临汾市", "河津市")
                    .endsWith("西安市")
                    .doesNotContain("运城市", "阳泉市")
                    .doesNotHaveDuplicates();
            assertThat(way.passed())
                    .filteredOn(Passed.Road.class::isInstance)
                    .extracting(passed -> ((Passed.Road) passed).number())
                    .contains("G5");
            assertThat(way.mainPlaces(3)).extracting(Passed.Town::name).containsExactly("太原市", "临汾市", "西安市");
            assertThat(way.passed()).isSortedAccordingTo(Comparator.comparingInt(Passed::metres));
            List<String> back = towns(roads.path(at("610100", 108.94, 34.34), at("140100", 112.55, 37.86)));
            Collections.reverse(back);
            assertThat(back).isEqualTo(towns(way));
        }
    }

    @Test
    void aWayInsideADistrictNamesItsCity() {
        try (RoadNetwork roads = open("beijing-tsinghua-2017.osm.pbf")) {
            RoadPath way = roads.path(at("110108", 116.311, 39.995), at("110108", 116.329, 40.008));

            assertThat(way.points()).hasSizeGreaterThan(5);
            assertThat(towns(way)).containsExactly("北京市");
            assertThat(way.passed())
                    .as("no road of the district has a number in 2017")
                    .hasSize(1);
        }
    }

    private static Place at(String adminCode, double lon, double lat) {
        return new Place(adminCode, "名", adminCode, Position.wgs84(lon, lat));
    }

    private static List<String> towns(RoadPath way) {
        return way.passed().stream()
                .filter(Passed.Town.class::isInstance)
                .map(passed -> ((Passed.Town) passed).name())
                .collect(Collectors.toCollection(ArrayList::new));
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
