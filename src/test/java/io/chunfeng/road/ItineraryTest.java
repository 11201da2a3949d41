package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItineraryTest {

    @Test
    void atAJointATownIsPassedOnceAndARoadGoesOn() {
        Itinerary itinerary = Itinerary.of(List.of(
                way(100, city("甲", 0), road("G5", 10, 98), city("乙", 100)),
                way(200, city("乙", 0), road("G5", 2, 150), county("丙", 160), city("丁", 200))));

        assertThat(itinerary.metres()).isEqualTo(300_000);
        assertThat(itinerary.passed())
                .containsExactly(city("甲", 0), road("G5", 10, 250), city("乙", 100), county("丙", 260), city("丁", 300));
    }

    @Test
    void atAJointARoadThatPausedFor5KilometresIsAnotherStretch() {
        assertThat(Itinerary.of(List.of(way(100, road("G5", 10, 98)), way(100, road("G5", 3, 50))))
                        .passed())
                .containsExactly(road("G5", 10, 98), road("G5", 103, 150));
        assertThat(Itinerary.of(List.of(way(100, road("G5", 10, 98)), way(100, road("G20", 0, 50))))
                        .passed())
                .hasSize(2);
    }

    @Test
    void aTownPassedAgainLaterIsPassedTwiceButNamedOnce() {
        Itinerary itinerary =
                Itinerary.of(List.of(way(50, city("甲", 0), county("乙", 50)), way(50, county("乙", 0), city("甲", 50))));

        assertThat(names(itinerary.passed())).containsExactly("甲", "乙", "甲");
        assertThat(names(itinerary.mainPlaces(8))).containsExactly("甲", "乙");
    }

    @Test
    void aShortListIsNamedWhole() {
        RoadPath way = way(300, county("起", 0), county("一", 50), city("二", 100), county("讫", 300));

        assertThat(names(way.mainPlaces(4))).containsExactly("起", "一", "二", "讫");
        assertThat(names(way.mainPlaces(3))).containsExactly("起", "二", "讫");
        assertThat(names(way.mainPlaces(2))).containsExactly("起", "讫");
        assertThat(names(way.mainPlaces(1))).containsExactly("起");
        assertThat(way.mainPlaces(0)).isEmpty();
        assertThat(way(10).mainPlaces(8)).isEmpty();
    }

    @Test
    void citiesComeBeforeCountiesAndAreSpreadAlongTheWay() {
        List<Passed> towns = new ArrayList<>(List.of(city("起", 0)));
        for (int i = 1; i < 10; i++) {
            towns.add(city("近" + i, i));
        }
        towns.addAll(List.of(county("县", 400), city("远", 700), city("讫", 1000)));
        RoadPath way = way(1000, towns.toArray(Passed[]::new));

        assertThat(names(way.mainPlaces(4))).as("all cities before any county").containsExactly("起", "近9", "远", "讫");
        assertThat(names(way.mainPlaces(12))).hasSize(12).doesNotContain("县");
    }

    @Test
    void theMainOnesAreThePlacesAndTheRoadsOfTenKilometresOrATenthOfTheWay() {
        assertThat(names(Itinerary.of(List.of(way(
                                500,
                                city("甲", 0),
                                new Passed.Road("G5", "京昆高速", 1_000, 11_000),
                                new Passed.Road("G20", "", 11_000, 20_999),
                                county("乙", 400))))
                        .main(8)))
                .containsExactly("甲", "G5", "乙");
        assertThat(names(Itinerary.of(List.of(way(20, road("G5", 1, 3), new Passed.Road("G20", "", 3_000, 4_999))))
                        .main(8)))
                .containsExactly("G5");
    }

    @Test
    void aRoadThatGoesOnBehindAPlaceIsNotNamedAgain() {
        Itinerary itinerary = Itinerary.of(List.of(way(
                400,
                road("G5", 0, 100),
                city("甲", 100),
                road("G5", 150, 200),
                road("G20", 200, 300),
                road("G5", 300, 400))));

        assertThat(names(itinerary.main(8))).containsExactly("G5", "甲", "G20", "G5");
    }

    private static RoadPath way(int km, Passed... passed) {
        return new RoadPath(
                km * 1000, km * 60, 0, List.of(new double[] {112, 37}, new double[] {113, 37}), List.of(passed));
    }

    private static List<String> names(List<? extends Passed> passed) {
        return passed.stream()
                .map(p -> p instanceof Passed.Road road ? road.number() : ((Passed.Town) p).name())
                .toList();
    }

    private static Passed.Town city(String name, int km) {
        return new Passed.Town(name, "140100", true, km * 1000);
    }

    private static Passed.Town county(String name, int km) {
        return new Passed.Town(name, "140121", false, km * 1000);
    }

    private static Passed.Road road(String number, int fromKm, int toKm) {
        return new Passed.Road(number, "", fromKm * 1000, toKm * 1000);
    }
}
