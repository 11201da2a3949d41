package io.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every record of the demo is sound in itself and names only what exists. */
class DemoReferencesTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static final Map<String, Place> PLACES =
            DEMO.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));

    @Test
    void idsAreUnique() {
        assertThat(DEMO.places()).extracting(Place::id).doesNotHaveDuplicates();
        assertThat(DEMO.groups()).extracting(Group::id).doesNotHaveDuplicates();
        assertThat(Stream.of(
                                DEMO.coachPools().stream().map(CoachPool::id),
                                DEMO.trainServices().stream().map(TrainService::id),
                                DEMO.flights().stream().map(Flight::id))
                        .flatMap(Function.identity()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyNamedPlaceExists() {
        Stream<String> named = Stream.of(
                        DEMO.groups().stream().flatMap(g -> Stream.of(g.from(), g.to())),
                        DEMO.coachPools().stream().map(CoachPool::depot),
                        DEMO.trainServices().stream()
                                .flatMap(t -> t.calls().stream().map(TrainService.Call::place)),
                        DEMO.flights().stream().flatMap(f -> Stream.of(f.from(), f.to())))
                .flatMap(Function.identity());
        assertThat(named).isNotEmpty().allMatch(PLACES::containsKey);
    }

    @Test
    void adminCodesHaveSixDigitsAndAllCountiesOfShanxiArePlaces() {
        assertThat(DEMO.places()).allSatisfy(p -> assertThat(p.adminCode()).matches("[1-9]\\d{5}"));
        assertThat(DEMO.places().stream().filter(p -> p.id().matches("14\\d{4}")))
                .hasSize(117)
                .allMatch(p -> p.id().equals(p.adminCode()));
    }

    @Test
    void placesOfShanxiLieNearTheirCounty() {
        Stream<Place> withCounty =
                DEMO.places().stream().filter(p -> p.adminCode().startsWith("14"));
        assertThat(withCounty).hasSizeGreaterThan(150).allSatisfy(p -> {
            Position county = PLACES.get(p.adminCode()).position();
            assertThat(km(p.position(), county)).as(p.name()).isLessThan(DemoPlaces.isTownship(p) ? 16 : 30);
        });
    }

    @Test
    void everyPlaceLiesNearThePointOfItsCountyOrCity() throws IOException {
        Path reference = Path.of("../shared/data/reference/cn_admin_gb2260_wgs84.csv");
        assumeThat(reference)
                .as("the table of county points is not on this machine")
                .exists();
        Map<String, Position> points = new HashMap<>();
        for (String line : Files.readAllLines(reference)) {
            String[] cells = line.split(",");
            if (!cells[0].equals("code")) {
                points.put(cells[0], Position.wgs84(Double.parseDouble(cells[5]), Double.parseDouble(cells[6])));
            }
        }
        assertThat(DEMO.places()).allSatisfy(p -> {
            assertThat(points.containsKey(p.adminCode()) || points.containsKey(p.prefecture() + "00"))
                    .as("the code of %s exists", p.name())
                    .isTrue();
            assertThat(List.of(p.adminCode(), p.prefecture() + "00"))
                    .as(p.name())
                    .anyMatch(code -> points.containsKey(code) && km(p.position(), points.get(code)) < 30);
        });
    }

    @Test
    void groupsCanBeServedInTimeAndSplitAsTheySay() {
        assertThat(DEMO.groups()).allSatisfy(g -> {
            assertThat(g.latestArrival()).isAfter(g.earliestDeparture().plusSeconds(24 * 3600));
            assertThat(g.headcount()).isPositive();
            assertThat(g.wheelchairs()).isBetween(0, g.headcount());
            assertThat(g.minPart()).isBetween(1, g.headcount());
            assertThat(g.priority()).isBetween(1, 3);
            assertThat(g.modes()).isNotEmpty();
            assertThat(Season.startOf(g.preferredDate())).isBefore(g.earliestDeparture());
        });
    }

    @Test
    void timetablesRunForwardAndAreBookedBefore() {
        assertThat(DEMO.trainServices()).allSatisfy(t -> {
            List<Instant> times = t.calls().stream()
                    .flatMap(c -> Stream.of(c.arrive(), c.depart()))
                    .toList();
            assertThat(times).hasSizeGreaterThanOrEqualTo(4).isSorted().doesNotHaveDuplicates();
            assertThat(t.bookBy()).isBefore(times.get(0));
            assertThat(t.minCarriages()).isBetween(1, t.maxCarriages());
        });
        assertThat(DEMO.flights()).allSatisfy(f -> {
            assertThat(f.arrive())
                    .isBetween(f.depart().plusSeconds(3600), f.depart().plusSeconds(4 * 3600));
            assertThat(f.bookBy()).isBefore(f.depart());
            assertThat(f.minPassengers()).isBetween(1, f.seats());
        });
    }

    @Test
    void poolsLiveWhereTheyAreRegisteredForTheWholeCampaign() {
        assertThat(DEMO.coachPools()).allSatisfy(p -> {
            assertThat(PLACES.get(p.depot()).prefecture()).isEqualTo(p.homePrefecture());
            assertThat(p.count()).isPositive();
            assertThat(p.fenPerLoadedKm()).isBetween(800L, 1200L);
            assertThat(p.fenPerEmptyKm()).isBetween(500L, 600L);
            assertThat(p.dispatchFen()).isBetween(60_000L, 100_000L);
            assertThat(p.availableFrom())
                    .isEqualTo(Season.startOf(DEMO.campaign().firstDay()));
            assertThat(p.availableUntil())
                    .isEqualTo(Season.startOf(DEMO.campaign().lastDay().plusDays(1)));
        });
    }

    /** Straight distance, good enough below 50 km. */
    private static double km(Position a, Position b) {
        double east = (a.lon() - b.lon()) * 111.3 * Math.cos(Math.toRadians(a.lat()));
        double north = (a.lat() - b.lat()) * 111.2;
        return Math.hypot(east, north);
    }
}
