package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the map that comes with the program. */
class CoordinateDoubtsTest {
    private static RoadNetwork roads;

    @BeforeAll
    static void open() {
        roads = RoadNetworks.open(
                MapSource.find(Fixtures.MAPS, Fixtures.MAPS.resolve("china-trunk")), Path.of("target", "graphs"));
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    private static Place place(String code, double lon, double lat) {
        return new Place("p" + code, "名" + code, code, Position.wgs84(lon, lat));
    }

    @Test
    void noPlaceOfTheDemoIsDoubted() {
        List<Place> places = DemoCampaign.shanxi2024().places();

        assertThat(places).hasSizeGreaterThan(100);
        assertThat(roads.doubts(places)).isEmpty();
        assertThat(roads.offMap(places)).isEmpty();
    }

    @Test
    void swappedAxesAreSeenAndNothingElseIsSaidOfThem() {
        Place swapped = place("140100", 37.87, 112.55 - 30);
        Place right = place("140105", 112.55, 37.87);

        assertThat(roads.doubts(List.of(right, swapped))).containsExactly(new Doubt.Swapped(swapped));
    }

    /** 太原市 is the seat of 1401; 150 km from it the place must also be seven times as far from it as from another seat. */
    @ParameterizedTest
    @CsvSource({
        "140105, 110.33, 20.03, true, '海口'",
        "140105, 116.41, 39.90, true, '北京, 405 km'",
        "140105, 112.70, 37.70, false, '晋中, 20 km'",
        "140105, 113.58, 37.86, false, '阳泉, 91 km'",
        "140105, 110.50, 37.90, false, '180 km, but 离石 is 70 km off'",
        "110108, 116.30, 39.96, false, '北京 itself: the seat of a municipality has the code 110000'",
        "110108, 112.55, 37.87, true, '太原'",
        "500237, 109.88, 31.07, false, '巫山, 367 km from 重庆 and 96 from 恩施'",
        "632803, 90.85, 38.25, false, '茫崖, 579 km from its seat'",
        "429004, 112.55, 37.87, false, '仙桃 has no prefecture'",
        "999999, 112.55, 37.87, false, 'unknown'"
    })
    void farFromTheSeatIsWhatLiesNearAnother(String code, double lon, double lat, boolean doubted, String what) {
        assertThat(roads.doubts(List.of(place(code, lon, lat))))
                .as(what)
                .hasSize(doubted ? 1 : 0)
                .allMatch(doubt -> doubt instanceof Doubt.FarFromSeat);
    }

    @Test
    void theSeatAndTheDistanceAreNamed() {
        Place typo = place("140105", 116.41, 39.90);

        assertThat(roads.doubts(List.of(typo))).containsExactly(new Doubt.FarFromSeat(typo, "太原市", 403_787));
    }

    /** It has no streets, so nothing can be said of shifts of some hundred metres, in whatever system and wherever the places lie. */
    @Test
    void noSystemIsDoubtedOnTheDefaultMap() {
        List<Place> seats = new TrunkTableReader(new TrunkTables(Fixtures.MAPS.resolve("china-trunk")))
                .read().places().stream()
                        .map(point -> new Place(
                                point.id(),
                                point.name(),
                                "000000",
                                Shifted.figures(point.lon(), point.lat(), Crs.GCJ02)))
                        .toList();

        assertThat(seats).hasSize(864);
        assertThat(roads.doubts(seats)).isEmpty();
    }
}
