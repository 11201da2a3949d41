package io.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures of scenario S1, one by one. */
class DemoCampaignTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static final Map<String, Place> PLACES =
            DEMO.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));

    private static Stream<Group> registered() {
        return DEMO.groups().stream().filter(g -> g.county().startsWith("14"));
    }

    private static boolean toWork(Group group) {
        return group.to().startsWith("wp-");
    }

    private static Stream<Group> toWork() {
        return registered().filter(DemoCampaignTest::toWork);
    }

    private static int people(Stream<Group> groups) {
        return groups.mapToInt(Group::headcount).sum();
    }

    @Test
    void twentyTwoThousandPersonTrips() {
        assertThat(people(registered())).isEqualTo(22_000);
        assertThat(people(toWork())).isEqualTo(18_000);
        assertThat(people(registered().filter(g -> g.from().startsWith("wp-")))).isEqualTo(4_000);
    }

    @Test
    void everyCityOfShanxiHasItsFigure() {
        Map<String, Integer> byCity = toWork().collect(Collectors.groupingBy(
                g -> g.county().substring(0, 4), Collectors.summingInt(Group::headcount)));
        assertThat(byCity)
                .isEqualTo(Map.ofEntries(
                        Map.entry("1401", 900),
                        Map.entry("1402", 2000),
                        Map.entry("1403", 400),
                        Map.entry("1404", 1800),
                        Map.entry("1405", 1000),
                        Map.entry("1406", 700),
                        Map.entry("1407", 1600),
                        Map.entry("1408", 2800),
                        Map.entry("1409", 2400),
                        Map.entry("1410", 2300),
                        Map.entry("1411", 2100)));
    }

    @Test
    void everyCorridorHasItsFigure() {
        assertThat(toWorkIn("120000", "110000", "130200", "131000", "370200")).isEqualTo(9_900);
        assertThat(toWorkIn("320500", "330200", "330400")).isEqualTo(5_400);
        assertThat(toWorkIn("440300", "441900", "441300")).isEqualTo(2_700);
    }

    private static int toWorkIn(String... cities) {
        return people(toWork().filter(g -> Stream.of(cities).anyMatch(c -> g.to().startsWith("wp-" + c))));
    }

    @Test
    void sixOfTenGroupsAreSmallAndOneOfTenIsLarge() {
        List<Integer> sizes = registered().map(Group::headcount).toList();
        assertThat(sizes).allMatch(s -> s >= 5 && s <= 500);
        assertThat(share(sizes, s -> s <= 20)).isCloseTo(0.6, within(0.01));
        assertThat(share(sizes, s -> s > 20 && s <= 60)).isCloseTo(0.3, within(0.01));
        assertThat(share(sizes, s -> s > 60)).isCloseTo(0.1, within(0.01));
        assertThat(sizes).anyMatch(s -> s > 250);
    }

    private static double share(List<Integer> sizes, Predicate<Integer> band) {
        return (double) sizes.stream().filter(band).count() / sizes.size();
    }

    @Test
    void thePeakWeekendHasTheSizeOfOnePlan() {
        List<Group> weekend = toWork().filter(
                        g -> !g.preferredDate().isBefore(DEMO.campaign().peakFrom())
                                && !g.preferredDate().isAfter(DEMO.campaign().peakTo()))
                .toList();
        assertThat(weekend.size()).isBetween(100, 150);
        assertThat(people(weekend.stream())).isBetween(3_000, 4_500);
    }

    @Test
    void cumulativeFiguresOfTheEightThursdays() {
        int[] expected = {4_600, 9_400, 13_600, 16_700, 19_000, 20_500, 21_500, 22_000};
        for (int week = 0; week < expected.length; week++) {
            LocalDate thursday = LocalDate.of(2024, 2, 15).plusWeeks(week);
            assertThat(people(registered().filter(g -> !g.preferredDate().isAfter(thursday))))
                    .as("until %s", thursday)
                    .isEqualTo(expected[week]);
        }
        assertThat(registered()
                        .filter(g -> Season.isDueDay(g.preferredDate()))
                        .filter(g -> !g.earliestDeparture().isBefore(Season.at(g.preferredDate(), 18))))
                .as("nobody leaves after the table is due")
                .isEmpty();
    }

    @Test
    void minersComeBesideTheTotalAndBelongToTheOtherEnd() {
        List<Group> received =
                DEMO.groups().stream().filter(g -> !g.county().startsWith("14")).toList();
        assertThat(received).singleElement().satisfies(g -> {
            assertThat(g.headcount()).isEqualTo(456);
            assertThat(g.county()).startsWith("3203");
            assertThat(PLACES.get(g.to()).prefecture()).isEqualTo("1406");
            assertThat(g.modes()).containsExactly(Mode.RAIL);
        });
    }

    @Test
    void capacityIsThatOfTheScenario() {
        assertThat(trains(TrainService.Kind.CHARTERED_TRAIN))
                .hasSize(7)
                .allSatisfy(
                        t -> assertThat(t.seatsPerCarriage() * t.maxCarriages()).isBetween(520, 1_255));
        assertThat(trains(TrainService.Kind.CHARTERED_CARRIAGES))
                .allSatisfy(t -> assertThat(t.seatsPerCarriage()).isBetween(92, 118));
        assertThat(trains(TrainService.Kind.CHARTERED_CARRIAGES).stream()
                        .mapToInt(TrainService::maxCarriages)
                        .sum())
                .isEqualTo(24);
        assertThat(DEMO.flights())
                .hasSize(12)
                .allSatisfy(f -> assertThat(f.seats()).isBetween(150, 189));
        assertThat(DEMO.coachPools()).extracting(CoachPool::approvedSeats).containsOnly(33, 45, 49, 55);
        assertThat(DEMO.coachPools())
                .extracting(CoachPool::homePrefecture)
                .contains("1401", "1402", "1403", "1404", "1405", "1406", "1407", "1408", "1409", "1410", "1411");
    }

    private static List<TrainService> trains(TrainService.Kind kind) {
        return DEMO.trainServices().stream().filter(t -> t.kind() == kind).toList();
    }

    @Test
    void eachCityCouldCarryItsWeekendByCoach() {
        Map<String, Integer> seats = DEMO.coachPools().stream()
                .collect(Collectors.groupingBy(
                        CoachPool::homePrefecture, Collectors.summingInt(p -> p.count() * (p.approvedSeats() - 2))));
        Map<String, Integer> weekend = toWork().filter(
                        g -> g.preferredDate().equals(DEMO.campaign().peakFrom())
                                || g.preferredDate().equals(DEMO.campaign().peakTo()))
                .collect(Collectors.groupingBy(
                        g -> g.county().substring(0, 4), Collectors.summingInt(Group::headcount)));
        assertThat(weekend)
                .allSatisfy(
                        (city, people) -> assertThat(seats.get(city)).as(city).isGreaterThanOrEqualTo(people));
    }

    @Test
    void servicesOfThePeakCanBeBookedByARunOfThursday() {
        var asOf = Season.at(LocalDate.of(2024, 2, 15), 8);
        var peakEnds = Season.startOf(DEMO.campaign().peakTo().plusDays(1));
        List<TrainService> trains = DEMO.trainServices().stream()
                .filter(t -> t.calls().get(0).depart().isAfter(asOf)
                        && t.calls().get(0).depart().isBefore(peakEnds))
                .toList();
        List<Flight> flights = DEMO.flights().stream()
                .filter(f -> f.depart().isAfter(asOf) && f.depart().isBefore(peakEnds))
                .toList();
        assertThat(trains)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(t -> assertThat(t.bookBy()).isAfter(asOf));
        assertThat(flights)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(f -> assertThat(f.bookBy()).isAfter(asOf));
    }

    @Test
    void theSameOnEveryCall() {
        assertThat(DemoCampaign.shanxi2024()).isEqualTo(DEMO).hasSameHashCodeAs(DEMO);
    }
}
