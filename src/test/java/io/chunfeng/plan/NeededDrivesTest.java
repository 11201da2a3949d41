package io.chunfeng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.road.LeastWays;
import io.chunfeng.road.Pairs;
import io.chunfeng.road.RoadMatrix;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which drives a plan can need, on one straight road of 20 m/s: places lie at so many seconds along it. */
class NeededDrivesTest {
    private static final Instant MORNING = Instant.parse("2024-02-17T00:00:00Z");
    private static final int METRES_PER_SECOND = 20;

    private final Map<String, Integer> seconds = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<CoachPool> pools = new ArrayList<>();
    private final List<TrainService> trains = new ArrayList<>();
    private PlanningProblem.Pinned pinned = PlanningProblem.Pinned.NONE;
    private Set<Mode> modes = EnumSet.allOf(Mode.class);
    private Duration window = Duration.ofHours(20);
    private boolean emergency;

    private NeededDrivesTest at(String place, int second) {
        seconds.put(place, second);
        return this;
    }

    private NeededDrivesTest group(String from, String to) {
        groups.add(new Group(
                from + to, "140101", from, to, 10, 0, MORNING, MORNING.plus(window), null, modes, 1, 1, null));
        return this;
    }

    private NeededDrivesTest depot(String place) {
        pools.add(
                new CoachPool("pool " + place, "", place, "1401", 49, 0, 1, MORNING, MORNING.plus(window), 0, 0, 0, 0));
        return this;
    }

    private NeededDrivesTest train(String... calls) {
        List<TrainService.Call> timetable = new ArrayList<>();
        for (String call : calls) {
            Instant time = MORNING.plus(Duration.ofHours(timetable.size() + 4L));
            timetable.add(new TrainService.Call(call, time, time));
        }
        trains.add(new TrainService(
                "train", "", TrainService.Kind.CHARTERED_TRAIN, timetable, 118, 0, 1, 9, 0, 0, 0, MORNING));
        return this;
    }

    /** The default rules but for these. */
    private static Rules rules(int boardingStops, int alightingStops, String ratio, int slackSeconds) {
        Rules d = Rules.DEFAULT;
        return new Rules(
                boardingStops,
                alightingStops,
                d.stopSeconds(),
                d.walkMetres(),
                d.maxFeederMetres(),
                d.checkInSecondsRail(),
                d.checkInSecondsAir(),
                d.egressSecondsRail(),
                d.egressSecondsAir(),
                new BigDecimal(ratio),
                slackSeconds,
                d.maxDrivers(),
                d.homeEnd(),
                d.driverHours(),
                d.weights());
    }

    private PlanningProblem problem(Rules rules) {
        List<Place> places = seconds.keySet().stream()
                .map(id -> new Place(id, id, "140101", Position.wgs84(112, 37)))
                .toList();
        return new PlanningProblem(
                "line", "line", MORNING, emergency, places, null, groups, pools, trains, List.of(), rules, pinned);
    }

