package io.chunfeng.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTextTest {
    private static final Place DEPOT = place("dp", "太原客运总站", "140106", 112.55, 37.86);
    private static final Place NEAR = place("yc", "榆次站", "140702", 112.75, 37.70);
    private static final Place FAR = place("lf", "临汾站", "141002", 111.52, 36.09);
    private static final Place TYN = place("ap-TYN", "太原武宿国际机场", "140105", 112.63, 37.75);
    private static final Place NAMESAKE = place("lf-2", "临汾站", "141021", 111.4, 35.7);
    private static final Surroundings PLACES = new Surroundings(List.of(DEPOT, NEAR, FAR, TYN, NAMESAKE));

    private static Place place(String id, String name, String code, double lon, double lat) {
        return new Place(id, name, code, Position.wgs84(lon, lat));
    }

    private static Map<String, String> pool(String... changes) {
        Map<String, String> typed = new HashMap<>(Map.ofEntries(
                Map.entry("id", "cp-1"),
                Map.entry("operator", "太原客运"),
                Map.entry("depot", "dp"),
                Map.entry("homePrefecture", "1401"),
                Map.entry("approvedSeats", "49"),
                Map.entry("wheelchairSpaces", "0"),
                Map.entry("count", "3"),
                Map.entry("availableFrom", "2024-02-01T00:00"),
                Map.entry("availableUntil", "2024-03-01T00:00"),
                Map.entry("dispatchYuan", "900"),
                Map.entry("yuanPerLoadedKm", "11"),
                Map.entry("yuanPerEmptyKm", "6"),
                Map.entry("yuanPerDriverDay", "300")));
        return changed(typed, changes);
    }

    private static Map<String, String> train(String... changes) {
        Map<String, String> typed = new HashMap<>(Map.ofEntries(
                Map.entry("id", "zl-1"),
                Map.entry("name", "专列"),
                Map.entry("kind", "专列"),
                Map.entry("seatsPerCarriage", "118"),
                Map.entry("minCarriages", "4"),
                Map.entry("maxCarriages", "8"),
                Map.entry("serviceYuan", "10000"),
                Map.entry("yuanPerCarriage", "5000"),
                Map.entry("yuanPerPassenger", "90"),
                Map.entry("bookBy", "2024-01-31 00:00")));
        return changed(typed, changes);
    }

    private static Map<String, String> flight(String... changes) {
        Map<String, String> typed = new HashMap<>(Map.ofEntries(
                Map.entry("id", "bj-1"),
                Map.entry("name", "包机"),
                Map.entry("kind", "CHARTER"),
                Map.entry("from", "ap-TYN"),
                Map.entry("to", "lf"),
                Map.entry("depart", "2024-02-18 13:10"),
                Map.entry("arrive", "2024-02-18 16:00"),
                Map.entry("seats", "180"),
                Map.entry("minPassengers", "100"),
                Map.entry("flightYuan", "130000"),
                Map.entry("yuanPerPassenger", "50"),
                Map.entry("bookBy", "2024-02-16 00:00")));
        return changed(typed, changes);
    }

    private static Map<String, String> changed(Map<String, String> typed, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            typed.put(changes[i], changes[i + 1]);
        }
        return typed;
    }

    private static Map<String, String> call(String place, String arrive, String depart) {
        return Map.of("place", place, "arrive", arrive, "depart", depart);
    }

    private static final List<Map<String, String>> CALLS =
            List.of(call("dp", "", "2024-02-18 08:30"), call("lf", "2024-02-18 11:00", ""));

    private static List<String> faults(Reading<?> reading) {
        return reading.findings().stream()
                .map(finding -> finding.field() + " " + finding.fault())
                .toList();
    }

    private static List<String> ofPool(String... changes) {
        return faults(PoolText.read(pool(changes), PLACES));
    }

    @Test
    void everyOfferOfTheDemoComesBackAsItWasWritten() {
        DemoCampaign demo = DemoCampaign.shanxi2024();
        Surroundings places = new Surroundings(demo.places());
        assertThat(demo.coachPools())
                .allSatisfy(pool -> assertThat(PoolText.read(PoolText.write(pool, places), places)
                                .offer())
                        .isEqualTo(pool));
        assertThat(demo.trainServices())
                .allSatisfy(train -> assertThat(
                                TrainText.read(TrainText.write(train), TrainText.writeCalls(train, places), places)
                                        .offer())
                        .isEqualTo(train));
        assertThat(demo.flights())
                .allSatisfy(flight -> assertThat(FlightText.read(FlightText.write(flight, places), places)
                                .offer())
                        .isEqualTo(flight));
    }

    @Test
    void aPoolIsReadAsPeopleWriteIt() {
        Reading<CoachPool> reading = PoolText.read(
                pool(
                        "depot", "太原客运总站",
                        "homePrefecture", "太原",
                        "approvedSeats", "４９座",
                        "count", " 3辆",
                        "availableFrom", "2024年2月1日",
                        "availableUntil", "2024/2/29",
                        "dispatchYuan", "1,200元",
                        "yuanPerLoadedKm", "8.50元/公里"),
                PLACES);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.offer())
                .isEqualTo(new CoachPool(
                        "cp-1",
                        "太原客运",
                        "dp",
                        "1401",
                        49,
                        0,
                        3,
                        Instant.parse("2024-01-31T16:00:00Z"),
                        // the last day is there as a whole
                        Instant.parse("2024-02-29T16:00:00Z"),
                        120_000,
                        850,
                        600,
                        30_000));
    }

    @ParameterizedTest
    @CsvSource({
        "approvedSeats, 6, NOT_WHOLE",
        "approvedSeats, 101, NOT_WHOLE",
        "approvedSeats, 49.5, NOT_WHOLE",
        "approvedSeats, 五十, NOT_WHOLE",
        "approvedSeats, '', MISSING",
        "count, -1, NOT_WHOLE",
        "dispatchYuan, -0.01, NOT_MONEY",
        "dispatchYuan, 0.001, NOT_MONEY",
        "dispatchYuan, 100000000.01, NOT_MONEY",
        "id, -x, BAD_ID",
        "id, a b, BAD_ID",
        "homePrefecture, 1499, UNKNOWN_PREFECTURE",
        "homePrefecture, 140105, UNKNOWN_PREFECTURE",
        "depot, 火星站, UNKNOWN_PLACE",
        "depot, 临汾站, SEVERAL_PLACES",
        "availableFrom, 2024-02-30, NOT_A_MOMENT",
        "availableFrom, 明天, NOT_A_MOMENT",
        "availableUntil, 2024-02-01T00:00, WINDOW_ORDER",
        "wheelchairSpaces, 49, TOO_MANY_WHEELCHAIRS"
    })
    void onePastTheEdgeIsWrong(String field, String value, Fault fault) {
        Reading<CoachPool> reading = PoolText.read(pool(field, value), PLACES);
        assertThat(faults(reading)).containsExactly(field + " " + fault);
        assertThat(reading.offer()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "count, 0",
        "dispatchYuan, 0",
        "dispatchYuan, 100000000",
        "wheelchairSpaces, 48",
        "homePrefecture, 140100",
        "availableUntil, 2024-02-01T00:01",
        "depot, 临汾站（lf）"
    })
    void onTheEdgeIsRight(String field, String value) {
        assertThat(PoolText.read(pool(field, value), PLACES).offer()).isNotNull();
    }

    @Test
    void unusualSeatsAreTakenWithAWarning() {
        Reading<CoachPool> reading = PoolText.read(pool("approvedSeats", "53"), PLACES);
        assertThat(reading.offer().approvedSeats()).isEqualTo(53);
        assertThat(faults(reading)).containsExactly("approvedSeats UNUSUAL_COACH");
        assertThat(reading.warnings()).hasSize(1);
    }

    @Test
    void aDepotBesideTheHomePrefectureIsNearItAndOneFarAwayIsAsked() {
        assertThat(ofPool("homePrefecture", "1407")).isEmpty();
        assertThat(ofPool("homePrefecture", "1410")).containsExactly("depot DEPOT_AWAY");
        assertThat(ofPool("homePrefecture", "4403")).containsExactly("depot DEPOT_AWAY");
    }

    @Test
    void everyFieldIsNamedAtOnce() {
        assertThat(faults(PoolText.read(Map.of(), PLACES)))
                .hasSize(PoolText.FIELDS.size() - 1)
                .allMatch(fault -> fault.endsWith(" MISSING"))
                .noneMatch(fault -> fault.startsWith("wheelchairSpaces"));
    }

    @Test
    void aTrainNeedsNoArrivalWhereItStartsAndNoDepartureWhereItEnds() {
        TrainService train = TrainText.read(train(), CALLS, PLACES).offer();
        Instant departs = Instant.parse("2024-02-18T00:30:00Z");
        assertThat(train.calls())
                .containsExactly(
                        new TrainService.Call("dp", departs, departs),
                        new TrainService.Call(
                                "lf", Instant.parse("2024-02-18T03:00:00Z"), Instant.parse("2024-02-18T03:00:00Z")));
        List<Map<String, String>> withEmptyRow =
                Stream.concat(CALLS.stream(), Stream.of(call("", "", ""))).toList();
        assertThat(TrainText.read(train(), withEmptyRow, PLACES).offer()).isEqualTo(train);
    }

    @Test
    void callsFollowOneAnother() {
        assertThat(faults(TrainText.read(train(), CALLS.subList(0, 1), PLACES))).containsExactly("calls CALLS_TOO_FEW");
        assertThat(faults(TrainText.read(
                        train(), List.of(CALLS.get(0), call("lf", "2024-02-18 08:30", "2024-02-18 08:40")), PLACES)))
                .containsExactly("calls[1].arrive CALL_ORDER");
        assertThat(faults(TrainText.read(
                        train(), List.of(CALLS.get(0), call("lf", "2024-02-18 11:00", "2024-02-18 10:59")), PLACES)))
                .containsExactly("calls[1].depart CALL_ORDER");
        assertThat(faults(TrainText.read(train(), List.of(CALLS.get(0), call("dp", "2024-02-18 11:00", "")), PLACES)))
                .containsExactly("calls[1].place CALLED_TWICE");
    }

    /** A train that passes midnight is typed with the next date; without it the order is wrong. */
    @Test
    void afterMidnightComesTheNextDate() {
        Map<String, String> first = call("dp", "", "2024-02-18 22:00");
        assertThat(faults(TrainText.read(train(), List.of(first, call("lf", "2024-02-18 01:00", "")), PLACES)))
                .containsExactly("calls[1].arrive CALL_ORDER");
        assertThat(TrainText.read(train(), List.of(first, call("lf", "2024-02-19 01:00", "")), PLACES)
                        .offer())
                .isNotNull();
    }

    @Test
    void itIsBookedByAMomentOrByDaysBeforeTheDeparture() {
        assertThat(TrainText.read(train("bookBy", "", "leadDays", "18天"), CALLS, PLACES)
                        .offer()
                        .bookBy())
                .isEqualTo(Instant.parse("2024-01-31T00:30:00Z"));
        assertThat(faults(TrainText.read(train("leadDays", "18"), CALLS, PLACES)))
                .containsExactly("leadDays BOOKING_TWICE");
        assertThat(faults(TrainText.read(train("bookBy", "2024-02-18 08:31"), CALLS, PLACES)))
                .containsExactly("bookBy BOOKED_TOO_LATE");
        assertThat(TrainText.read(train("bookBy", "2024-02-18 08:30"), CALLS, PLACES)
                        .offer())
                .isNotNull();
    }

    @Test
    void carriagesAreInOrderAndSeatsPlausible() {
        assertThat(faults(TrainText.read(train("minCarriages", "9"), CALLS, PLACES)))
                .containsExactly("maxCarriages CARRIAGE_ORDER");
        assertThat(TrainText.read(train("minCarriages", "8"), CALLS, PLACES).findings())
                .isEmpty();
        assertThat(faults(TrainText.read(train("seatsPerCarriage", "556"), CALLS, PLACES)))
                .containsExactly("seatsPerCarriage UNUSUAL_CARRIAGE");
        assertThat(faults(TrainText.read(train("kind", "高铁"), CALLS, PLACES))).containsExactly("kind UNKNOWN_WORD");
    }

    @Test
    void flightsArriveElsewhereAndLater() {
        assertThat(FlightText.read(flight(), PLACES).findings()).isEmpty();
        assertThat(faults(FlightText.read(flight("to", "ap-TYN"), PLACES))).containsExactly("to SAME_PLACE");
        assertThat(faults(FlightText.read(flight("arrive", "2024-02-18 13:10"), PLACES)))
                .containsExactly("arrive FLIGHT_ORDER");
        assertThat(faults(FlightText.read(flight("minPassengers", "181"), PLACES)))
                .containsExactly("minPassengers MINIMUM_OVER_SEATS");
        assertThat(FlightText.read(flight("minPassengers", "180"), PLACES).offer())
                .isNotNull();
    }

    /** 包机 in bulletins is often a block of seats: thirty seats are no aircraft, but a block. */
    @Test
    void aFewSeatsAreABlockAndNoAircraft() {
        assertThat(faults(FlightText.read(flight("seats", "30", "minPassengers", "10"), PLACES)))
                .containsExactly("seats UNUSUAL_AIRCRAFT");
        assertThat(FlightText.read(flight("kind", "切位", "seats", "30", "minPassengers", "10"), PLACES)
                        .findings())
                .isEmpty();
    }
}
