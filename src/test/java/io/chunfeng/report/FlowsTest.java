package io.chunfeng.report;

import static io.chunfeng.report.Trips.DATONG;
import static io.chunfeng.report.Trips.DAY;
import static io.chunfeng.report.Trips.LINXIAN;
import static io.chunfeng.report.Trips.NOON;
import static io.chunfeng.report.Trips.SHENZHEN;
import static io.chunfeng.report.Trips.TIANJIN;
import static io.chunfeng.report.Trips.XIAODIAN;
import static io.chunfeng.report.Trips.feeder;
import static io.chunfeng.report.Trips.homeward;
import static io.chunfeng.report.Trips.toWork;
import static io.chunfeng.report.Trips.trip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.Direction;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.dispatch.RanTrip.Ends;
import io.chunfeng.dispatch.RanTrip.Kind;
import io.chunfeng.place.Corridor;
import io.chunfeng.statistics.CountingRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People, load and cost over trips that ran, on the edges. */
class FlowsTest {
    private static final Instant MIDNIGHT = Instant.parse("2024-02-18T00:00:00+08:00");

    /** In UTC both trips leave on the 17th. */
    @Test
    void aDayEndsAtMidnightInShanghai() {
        Flows flows = flows(
                CountingRule.MAIN_LEG,
                trip("before", Kind.COACH, MIDNIGHT.minusNanos(1000), toWork(LINXIAN, SHENZHEN, 30)),
                trip("at", Kind.COACH, MIDNIGHT, toWork(LINXIAN, SHENZHEN, 40)));
        assertThat(flows.byDay()).containsExactly(new Flows.Day(DAY, 30, 0), new Flows.Day(DAY.plusDays(1), 40, 0));
    }

    @Test
    void daysWithoutAnyoneStandBetweenTheOthers() {
        Flows flows = flows(
                CountingRule.MAIN_LEG,
                trip("a", Kind.COACH, NOON, toWork(LINXIAN, SHENZHEN, 1)),
                trip("b", Kind.COACH, NOON.plusSeconds(2 * 86_400), homeward(LINXIAN, SHENZHEN, 2)));
        assertThat(flows.byDay())
                .extracting(Flows.Day::toWork, Flows.Day::homeward)
                .containsExactly(tuple(1L, 0L), tuple(0L, 0L), tuple(0L, 2L));
    }

    /** Home is where they registered, whichever way they travel. */
    @Test
    void bothDirectionsLieInOneCellOfTheMatrix() {
        Flows flows = flows(
                CountingRule.MAIN_LEG,
                trip("out", Kind.COACH, NOON, toWork(LINXIAN, TIANJIN, 30)),
                trip("back", Kind.COACH, NOON, homeward(LINXIAN, TIANJIN, 20)));
        assertThat(flows.originsAndDestinations(2)).containsExactly(new Flows.Flow("1411", "12", 30, 20));
        assertThat(flows.originsAndDestinations(4)).containsExactly(new Flows.Flow("1411", "1201", 30, 20));
        assertThat(flows.byCorridor())
                .isEqualTo(Map.of(
                        Direction.TO_WORK, Map.of(Corridor.BOHAI, 30L),
                        Direction.HOMEWARD, Map.of(Corridor.BOHAI, 20L)));
    }

    @Test
    void feedersAreRiddenButNotCountedUnderTheMainLegRule() {
        RanTrip[] trips = {
            trip("feeder", Kind.COACH, NOON, feeder(LINXIAN, SHENZHEN, 40)),
            trip("train", Kind.CHARTERED_CARRIAGES, NOON, toWork(LINXIAN, SHENZHEN, 38))
        };
        Flows main = flows(CountingRule.MAIN_LEG, trips);
        assertThat(main.personTrips()).isEqualTo(38);
        assertThat(main.trips()).isEqualTo(1);
        assertThat(main.byMode())
                .containsExactly(
                        new Flows.Share(Mode.COACH, 0, 0),
                        new Flows.Share(Mode.RAIL, 38, 1),
                        new Flows.Share(Mode.AIR, 0, 0));
        Flows every = flows(CountingRule.EVERY_BOARDING, trips);
        assertThat(every.personTrips()).isEqualTo(78);
        assertThat(every.trips()).isEqualTo(2);
    }