    private static int[][] times(List<Integer> at, int factor) {
        int[][] times = new int[at.size()][at.size()];
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; j < times.length; j++) {
                times[i][j] = Math.abs(at.get(i) - at.get(j)) * factor;
            }
        }
        return times;
    }

    private LeastWays least() {
        List<Integer> at = List.copyOf(seconds.values());
        return new LeastWays(doubles(times(at, METRES_PER_SECOND)), doubles(times(at, 1)));
    }

    private static double[][] doubles(int[][] whole) {
        double[][] doubles = new double[whole.length][whole.length];
        for (int i = 0; i < whole.length; i++) {
            for (int j = 0; j < whole.length; j++) {
                doubles[i][j] = whole[i][j];
            }
        }
        return doubles;
    }

    private Pairs needed(Rules rules) {
        List<Integer> at = List.copyOf(seconds.values());
        RoadMatrix all = new RoadMatrix(
                List.copyOf(seconds.keySet()),
                times(at, METRES_PER_SECOND),
                times(at, 1),
                new double[at.size()][at.size()]);
        return NeededDrives.all(problem(rules), least(), all);
    }

    private boolean needed(Rules rules, String from, String to) {
        return wanted(needed(rules), from, to);
    }

    private boolean wanted(Pairs pairs, String from, String to) {
        List<String> ids = List.copyOf(seconds.keySet());
        return pairs.wanted(ids.indexOf(from), ids.indexOf(to));
    }

    /** From a by way of b, 2,400 s behind, to w: 2,400 + 12,400 s instead of 10,000; 1.3 × 10,000 + 1,800 are admitted. */
    @Test
    void theDetourToTheNextBoardingPlaceMayBeAsLongAsH12Admits() {
        at("a", 0).at("b", -2400).at("w", 10_000).group("a", "w").group("b", "w");

        assertThat(needed(rules(2, 1, "1.3", 1800), "a", "b")).isTrue();
        assertThat(needed(rules(2, 1, "1.3", 1799), "a", "b")).isFalse();
        assertThat(needed(rules(2, 1, "1.3", 0), "b", "a")).as("on the way").isTrue();
    }

    /** The longest trip drives seven times between its stops, and each whole second may stand for half a second more. */
    @Test
    void roundedFiguresOfMoreStopsLeaveSomeSecondsMore() {
        at("a", 0).at("b", -2400).at("w", 10_000).group("a", "w").group("b", "w");

        assertThat(needed(rules(4, 4, "1.3", 1797), "a", "b")).isTrue();
        assertThat(needed(rules(4, 4, "1.3", 1796), "a", "b")).isFalse();
    }

    @Test
    void theDetourToTheNextAlightingPlaceMayBeAsLongAsH12Admits() {
        at("a", 0).at("v", 12_400).at("w", 10_000).group("a", "w").group("a", "v");

        assertThat(needed(rules(1, 2, "1.3", 1800), "v", "w")).isTrue();
        assertThat(needed(rules(1, 2, "1.3", 1799), "v", "w")).isFalse();
        assertThat(needed(rules(1, 2, "1.3", 0), "w", "v")).as("on the way").isTrue();
    }

    /** One rides from a to w, another boards at b and rides on to v: both drive from b to w. */
    @Test
    void theDriveAcrossServesTwoRidersOfWhomNeitherGoesThatWay() {
        at("a", 0).at("b", 1000).at("v", 20_000).at("w", 10_000).group("a", "w").group("b", "v");

        Rules noDetour = rules(2, 2, "1.0", 0);
        assertThat(needed(noDetour, "a", "b")).isTrue();
        assertThat(needed(noDetour, "b", "w")).isTrue();
        assertThat(needed(noDetour, "w", "v")).isTrue();
        assertThat(needed(noDetour, "a", "v")).as("b would be passed by").isFalse();
    }

    /** Who boards first may alight last. */
    @Test
    void oneRideMayLieWithinAnother() {
        at("a", 0).at("b", 1000).at("v", 20_000).at("w", 10_000).group("a", "v").group("b", "w");

        Rules noDetour = rules(2, 2, "1.0", 0);
        assertThat(needed(noDetour, "a", "b")).isTrue();
        assertThat(needed(noDetour, "w", "v")).isTrue();
        assertThat(needed(noDetour, "b", "v")).as("w would be passed by").isFalse();
        assertThat(needed(noDetour, "a", "w"))
                .as("nobody boards at a or alights at w alone")
                .isFalse();
    }

    @Test
    void theDriveAcrossMayBeADetourForBoth() {
        at("a", 0).at("b", -600).at("v", 10_000).at("w", 10_600).group("a", "w").group("b", "v");

        assertThat(needed(rules(2, 1, "1.0", 1200), "b", "w"))
                .as("back to v: 600 s twice")
                .isTrue();
        assertThat(needed(rules(2, 1, "1.0", 1199), "b", "w")).isFalse();
    }

    @Test
    void thoseWhoPartAtOnceDoNotShareACoachHoweverNear() {
        at("a", 0)
                .at("b", 100)
                .at("east", 30_000)
                .at("west", -30_000)
                .group("a", "east")
                .group("b", "west");

        assertThat(needed(Rules.DEFAULT, "a", "b")).isFalse();
        assertThat(needed(Rules.DEFAULT, "b", "a")).isFalse();
        assertThat(needed(Rules.DEFAULT, "east", "west")).isFalse();
        assertThat(needed(Rules.DEFAULT, "a", "west")).isFalse();
    }

    @Test
    void coachesLeaveTheirDepotForBoardingPlacesAndComeBackFromAlightingPlaces() {
        at("depot", 500).at("a", 0).at("w", 10_000).at("idle", 3).depot("depot").group("a", "w");

        Pairs needed = needed(Rules.DEFAULT);

        assertThat(wanted(needed, "depot", "a")).isTrue();
        assertThat(wanted(needed, "w", "depot")).isTrue();
        assertThat(wanted(needed, "a", "w")).isTrue();
        assertThat(wanted(needed, "a", "depot")).isFalse();
        assertThat(wanted(needed, "depot", "w")).isFalse();
        assertThat(wanted(needed, "w", "a")).isFalse();
        assertThat(needed.count()).as("these three, and each place to itself").isEqualTo(3 + 4);
    }

    /** 150 km are 7,500 s. */
    @Test
    void feedersReachAsFarAsTheRulesAdmit() {
        at("depot", 0).at("a", 100).at("w", 90_000).depot("depot").group("a", "w");
        at("near", 7600).at("far", 7601).at("end", 80_000).train("near", "far", "end");

        assertThat(needed(Rules.DEFAULT, "a", "near")).isTrue();
        assertThat(needed(Rules.DEFAULT, "near", "depot")).isTrue();
        assertThat(needed(Rules.DEFAULT, "far", "depot")).isFalse();
        assertThat(wanted(NeededDrives.first(problem(Rules.DEFAULT), least()), "a", "near"))
                .isTrue();
        assertThat(wanted(NeededDrives.first(problem(Rules.DEFAULT), least()), "a", "far"))
                .isFalse();
    }

    @Test
    void nobodyBoardsATrainWhereItEndsOrLeavesItWhereItBegins() {
        at("depot", 0).at("a", 100).at("w", 900).at("begin", 400).at("end", 700).depot("depot");
        group("a", "w").train("begin", "end");

        assertThat(needed(Rules.DEFAULT, "depot", "end")).as("fetched there").isTrue();
        assertThat(needed(Rules.DEFAULT, "begin", "depot")).as("brought there").isTrue();
        assertThat(needed(Rules.DEFAULT, "depot", "begin")).isFalse();
        assertThat(needed(Rules.DEFAULT, "end", "depot")).isFalse();
    }

    /** 1,500 m are 75 s: people may alight at the market and walk to the station. */
    @Test
    void aPlaceWithinAWalkOfAStationServesItToo() {
        at("depot", 0)
                .at("a", 100)
                .at("w", 90_000)
                .depot("depot")
                .group("a", "w")
                .group("market", "w");
        at("market", 5000).at("station", 5075).at("end", 80_000).train("station", "end");

        Pairs needed = needed(Rules.DEFAULT);

        assertThat(wanted(needed, "a", "market")).isTrue();
        assertThat(wanted(needed, "market", "depot")).isTrue();
        assertThat(wanted(needed, "market", "station")).isTrue();
        assertThat(wanted(needed, "station", "market")).isTrue();
        at("station", 5076);
        assertThat(needed(Rules.DEFAULT, "market", "depot")).isFalse();
    }

    @Test
    void whatIsSwitchedOffOrMayBeChangedLaterDoesNotMatter() {
        at("depot", 500)
                .at("a", 0)
                .at("b", 300)
                .at("w", 10_000)
                .at("station", 900)
                .at("end", 9_000);
        depot("depot").group("a", "w").group("b", "w").train("station", "end");
        Pairs before = needed(Rules.DEFAULT);
        groups.clear();
        modes = EnumSet.of(Mode.RAIL);
        window = Duration.ofHours(1);
        emergency = true;
        group("a", "w").group("b", "w");

        Pairs after = needed(Rules.DEFAULT);

        assertThat(after.rows()).isEqualTo(before.rows());
    }

    @Test
    void whatIsPinnedKeepsItsDrives() {
        at("depot", 500)
                .at("a", 0)
                .at("w", 10_000)
                .at("x", 70_000)
                .at("y", 60_000)
                .depot("depot")
                .group("a", "w");
        Instant time = MORNING.plusSeconds(100);
        Plan.CoachTrip trip = new Plan.CoachTrip(
                "t",
                "pool depot",
                1,
                0,
                0,
                List.of(
                        new Plan.Drive(time, time, "depot", "x", 1, false),
                        new Plan.Stop(time, time, "x"),
                        new Plan.Rest(time, time),
                        new Plan.Drive(time, time, "x", "y", 1, true),
                        new Plan.Stop(time, time, "y"),
                        new Plan.Drive(time, time, "y", "depot", 1, false)),
                0);
        Plan.Journey journey = new Plan.Journey("aw", 1, 0, List.of(new Plan.Leg("t", "x", time, "y", time)));
        assertThat(needed(Rules.DEFAULT, "depot", "x")).isFalse();

        pinned = new PlanningProblem.Pinned(List.of(trip), List.of(), List.of(), List.of(journey));

        Pairs needed = needed(Rules.DEFAULT);
        assertThat(wanted(needed, "depot", "x")).isTrue();
        assertThat(wanted(needed, "x", "y")).isTrue();
        assertThat(wanted(needed, "y", "depot")).isTrue();
        assertThat(wanted(needed, "a", "x")).as("a walk to judge").isTrue();
        assertThat(wanted(needed, "y", "x")).isFalse();
    }

    /** Depot and stops that lie together have no drive between them; a drive in two pieces is one; both directions of a walk count. */
    @Test
    void theCheckLooksUpWhatAPlanNamesAndNothingElse() {
        at("depot", 0)
                .at("a", 0)
                .at("gate", 5000)
                .at("station", 5050)
                .at("end", 60_000)
                .at("w", 60_050);
        depot("depot").group("a", "w").train("station", "end");
        Instant time = MORNING;
        Plan.CoachTrip trip = new Plan.CoachTrip(
                "t",
                "pool depot",
                1,
                0,
                0,
                List.of(
                        new Plan.Stop(time, time, "a"),
                        new Plan.Drive(time, time, "a", "gate", 1, true),
                        new Plan.Rest(time, time),
                        new Plan.Drive(time, time, "a", "gate", 1, true),
                        new Plan.Stop(time, time, "gate")),
                0);
        Plan.Journey journey = new Plan.Journey(
                "aw",
                1,
                0,
                List.of(
                        new Plan.Leg("t", "a", time, "gate", time),
                        new Plan.Leg("train", "station", time, "end", time)));
        pinned = new PlanningProblem.Pinned(List.of(trip), List.of(), List.of(), List.of(journey));

        Pairs named = NamedDrives.ofPinned(problem(Rules.DEFAULT));

        List<String> ways = new ArrayList<>();
        for (String from : seconds.keySet()) {
            for (String to : seconds.keySet()) {
                if (!from.equals(to) && wanted(named, from, to)) {
                    ways.add(from + ">" + to);
                }
            }
        }
        assertThat(ways)
                .containsExactlyInAnyOrder(
                        "depot>a", "a>gate", "gate>depot", "gate>station", "station>gate", "end>w", "w>end");
    }
}
