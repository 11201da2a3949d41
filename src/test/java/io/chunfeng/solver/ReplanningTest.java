package io.chunfeng.solver;

import static io.chunfeng.solver.Problems.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Change;
import io.chunfeng.plan.Changes;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
import io.chunfeng.road.RoadMatrix;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each kind of change to a small published plan. */
class ReplanningTest {
    private static final Instant BEFORE = Problems.AS_OF.plusSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long STEPS = 400;
    private static final Set<Mode> COACH = EnumSet.of(Mode.COACH);

    private static Plan plan(PlanningProblem problem) {
        Plan plan = new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(Path.of("solver-configs/standard.xml"), PATIENCE, STEPS, 1, 1, null, null),
                        progress -> {},
                        () -> false);
        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        return plan;
    }

    /** A published plan, what has changed and the plan made anew. */
    private record Replanned(PlanningProblem problem, Plan plan, PlanChanges changes) {
        int changed() {
            return changes.totals().changed();
        }

        int carried() {
            return plan.kpis().persons();
        }
    }

    private static Replanned replan(PlanningProblem problem, Plan published, Instant asOf, Change... changes) {
        return replan(problem, published, new Changes(asOf, Set.of(), List.of(changes)));
    }

    private static Replanned replan(PlanningProblem problem, Plan published, Changes changes) {
        PlanningProblem replanning = Replanning.problem(problem, published, changes);
        Plan plan = plan(replanning);
        return new Replanned(replanning, plan, PlanChanges.between(problem, published, replanning, plan));
    }

    /** Three groups of 20 to one workplace; 49 seats hold two of them. */
    private static Problems threeGroups() {
        return new Problems()
                .place("depot", 0, "1401")
                .place("a", 5, "1401")
                .place("b", 15, "1401")
                .place("c", 25, "1401")
                .place("work", 300, "1201")
                .group("ga", "a", "work", 20, 0, 1, COACH, "2024-02-17T06:00", "2024-02-18T22:00")
                .group("gb", "b", "work", 20, 0, 1, COACH, "2024-02-17T06:00", "2024-02-18T22:00")
                .group("gc", "c", "work", 20, 0, 1, COACH, "2024-02-17T06:00", "2024-02-18T22:00")
                .pool("pool", "depot", "1401", 45, 3);
    }

    private static Plan.CoachTrip tripOf(Plan plan, String group) {
        String trip = plan.journeys().stream()
                .filter(journey -> journey.groupId().equals(group))
                .findFirst()
                .orElseThrow()
                .legs()
                .get(0)
                .vehicle();
        return plan.coachTrips().stream()
                .filter(candidate -> candidate.id().equals(trip))
                .findFirst()
                .orElseThrow();
    }

    private static int ridersOf(Plan plan, String trip) {
        return plan.journeys().stream()
                .filter(journey ->
                        journey.legs().stream().anyMatch(leg -> leg.vehicle().equals(trip)))
                .mapToInt(Plan.Journey::headcount)
                .sum();
    }

    @Test
    void nothingChangesWhereNothingHasChanged() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);

        Replanned again = replan(problem, published, BEFORE);

        assertThat(again.changes().people()).isEmpty();
        assertThat(again.changes().trips()).isEmpty();
        assertThat(again.plan().score().parts().changeFen()).isZero();
        assertThat(again.plan().score().costFen()).isEqualTo(published.score().costFen());
    }

    @Test
    void aGroupGrowsIntoTheFreeSeatsAndOneBeyond() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);
        String alone = List.of("ga", "gb", "gc").stream()
                .filter(group -> ridersOf(published, tripOf(published, group).id()) == 20)
                .findFirst()
                .orElseThrow();
        int seats = 45 - tripOf(published, alone).drivers();

        Replanned full = replan(problem, published, BEFORE, new Change.GroupResized(alone, seats, 0));
        Replanned over = replan(problem, published, BEFORE, new Change.GroupResized(alone, seats + 1, 0));

        assertThat(full.changed()).isZero();
        assertThat(full.plan().coachTrips()).hasSize(2);
        assertThat(full.changes().totals().newlyServed()).isEqualTo(seats - 20);
        assertThat(over.changed()).isZero();
        assertThat(over.carried()).isEqualTo(40 + seats + 1);
    }

    @Test
    void othersKeepTheirTimesWhenAGroupShrinksOrCancels() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);

        Replanned shrunk = replan(problem, published, BEFORE, new Change.GroupResized("gb", 7, 0));
        Replanned cancelled = replan(problem, published, BEFORE, new Change.GroupCancelled("gb"));

        assertThat(shrunk.changed()).isZero();
        assertThat(shrunk.changes().totals().withdrawn()).isEqualTo(13);
        assertThat(cancelled.changed()).isZero();
        assertThat(cancelled.changes().totals().withdrawn()).isEqualTo(20);
        assertThat(cancelled.carried()).isEqualTo(40);
    }

    @Test
    void aLateGroupDoesNotTakeTheOthersWithIt() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);

        Replanned late = replan(
                problem, published, BEFORE, new Change.GroupLate("ga", at("2024-02-17T15:00"), at("2024-02-18T22:00")));

        assertThat(late.carried()).isEqualTo(60);
        assertThat(late.changes().people())
                .allSatisfy(people -> assertThat(people.groupId()).isEqualTo("ga"));
        assertThat(late.changed()).isEqualTo(20);
    }

    @Test
    void aTripIsPinnedFromOneSecondAfterItHasLeft() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);
        Plan.CoachTrip trip = tripOf(published, "gb");
        int riders = ridersOf(published, trip.id());

        Replanned atIt = replan(problem, published, trip.busyFrom());
        Replanned after = replan(problem, published, trip.busyFrom().plusSeconds(1));

        assertThat(atIt.problem().pinned().coachTrips()).doesNotContain(trip);
        assertThat(after.problem().pinned().coachTrips()).contains(trip);
        assertThat(ridersOf(after.plan(), trip.id())).isEqualTo(riders);
    }

    @Test
    void aFailedCoachIsReplacedByAnotherOfItsPoolAtTheSameTime() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);
        Plan.CoachTrip trip = tripOf(published, "gb");

        Replanned one = replan(
                problem, published, BEFORE, new Change.CoachFailed(trip.id(), trip.busyFrom(), trip.busyUntil()));
        Replanned none = replan(
                problem,
                published,
                BEFORE,
                new Change.CoachesLost("pool", 2, trip.busyFrom().minusSeconds(86_400), trip.busyUntil()));

        assertThat(one.changed()).isZero();
        assertThat(one.carried()).isEqualTo(60);
        assertThat(none.carried()).isEqualTo(60);
        assertThat(none.changed()).isBetween(1, ridersOf(published, trip.id()));
    }

    @Test
    void thePoolMayLoseAsManyCoachesAsAreNotUnderWay() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);
        Instant allUnderWay = published.coachTrips().stream()
                .map(Plan.CoachTrip::busyFrom)
                .max(Instant::compareTo)
                .orElseThrow()
                .plusSeconds(1);
        Instant end = at("2024-02-25T00:00");

        PlanningProblem spare = Replanning.problem(
                problem,
                published,
                new Changes(allUnderWay, Set.of(), List.of(new Change.CoachesLost("pool", 1, allUnderWay, end))));
        PlanningProblem tooMany = Replanning.problem(
                problem,
                published,
                new Changes(allUnderWay, Set.of(), List.of(new Change.CoachesLost("pool", 2, allUnderWay, end))));

        assertThat(spare.pinned().coachTrips()).hasSize(2);
        assertThat(spare.pinned().journeys()).hasSize(3);
        assertThat(tooMany.pinned().coachTrips()).hasSize(1);
    }

    @Test
    void peopleUnderWayStayWhateverHappensToTheirGroup() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);
        Instant boarded = published.journeys().stream()
                .filter(journey -> journey.groupId().equals("gb"))
                .map(journey -> journey.legs().get(0).boardAt())
                .findFirst()
                .orElseThrow();

        Replanned onBoard = replan(problem, published, boarded.plusSeconds(1), new Change.GroupCancelled("gb"));
        Replanned waiting = replan(problem, published, boarded, new Change.GroupCancelled("gb"));

        assertThat(onBoard.problem().groups())
                .filteredOn(group -> group.id().equals("gb"))
                .singleElement()
                .satisfies(group -> assertThat(group.headcount()).isEqualTo(20));
        assertThat(onBoard.changes().totals().withdrawn()).isZero();
        assertThat(waiting.problem().groups()).noneMatch(group -> group.id().equals("gb"));
        assertThat(waiting.changes().totals().withdrawn()).isEqualTo(20);
    }

    @Test
    void aPinnedTripRunsAlthoughItHasNotBegun() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);
        Plan.CoachTrip trip = tripOf(published, "gb");

        Replanned replanned = replan(
                problem,
                published,
                new Changes(BEFORE, Set.of(trip.id()), List.of(new Change.GroupResized("gb", 5, 0))));

        assertThat(replanned.problem().pinned().coachTrips()).containsExactly(trip);
        assertThat(replanned.problem().pinned().journeys())
                .filteredOn(journey -> journey.groupId().equals("gb"))
                .singleElement()
                .satisfies(journey -> assertThat(journey.headcount()).isEqualTo(5));
        assertThat(replanned.changed()).isZero();
    }

    @Test
    void aGroupThatMustTravelIsAdded() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);
        Group added = new Group(
                "gd",
                "140101",
                "b",
                "work",
                30,
                0,
                at("2024-02-17T06:00"),
                at("2024-02-18T22:00"),
                null,
                COACH,
                1,
                3,
                null);

        Replanned replanned = replan(problem, published, BEFORE, new Change.GroupAdded(added));

        assertThat(replanned.carried()).isEqualTo(90);
        assertThat(replanned.changed()).isZero();
        assertThat(replanned.changes().totals().newlyServed()).isEqualTo(30);
    }

    @Test
    void aCancelledTrainsPeopleTravelAnotherWay() {
        PlanningProblem problem = new Problems()
                .place("depot", 0, "1401")
                .place("a", 5, "1401")
                .place("station", 6, "1401")
                .place("work", 300, "1201")
                .group("ga", "station", "work", 30)
                .pool("pool", "depot", "1401", 45, 1)
                .train("T", "station", "2024-02-17T09:00", "work", "2024-02-17T11:00", 40, 1)
                .build();
        Plan published = plan(problem);
        assertThat(published.trainBookings()).hasSize(1);

        Replanned replanned = replan(problem, published, BEFORE, new Change.ServiceCancelled("T"));

        assertThat(replanned.plan().trainBookings()).isEmpty();
        assertThat(replanned.plan().kpis().personsCoach()).isEqualTo(30);
        assertThat(replanned.changed()).isEqualTo(30);
    }

    @Test
    void aBookingThatCannotBeMadeAgainIsKept() {
        PlanningProblem problem = new Problems()
                .place("depot", 0, "1401")
                .place("station", 6, "1401")
                .place("work", 300, "1201")
                .group("ga", "station", "work", 30)
                .pool("pool", "depot", "1401", 45, 1)
                .train("T", "station", "2024-02-17T09:00", "work", "2024-02-17T11:00", 40, 1)
                .build();
        Plan published = plan(problem);
        Instant deadline = problem.trainServices().get(0).bookBy();

        Replanned atIt = replan(problem, published, deadline);
        Replanned after = replan(problem, published, deadline.plusSeconds(1));

        assertThat(atIt.problem().pinned().trainBookings()).isEmpty();
        assertThat(after.problem().pinned().trainBookings()).hasSize(1);
        assertThat(atIt.changed()).isZero();
        assertThat(after.changed()).isZero();
    }

    @Test
    void aClosedRoadStopsWhatHasNotBegunOnly() {
        PlanningProblem problem = threeGroups().build();
        Plan published = plan(problem);
        Plan.CoachTrip trip = tripOf(published, "gc");
        RoadMatrix closed =
                threeGroups().cut("c", "work").cut("b", "work").build().matrix();

        Replanned before = replan(problem, published, BEFORE, new Change.RoadsChanged(closed));
        Replanned underWay =
                replan(problem, published, trip.busyFrom().plusSeconds(1), new Change.RoadsChanged(closed));

        assertThat(before.plan().journeys())
                .noneMatch(journey -> journey.groupId().equals("gc"));
        assertThat(before.changes().people())
                .filteredOn(people -> people.groupId().equals("gc"))
                .allMatch(people -> people.kind() == PlanChanges.Kind.LEFT_BEHIND);
        assertThat(underWay.problem().pinned().coachTrips()).contains(trip);
        assertThat(underWay.plan().journeys())
                .anyMatch(journey -> journey.groupId().equals("gc"));
    }
}
