package io.chunfeng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.plan.PlanComparison.Cell;
import io.chunfeng.plan.PlanComparison.Compared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanComparisonTest {
    private static final Instant EIGHT = Instant.parse("2024-02-17T00:00:00Z");
    private static final Group A = group("a", "140106", 10);
    private static final Group B = group("b", "140106", 20);
    private static final Group C = group("c", "140821", 5);

    private static Group group(String id, String county, int headcount) {
        return new Group(
                id,
                county,
                "from",
                "to",
                headcount,
                0,
                EIGHT,
                EIGHT.plusSeconds(86_400),
                null,
                Set.of(Mode.COACH),
                1,
                1,
                null);
    }

    private static PlanningProblem problem(Group... groups) {
        return new PlanningProblem(
                "p",
                "p",
                EIGHT,
                false,
                List.of(),
                null,
                List.of(groups),
                List.of(),
                List.of(),
                List.of(),
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
    }

    /** Of ten persons on one leg; a later one begins an hour after the first has ended. */
    private static Plan.Journey journey(Group group, int persons, String... vehicles) {
        List<Plan.Leg> legs = new ArrayList<>();
        Instant at = EIGHT;
        for (String vehicle : vehicles) {
            legs.add(new Plan.Leg(vehicle, "from", at, "to", at.plusSeconds(3600)));
            at = at.plusSeconds(7200);
        }
        return new Plan.Journey(group.id(), persons, 0, legs);
    }

    private static Plan plan(long unserved, long costFen, int unservedPersons, Plan.Journey... journeys) {
        int persons =
                List.of(journeys).stream().mapToInt(Plan.Journey::headcount).sum();
        List<Plan.Unserved> left = unservedPersons == 0
                ? List.of()
                : List.of(new Plan.Unserved("b", unservedPersons, 0, UnservedReason.CAPACITY_TAKEN, null));
        return new Plan(
                "p",
                "quick.xml",
                1,
                null,
                EIGHT,
                List.of(),
                List.of(),
                List.of(),
                List.of(journeys),
                left,
                new Plan.Score(0, unserved, costFen, new Plan.CostParts(costFen, 0, 0, 0, 0, 0, 0)),
                new Plan.Kpis(persons, 0, 0, 1, 0, 0, 0, 0.5, 100, 10, 20, persons == 0 ? 0 : costFen / persons));
    }

    @Test
    void sumsByCountyAndNamesTheGroupsThatDiffer() {
        PlanningProblem problem = problem(A, B, C);
        Plan first = plan(20, 100, 20, journey(A, 10, "t1"), journey(C, 5, "t2"));
        Plan second = plan(0, 300, 0, journey(A, 10, "t1"), journey(B, 20, "t1"), journey(C, 5, "t3"));

        PlanComparison compared =
                PlanComparison.of(List.of(new Compared(problem, first), new Compared(problem, second)));

        assertThat(compared.sameGroups()).isTrue();
        assertThat(compared.counties())
                .extracting(PlanComparison.CountyRow::county)
                .containsExactly("140106", "140821");
        assertThat(compared.counties().get(0).cells()).containsExactly(new Cell(30, 10, 0), new Cell(30, 30, 0));
        // the same number of people, on another trip
        assertThat(compared.counties().get(1).cells()).containsExactly(new Cell(5, 5, 0), new Cell(5, 5, 5));
        assertThat(compared.groups())
                .extracting(PlanComparison.GroupRow::groupId)
                .containsExactly("b", "c");
    }

    @Test
    void alikePlansHaveNoBestAndNoDifference() {
        PlanningProblem problem = problem(A);
        Plan plan = plan(0, 100, 0, journey(A, 10, "t1"));

        PlanComparison compared = PlanComparison.of(List.of(new Compared(problem, plan), new Compared(problem, plan)));

        assertThat(compared.groups()).isEmpty();
        assertThat(compared.counties()).noneMatch(PlanComparison.CountyRow::differs);
        for (ComparedFigure figure : ComparedFigure.values()) {
            assertThat(compared.best(figure)).as("%s", figure).isEmpty();
        }
    }

    /** The cheapest of three leaves people behind: among the other two the cheaper one is best. */
    @Test
    void whoeverLeavesPeopleBehindIsNotTheCheapest() {
        PlanningProblem problem = problem(A, B);
        Plan.Journey[] all = {journey(A, 10, "t1"), journey(B, 20, "t1")};
        PlanComparison compared = PlanComparison.of(List.of(
                new Compared(problem, plan(0, 900, 0, all)),
                new Compared(problem, plan(0, 800, 0, all)),
                new Compared(problem, plan(1, 100, 1, journey(A, 10, "t1")))));

        assertThat(compared.best(ComparedFigure.COST)).containsExactly(1);
        assertThat(compared.best(ComparedFigure.UNSERVED_WEIGHTED)).containsExactly(0, 1);
        assertThat(compared.best(ComparedFigure.PERSONS)).containsExactly(0, 1);
        assertThat(compared.best(ComparedFigure.COST_PER_PERSON)).containsExactly(2);
        assertThat(compared.best(ComparedFigure.COACH_TRIPS)).isEmpty();
    }

    /** One person more in a group: sums tell nothing, ratios do. */
    @Test
    void otherPeopleDoNotCompare() {
        PlanComparison compared = PlanComparison.of(List.of(
                new Compared(problem(A), plan(0, 900, 0, journey(A, 10, "t1"))),
                new Compared(problem(group("a", "140106", 11)), plan(0, 800, 0, journey(A, 11, "t1")))));

        assertThat(compared.sameGroups()).isFalse();
        assertThat(compared.best(ComparedFigure.COST)).isEmpty();
        assertThat(compared.best(ComparedFigure.PERSONS)).isEmpty();
        assertThat(compared.best(ComparedFigure.COST_PER_PERSON)).containsExactly(1);
        assertThat(compared.groups()).hasSize(1);
    }

    @Test
    void waitingIsBetweenVehiclesOnly() {
        PlanFigures direct = PlanFigures.of(problem(A), plan(0, 1, 0, journey(A, 10, "t1")));
        PlanFigures twice = PlanFigures.of(problem(A), plan(0, 1, 0, journey(A, 10, "f1", "r1", "f2")));

        assertThat(direct.longestWaitSeconds()).isZero();
        assertThat(direct.longestJourneySeconds()).isEqualTo(3600);
        assertThat(twice.longestWaitSeconds()).isEqualTo(7200);
        assertThat(twice.longestJourneySeconds()).isEqualTo(5 * 3600);
    }

    @Test
    void aGroupThatOnePlanDoesNotHaveIsNotLeftBehindByIt() {
        PlanComparison compared = PlanComparison.of(List.of(
                new Compared(problem(A), plan(0, 1, 0, journey(A, 10, "t1"))),
                new Compared(problem(A, C), plan(5, 1, 0, journey(A, 10, "t1")))));

        Cell absent = compared.counties().get(1).cells().get(0);
        assertThat(absent.covered()).isFalse();
        assertThat(absent.left()).isZero();
        assertThat(compared.counties().get(1).cells().get(1).left()).isEqualTo(5);
    }
}
