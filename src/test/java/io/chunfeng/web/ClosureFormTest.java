package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Campaign;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.road.Closure;
import io.chunfeng.web.FieldErrors.Wrong;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosureFormTest {
    private static final Place STATION = place("st-1", "太原站");
    private static final Place SOUTH = place("st-2", "太原南站");
    private static final Place LINFEN = place("st-3", "临汾站");
    private static final Place TOWN_A = place("t-1", "城关镇");
    private static final Place TOWN_B = place("t-2", "城关镇");
    private static final PlaceChoice PLACES = new PlaceChoice(List.of(STATION, SOUTH, LINFEN, TOWN_A, TOWN_B));

    private final FieldErrors errors = new FieldErrors();

    private static Place place(String id, String name) {
        return new Place(id, name, "140106", Position.wgs84(112.5, 37.8));
    }

    private static ClosureForm road(String number, String one, String other) {
        return new ClosureForm("ROAD", number, one, other, "", "", "", "", "2024-02-17T00:00", "", "大雪");
    }

    private static ClosureForm area(String centre, String lon, String lat, String radiusKm) {
        return new ClosureForm("AREA", "", "", "", centre, lon, lat, radiusKm, "2024-02-17T00:00", "", "大雪");
    }

    private static ClosureForm times(String from, String until, String reason) {
        return new ClosureForm("ROAD", "", "太原站", "临汾站", "", "", "", "", from, until, reason);
    }

    @Test
    void readsARoad() {
        ClosureForm form = new ClosureForm(
                "ROAD", "G5", " 太原站 ", "st-3", "", "", "", "10", "2024-02-17T00:00", "2024-02-18T06:30", " 大雪 ");
        assertThat(form.read(PLACES, errors))
                .isEqualTo(new Closure(
                        new Closure.Road("G5", STATION, LINFEN),
                        Instant.parse("2024-02-16T16:00:00Z"),
                        Instant.parse("2024-02-17T22:30:00Z"),
                        "大雪"));
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "g5, G5",
        "Ｓ２０, S20",
        "' G 0511 ', G0511",
        "国道108, G108",
        "208国道, G208",
        "省道 331, S331",
        "县道12, X12",
        "乡道3, Y3"
    })
    void readsNumbersAsPeopleWriteThem(String typed, String expected) {
        Closure closure = road(typed, "太原站", "临汾站").read(PLACES, errors);
        assertThat(((Closure.Road) closure.extent()).number()).isEqualTo(expected);
    }

    @Test
    void withoutANumberTheWholeWay() {
        Closure closure = road("  ", "太原站", "临汾站").read(PLACES, errors);
        assertThat(((Closure.Road) closure.extent()).number()).isNull();
        assertThat(closure.until()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"京昆高速", "G", "5", "G123456", "A5", "国道"})
    void refusesOtherNumbers(String typed) {
        assertThat(road(typed, "太原站", "临汾站").read(PLACES, errors)).isNull();
        assertThat(errors.byField()).containsExactly(Map.entry("number", new Wrong("closure.error.number", "")));
    }

    @Test
    void aPlaceIsOneAndNoOther() {
        assertThat(((Closure.Road) road("", "南站", "t-2").read(PLACES, errors).extent()))
                .isEqualTo(new Closure.Road(null, SOUTH, TOWN_B));
        assertThat(((Closure.Road)
                        road("", "城关镇（t-1）", "临汾").read(PLACES, errors).extent()))
                .isEqualTo(new Closure.Road(null, TOWN_A, LINFEN));

        assertThat(road("", "太原", "城关镇").read(PLACES, errors)).isNull();
        assertThat(errors.byField())
                .containsEntry("oneEnd", new Wrong("closure.error.severalPlaces", "太原站、太原南站"))
                .containsEntry("otherEnd", new Wrong("closure.error.severalPlaces", "城关镇（t-1）、城关镇（t-2）"));
    }

    @Test
    void severalMeansToNameThemAndManyToAskForMore() {
        PlaceChoice many = new PlaceChoice(Stream.iterate(1, i -> i + 1)
                .limit(7)
                .map(i -> place("p" + i, "镇" + i))
                .collect(Collectors.toList()));
        road("", "镇", "北京").read(many, errors);
        assertThat(errors.get("oneEnd")).isEqualTo(new Wrong("closure.error.manyPlaces", "镇1、镇2、镇3、镇4、镇5、镇6"));
        assertThat(errors.get("otherEnd").key()).isEqualTo("closure.error.unknownPlace");
    }

    @Test
    void theTwoPlacesDiffer() {
        assertThat(road("G5", "太原站", "st-1").read(PLACES, errors)).isNull();
        assertThat(errors.byField()).containsOnlyKeys("otherEnd");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 500", "200, 200000", "12.34, 12340", "１０, 10000"})
    void readsAnArea(String radius, int metres) {
        Closure closure = area("", "112.57", "37.87", radius).read(PLACES, errors);
        assertThat(closure.extent()).isEqualTo(new Closure.Area(Position.wgs84(112.57, 37.87), metres));
        assertThat(area("临汾站", "", "", radius).read(PLACES, errors).extent())
                .isEqualTo(new Closure.Area(LINFEN.position(), metres));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.49", "200.1", "", "-5", "远"})
    void areasAreOfHalfAKilometreToTwoHundred(String radius) {
        assertThat(area("临汾站", "", "", radius).read(PLACES, errors)).isNull();
        assertThat(errors.byField()).containsOnlyKeys("radiusKm");
    }

    /** Latitude first is the usual mistake. */
    @Test
    void longitudeComesFirst() {
        assertThat(area("", "37.87", "112.57", "10").read(PLACES, errors)).isNull();
        assertThat(errors.byField()).containsOnlyKeys("lon", "lat");
    }

    @Test
    void aCentreIsGivenOnce() {
        assertThat(area("临汾站", "112.57", "37.87", "10").read(PLACES, errors)).isNull();
        assertThat(errors.byField()).containsOnlyKeys("centre");
    }

    @Test
    void halfAPointIsNone() {
        assertThat(area("", "112.57", "", "10").read(PLACES, errors)).isNull();
        assertThat(errors.byField()).containsOnlyKeys("lat");
    }

    @Test
    void itOpensLaterThanItCloses() {
        assertThat(times("2024-02-17T00:00", "2024-02-17T00:01", "雪").read(PLACES, errors))
                .isNotNull();
        assertThat(times("2024-02-17T00:00", "2024-02-17T00:00", "雪").read(PLACES, errors))
                .isNull();
        assertThat(errors.byField()).containsExactly(Map.entry("until", new Wrong("closure.error.order", "")));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(new ClosureForm("ROAD", "x", "", "火星", null, null, null, null, "", "昨天", " ").read(PLACES, errors))
                .isNull();
        assertThat(errors.byField()).containsOnlyKeys("number", "oneEnd", "otherEnd", "from", "until", "reason");
        FieldErrors more = new FieldErrors();
        new ClosureForm(null, "", "太原站", "临汾站", "", "", "", "", "2024-02-17T00:00", "", "雪".repeat(201))
                .read(PLACES, more);
        assertThat(more.byField()).containsOnlyKeys("kind", "reason");
    }

    @Test
    void looksAtThePeakOfASeasonThatIsOver() {
        Campaign campaign = new Campaign(
                "c",
                "2024年春风行动",
                "山西",
                LocalDate.of(2024, 1, 25),
                LocalDate.of(2024, 4, 8),
                LocalDate.of(2024, 2, 10),
                LocalDate.of(2024, 2, 17),
                LocalDate.of(2024, 2, 18));
        assertThat(ClosureForm.defaults(campaign, Instant.parse("2024-04-08T15:59:59Z"))
                        .from())
                .isEqualTo("2024-04-08T23:59");
        assertThat(ClosureForm.defaults(campaign, Instant.parse("2024-04-08T16:00:00Z"))
                        .from())
                .isEqualTo("2024-02-17T00:00");
        assertThat(ClosureForm.defaults(null, Instant.parse("2026-04-08T16:00:00Z"))
                        .from())
                .isEqualTo("2026-04-09T00:00");
    }
}
