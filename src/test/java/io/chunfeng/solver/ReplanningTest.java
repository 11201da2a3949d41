package io.chunfeng.solver;

import static io.chunfeng.solver.Problems.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Change;
import io.chunfeng.plan.Changes;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
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
}
