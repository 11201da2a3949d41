package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanKpis;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.RemedyAction;
import io.chunfeng.plan.UnservedReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Thousands stay behind: everybody gets a reason, the heaviest get a remedy, and the work is bounded. */
class HopelessProblemTest {
    private static final int GROUPS = 800;

    @Test
    void theHeaviestAreTriedAndTheRestKeepTheReasonOfTheFacts() {
        Problems problems =
                new Problems().place("depot", 0, "1401").place("w", 300, "4401").pool("p", "depot", "1401", 49, 1);
        for (int g = 0; g < GROUPS; g++) {
            problems.place("a" + g, 10 + g / 100.0, "1401");
        }
        for (int g = 0; g < GROUPS; g++) {
            problems.group(
                    "g" + g,
                    "a" + g,
                    "w",
                    20 + g % 30,
                    0,
                    1,
                    EnumSet.of(Mode.COACH),
                    "2024-02-17T06:00",
                    g % 2 == 0 ? "2024-02-17T08:00" : "2024-02-17T13:00");
        }
        PlanningProblem problem = problems.build();
        Instance in = new Instance(problem);
        Diagnosis diagnosis = new Diagnosis(in);
        List<Plan.Unserved> all = in.groups.stream()
                .map(group -> new Plan.Unserved(
                        group.group.id(),
                        group.headcount,
                        0,
                        diagnosis.of(group, group.headcount, 0),
                        Diagnosis.untried()))
                .toList();
        Plan nobody = new Plan(
                problem.id(),
                "none",
                1,
                null,
                Problems.AS_OF,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                all,
                PlanCosts.score(problem, List.of(), List.of(), List.of(), List.of(), all),
                PlanKpis.kpis(problem, List.of(), List.of(), List.of(), List.of()));

        Plan plan = Prescription.written(problem, nobody);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        assertThat(plan.journeys()).isNotEmpty();
        Map<String, Long> actions = plan.unserved().stream()
                .collect(Collectors.groupingBy(rest -> rest.remedy().action(), Collectors.counting()));
        assertThat(actions).containsKeys(RemedyAction.ADD_COACH.name(), RemedyAction.NOT_TRIED.name());
        assertThat(plan.unserved()).extracting(Plan.Unserved::reason).contains(UnservedReason.WINDOW_TOO_SHORT);
        // what is tried first weighs at least as much as what is not tried
        int leastTried = plan.unserved().stream()
                .filter(rest -> !rest.remedy().action().equals(RemedyAction.NOT_TRIED.name()))
                .mapToInt(Plan.Unserved::headcount)
                .min()
                .orElseThrow();
        assertThat(leastTried).isGreaterThan(20);
    }
}
