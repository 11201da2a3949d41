package io.chunfeng.road;

import static io.chunfeng.road.Fixtures.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ways on the default map pass, and on tables of the test's own. */
class PassedPlacesTest {
    private static final Place TAIYUAN = at("140100", 112.55, 37.86);
    private static final Place LINFEN = at("141000", 111.52, 36.08);
    private static final Place XIAN = at("610100", 108.94, 34.34);

    @TempDir
    static Path folder;

    private static RoadNetwork roads;

    @BeforeAll
    static void open() {
        roads = defaultMap();
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    @Test
    void fromTaiyuanToXianOverLinfenOnTheExpresswayOfThatNumber() {
        RoadPath way = roads.path(TAIYUAN, XIAN);

        assertThat(names(way)).containsExactly("太原市", "G5 京昆高速", "临汾市", "西安市");
        assertThat(way.passed().get(0)).isEqualTo(new Passed.Town("太原市", "140100", true, 0));
        assertThat(way.passed().get(3)).isEqualTo(new Passed.Town("西安市", "610100", true, way.metres()));
        Passed.Road g5 = (Passed.Road) way.passed().get(1);
        assertThat(g5.toMetres()).isEqualTo(way.passed().get(2).metres());
        assertThat(g5.length()).isEqualTo(257_000);
        assertThat(way.expressway())
                .isCloseTo(257_000.0 / way.metres(), offset(1e-4))
                .isEqualTo(roads.matrix(List.of(TAIYUAN, XIAN)).expressway()[0][1]);
    }

    @Test
    void theWayBackIsTheOtherWayRound() {
        assertThat(names(roads.path(XIAN, TAIYUAN))).containsExactly("西安市", "临汾市", "G5 京昆高速", "太原市");
    }

    @Test
    void aPreparedGraphThatIsLoadedAgainKnowsTheNames() {
        try (RoadNetwork again = defaultMap()) {
            assertThat(again.path(TAIYUAN, XIAN).passed())
                    .isEqualTo(roads.path(TAIYUAN, XIAN).passed());
        }
    }

    @Test
    void severalLegsPassWhatTheyPassOneAfterTheOther() {
        Itinerary itinerary = Itinerary.of(List.of(roads.path(TAIYUAN, LINFEN), roads.path(LINFEN, XIAN)));

        assertThat(itinerary.mainPlaces(8))
                .extracting(Passed.Town::name)
                .startsWith("太原市", "临汾市")
                .endsWith("西安市")
                .doesNotHaveDuplicates();
    }

    @Test
    void aWayInsideOneCountyNamesJustIt() {
        Place west = at("140221", 113.70, 40.36);
        Place east = at("140221", 113.75, 40.37);

        assertThat(names(roads.path(west, east))).containsExactly("阳高县");
        assertThat(names(roads.path(at("140106", 112.57, 37.86), at("140107", 112.57, 37.90))))
                .as("districts are the city")
                .containsExactly("太原市");
    }

    @Test
    void aStraightWayNamesWhereItsEndsAre() {
        Place inDatong = at("140221", 113.9, 40.60);
        Place next = at("140222", 113.9, 40.61);
        RoadPath way = roads.path(inDatong, next);

        assertThat(way.points()).as("straight").hasSize(2);
        assertThat(way.expressway()).isZero();
        assertThat(names(way)).containsExactly("阳高县", "天镇县");
    }

    @Test
    void placesAtTheSamePointAreZeroMetresOfTheirTown() {
        RoadPath way = roads.path(TAIYUAN, at("140100", 112.55, 37.86));

        assertThat(way.metres()).isZero();
        assertThat(way.passed()).containsExactly(new Passed.Town("太原市", "140100", true, 0));
    }

    /** 仙桃 and three more carry the position of 武汉; whoever passes there passes 武汉. */
    @Test
    void aPlaceThatCarriesThePositionOfAnotherIsNotPassed() {
        for (Place end :
                List.of(at("420900", 113.91, 31.92), at("430600", 113.09, 29.37), at("421100", 114.87, 30.44))) {
            assertThat(names(roads.path(end, at("420100", 114.34, 30.55))))
                    .doesNotContain("仙桃市", "潜江市", "天门市", "神农架林区")
                    .endsWith("武汉市");
        }
    }

    @Test
    void anUnknownCodeNamesNoEnd() {
        assertThat(names(roads.path(at("990101", 112.55, 37.86), XIAN)))
                .as("the place of the table it is attached to")
                .containsExactly("太原市", "G5 京昆高速", "临汾市", "西安市");
    }

    @Test
    void tablesOfOnesOwnNameTheirOwnPlacesAndJunctions() {
        List<String> places = List.of(
                "id,name,adminCode,lon,lat,kind",
                "A,甲市,140100,112.00,37.00,city",
                "B,乙市,140200,113.00,37.00,city",
                "C,无码县,,112.70,37.00,county",
                "J140100,甲市枢纽,,112.10,37.10,junction",
                "J:丙,丙,,112.40,37.10,junction",
                "J,枢纽,,112.50,37.10,junction",
                "J140200,枢纽,,112.90,37.10,junction");
        List<String> links = List.of(
                "from,to,ref,name,km,minutes",
                "A,J140100,,,10,10",
                "J140100,J:丙,G5;G20,甲丙高速,30,20",
                "J:丙,J,,,4.999,4",
                "J,C,G20,,20,14",
                "C,J140200,,,5,4",
                "J140200,B,G20,乙线,10,10");
        // the name of a junction may not be empty
        places = places.stream()
                .map(line -> line.replace("J140200,,", "J140200,枢纽,"))
                .toList();
        try (RoadNetwork own = RoadNetworks.open(
                Fixtures.tables(folder.resolve("own"), places, links), folder.resolve("own-graphs"))) {
            Place a = at("140100", 112.00, 37.00);
            Place b = at("140200", 113.00, 37.00);

            assertThat(own.path(a, b).passed())
                    .containsExactly(
                            new Passed.Town("甲市", "140100", true, 0),
                            new Passed.Road("G20", "甲丙高速", 10_000, 64_999),
                            new Passed.Town("丙", "", false, 40_000),
                            new Passed.Town("无码县", "", false, 64_999),
                            new Passed.Road("G20", "乙线", 69_999, 79_999),
                            new Passed.Town("乙市", "140200", true, 79_999));
            assertThat(own.path(b, a).passed())
                    .containsExactly(
                            new Passed.Town("乙市", "140200", true, 0),
                            new Passed.Road("G20", "乙线", 0, 10_000),
                            new Passed.Town("无码县", "", false, 15_000),
                            new Passed.Road("G20", "甲丙高速", 15_000, 69_999),
                            new Passed.Town("丙", "", false, 39_999),
                            new Passed.Town("甲市", "140100", true, 79_999));
            assertThat(names(own.path(a, place("near", 112.00, 37.00)))).containsExactly("甲市");
        }
    }

    private static RoadNetwork defaultMap() {
        return RoadNetworks.open(
                MapSource.find(Fixtures.MAPS, Fixtures.MAPS.resolve("china-trunk")), folder.resolve("graphs"));
    }

    private static Place at(String adminCode, double lon, double lat) {
        return new Place(adminCode + "@" + lon, "名", adminCode, Position.wgs84(lon, lat));
    }

    private static List<String> names(RoadPath way) {
        return way.passed().stream()
                .map(passed -> passed instanceof Passed.Road road
                        ? road.number() + " " + road.name()
                        : ((Passed.Town) passed).name())
                .toList();
    }
}