    /** Seats and money are spent on feeders under either rule; each person is carried once. */
    @Test
    void loadAndCostDoNotDependOnTheCountingRule() {
        RanTrip[] trips = {
            trip("feeder", Kind.COACH, NOON, feeder(LINXIAN, SHENZHEN, 40)),
            trip("train", Kind.CHARTERED_CARRIAGES, NOON, toWork(LINXIAN, SHENZHEN, 38))
        };
        for (CountingRule rule : CountingRule.values()) {
            Flows flows = flows(rule, trips);
            assertThat(flows.loads())
                    .containsExactly(
                            new Flows.Load(Corridor.PEARL, Carrying.FEEDER, 1, 40, 53, 0),
                            new Flows.Load(Corridor.PEARL, Carrying.RAIL, 1, 38, 53, 0));
            assertThat(flows.cost()).isEqualTo(new Flows.Cost(null, null, 38, 200_000));
            assertThat(flows.costs())
                    .containsExactly(
                            new Flows.Cost(Corridor.PEARL, Carrying.FEEDER, 40, 100_000),
                            new Flows.Cost(Corridor.PEARL, Carrying.RAIL, 38, 100_000));
        }
    }

    @Test
    void emptyRunsAreNoTripsAndOfferNoSeats() {
        Flows flows = flows(
                CountingRule.EVERY_BOARDING,
                trip("empty", Kind.COACH, NOON),
                trip("nobody", Kind.COACH, NOON, toWork(LINXIAN, SHENZHEN, 0)),
                trip("loaded", Kind.COACH, NOON, toWork(LINXIAN, SHENZHEN, 10)));
        assertThat(flows.trips()).isEqualTo(1);
        assertThat(flows.loads()).containsExactly(new Flows.Load(Corridor.PEARL, Carrying.COACH, 1, 10, 53, 0));
    }

    /** Infants on laps and escorts are nobody's 人次 and no load. */
    @Test
    void infantsAndEscortsAreNotCounted() {
        Boarding family = new Boarding("g", LINXIAN, 10, 2, 1, true, Ends.of(LINXIAN, LINXIAN, SHENZHEN));
        Flows flows = flows(CountingRule.EVERY_BOARDING, trip("c", Kind.COACH, NOON, family));
        assertThat(flows.personTrips()).isEqualTo(10);
        assertThat(flows.loads()).extracting(Flows.Load::persons).containsExactly(10L);
    }

    @Test
    void withoutSeatsThereIsNoFactorAndWithoutPeopleNoCostPerPerson() {
        List<CarriedTrip> trips = CarriedTrip.of(
                List.of(trip("c", Kind.COACH, NOON, toWork(LINXIAN, SHENZHEN, 10))),
                Map.of("1/c", new VehicleOffer(0, 100)),
                CountingRule.MAIN_LEG);
        assertThat(Flows.of(trips, FlowFilter.EVERYTHING).loads().get(0).factor())
                .isNull();
        assertThat(new Flows.Cost(null, null, 0, 100).fenPerPerson()).isNull();
    }

    @Test
    void tripsOfUnknownPlansAreCountedButHaveNoLoadAndNoCost() {
        List<CarriedTrip> trips = CarriedTrip.of(
                List.of(trip("c", Kind.COACH, NOON, toWork(LINXIAN, SHENZHEN, 10))), Map.of(), CountingRule.MAIN_LEG);
        Flows flows = Flows.of(trips, FlowFilter.EVERYTHING);
        assertThat(flows.personTrips()).isEqualTo(10);
        assertThat(flows.loads()).containsExactly(new Flows.Load(Corridor.PEARL, Carrying.COACH, 1, 0, 0, 1));
        assertThat(flows.cost()).isEqualTo(new Flows.Cost(null, null, 0, 0));
    }

    /** 100 fen among 3 persons, 1 and 2: 33 and 67, not 33 and 66. */
    @Test
    void sharesOfATripsCostAddUpToIt() {
        CarriedTrip trip = CarriedTrip.of(
                        List.of(trip(
                                "c", Kind.COACH, NOON, toWork(LINXIAN, SHENZHEN, 1), toWork(XIAODIAN, TIANJIN, 2))),
                        Map.of("1/c", new VehicleOffer(53, 100)),
                        CountingRule.MAIN_LEG)
                .get(0);
        assertThat(trip.parties()).extracting(CarriedTrip.Party::costFen).containsExactly(33L, 67L);
    }

    /** 2.5 fen are 3; divided once for all, not person by person. */
    @Test
    void moneyIsDividedOnceAndRoundedHalfUp() {
        assertThat(new Flows.Cost(null, null, 2, 5).fenPerPerson()).isEqualTo(3);
        assertThat(new Flows.Cost(null, null, 3, 100).fenPerPerson()).isEqualTo(33);
        assertThat(ReportTables.tenThousandYuan(123_455_000)).isEqualTo("123.46");
        assertThat(ReportTables.tenThousandYuan(4_999)).isEqualTo("0.00");
    }

    @Test
    void aFilterTakesPartsOfTripsForPeopleAndWholeTripsForLoad() {
        RanTrip shared = trip("c", Kind.COACH, NOON, toWork(LINXIAN, SHENZHEN, 30), toWork(XIAODIAN, SHENZHEN, 20));
        FlowFilter ofTaiyuan = new FlowFilter(DAY, DAY, null, null, null, "1401", null);
        Flows flows = Flows.of(carried(CountingRule.MAIN_LEG, shared), ofTaiyuan);
        assertThat(flows.personTrips()).isEqualTo(20);
        assertThat(flows.loads()).extracting(Flows.Load::persons).containsExactly(50L);
        assertThat(flows.cost().costFen()).isEqualTo(40_000);
        assertThat(Flows.of(carried(CountingRule.MAIN_LEG, shared), FlowFilter.of(DAY.plusDays(1), null, null))
                        .parts())
                .isEmpty();
    }

    @Test
    void withinTheProvinceIsACorridorOfItsOwn() {
        Flows flows = flows(CountingRule.MAIN_LEG, trip("c", Kind.COACH, NOON, toWork(LINXIAN, DATONG, 5)));
        assertThat(flows.byCorridor()).isEqualTo(Map.of(Direction.TO_WORK, Map.of(Corridor.HOME, 5L)));
    }

    /** Whatever the filter, days, modes, matrix and corridors add up to the same 人次; costs to those of the trips. */
    @Test
    void everyTableAddsUpToTheSamePeople() {
        Random random = new Random(20240217);
        String[] homes = {LINXIAN, XIAODIAN};
        String[] aways = {SHENZHEN, TIANJIN, DATONG};
        RanTrip[] trips = IntStream.range(0, 500)
                .mapToObj(i -> {
                    Boarding[] aboard = IntStream.range(0, random.nextInt(4))
                            .mapToObj(n -> {
                                String home = homes[random.nextInt(2)];
                                String away = aways[random.nextInt(3)];
                                int persons = random.nextInt(30);
                                return switch (random.nextInt(3)) {
                                    case 0 -> toWork(home, away, persons);
                                    case 1 -> homeward(home, away, persons);
                                    default -> feeder(home, away, persons);
                                };
                            })
                            .toArray(Boarding[]::new);
                    return trip(
                            "t" + i,
                            Kind.values()[random.nextInt(5)],
                            NOON.plusSeconds(random.nextInt(30 * 86_400)),
                            aboard);
                })
                .toArray(RanTrip[]::new);
        for (CountingRule rule : CountingRule.values()) {
            Flows flows = flows(rule, trips);
            long persons = flows.personTrips();
            assertThat(persons).isPositive();
            assertThat(flows.byDay().stream().mapToLong(Flows.Day::persons).sum())
                    .isEqualTo(persons);
            assertThat(flows.byMode().stream()
                            .mapToLong(Flows.Share::personTrips)
                            .sum())
                    .isEqualTo(persons);
            assertThat(flows.originsAndDestinations(4).stream()
                            .mapToLong(Flows.Flow::personTrips)
                            .sum())
                    .isEqualTo(persons);
            assertThat(flows.byCorridor().values().stream()
                            .flatMap(corridors -> corridors.values().stream())
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(persons);
            long loaded = flows.parts().stream().map(Flows.Part::trip).count();
            assertThat(flows.costs().stream().mapToLong(Flows.Cost::costFen).sum())
                    .isEqualTo(loaded * 100_000)
                    .isEqualTo(flows.cost().costFen());
        }
    }

    private static Flows flows(CountingRule rule, RanTrip... trips) {
        return Flows.of(carried(rule, trips), FlowFilter.EVERYTHING);
    }

    private static List<CarriedTrip> carried(CountingRule rule, RanTrip... trips) {
        Map<String, VehicleOffer> offers =
                List.of(trips).stream().collect(Collectors.toMap(RanTrip::id, trip -> new VehicleOffer(53, 100_000)));
        return CarriedTrip.of(List.of(trips), offers, rule);
    }
}
