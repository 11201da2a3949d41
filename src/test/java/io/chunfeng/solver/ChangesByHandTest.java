package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Effect;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.Sheet;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanKpis;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rule;
import io.chunfeng.plan.format.PlanReader;
import io.chunfeng.plan.format.PlanWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random changes by hand, taken back and made again at random: figures are always those of a full recomputation. */
class ChangesByHandTest {
    /** What no change by hand can lead to, however absurd: figures, places on the road, people, what is pinned. */
    private static final Set<Rule> NEVER = EnumSet.of(Rule.FIGURES, Rule.H16, Rule.H17, Rule.H18, Rule.H06, Rule.H09);

    @ParameterizedTest(name = "{0} groups, seed {1}: {2} changes")
    @CsvSource({"150, 1, 500", "60, 2, 250", "40, 3, 250"})
    void figuresAreThoseOfAFullRecomputation(int groups, long seed, int changes) throws IOException {
        PlanningProblem problem = WeekendProblems.weekend(groups, seed);
        Plan base = plan(problem, seed);
        Drafts desk = DraftsInMemory.desk(problem, base);
        Random random = new Random(seed);
        RandomOperations operations = new RandomOperations(random);
        Set<String> everUsed = new HashSet<>(ids(base));
        Map<Class<?>, Integer> done = new HashMap<>();
        Deque<Plan> before = new ArrayDeque<>();
        Deque<Plan> after = new ArrayDeque<>();
        Sheet sheet = desk.sheet(1);
        for (int n = 0; n < changes; ) {
            int choice = random.nextInt(6);
            if (choice == 0 && sheet.draft().undoable()) {
                after.push(sheet.plan());
                sheet = desk.undo(1, sheet.draft().version(), "tester");
                assertThat(sheet.plan()).isEqualTo(before.pop());
            } else if (choice == 1 && sheet.draft().redoable()) {
                before.push(sheet.plan());
                sheet = desk.redo(1, sheet.draft().version(), "tester");
                assertThat(sheet.plan()).isEqualTo(after.pop());
            } else {
                Class<? extends Operation> kind =
                        RandomOperations.KINDS.get(random.nextInt(RandomOperations.KINDS.size()));
                Operation operation = operations.of(kind, sheet);
                Sheet changed = operation == null ? null : changed(desk, sheet, operation, everUsed);
                if (changed == null) {
                    continue;
                }
                before.push(sheet.plan());
                after.clear();
                done.merge(kind, 1, Integer::sum);
                sheet = changed;
            }
            recomputed(sheet);
            n++;
        }
        assertThat(done.keySet()).as("kinds of changes that were made").hasSizeGreaterThanOrEqualTo(10);
        while (sheet.draft().undoable()) {
            sheet = desk.undo(1, sheet.draft().version(), "tester");
        }
        assertThat(sheet.plan()).isEqualTo(base);
        assertThat(sheet.problem()).isEqualTo(problem);
        assertThat(sheet.broken()).isEmpty();
        assertThat(sheet.pinnedTrips()).isEmpty();
    }

    /** Null when it was refused, which changes nothing. */
    private static Sheet changed(Drafts desk, Sheet sheet, Operation operation, Set<String> everUsed) {
        int version = sheet.draft().version();
        Effect effect;
        try {
            effect = desk.preview(1, version, operation);
        } catch (RefusedOperationException refused) {
            assertThat(desk.sheet(1).plan()).isEqualTo(sheet.plan());
            return null;
        }
        assertThat(desk.sheet(1).draft().version())
                .as("a preview stores nothing")
                .isEqualTo(version);
        Sheet changed = desk.apply(1, version, operation, "tester");
        String what = operation.toString();
        assertThat(changed.plan()).as(what).isEqualTo(effect.plan());
        assertThat(changed.problem()).as(what).isEqualTo(effect.problem());
        assertThat(changed.broken()).as(what).isEqualTo(effect.broken());
        assertThat(effect.costFen())
                .as(what)
                .isEqualTo(
                        changed.plan().score().costFen() - sheet.plan().score().costFen());
        assertThat(effect.persons()).as(what).isEqualTo(persons(changed.plan()) - persons(sheet.plan()));
        assertThat(effect.added().size() - effect.healed().size())
                .as(what)
                .isEqualTo(changed.broken().size() - sheet.broken().size());
        Set<String> added = new HashSet<>(ids(changed.plan()));
        added.removeAll(ids(sheet.plan()));
        assertThat(added).as("new trips of " + what).doesNotContainAnyElementsOf(everUsed);
        everUsed.addAll(added);
        untouched(sheet.plan(), changed.plan(), effect, what);
        return changed;
    }

    /** Whatever the effect does not name is as it was. */
    private static void untouched(Plan before, Plan after, Effect effect, String what) {
        List<Plan.CoachTrip> others = before.coachTrips().stream()
                .filter(trip -> !effect.vehicles().contains(trip.id()))
                .toList();
        assertThat(after.coachTrips()).as(what).containsAll(others);
        List<Plan.Journey> people = before.journeys().stream()
                .filter(journey -> !effect.groups().contains(journey.groupId()))
                .toList();
        assertThat(after.journeys()).as(what).containsAll(people);
    }

    private static void recomputed(Sheet sheet) throws IOException {
        Plan fresh = roundTrip(sheet.plan());
        PlanningProblem problem = sheet.problem();
        assertThat(fresh).isEqualTo(sheet.plan());
        assertThat(fresh.score())
                .isEqualTo(PlanCosts.score(
                        problem,
                        fresh.coachTrips(),
                        fresh.trainBookings(),
                        fresh.flightBookings(),
                        fresh.journeys(),
                        fresh.unserved()));
        assertThat(fresh.kpis())
                .isEqualTo(PlanKpis.kpis(
                        problem, fresh.coachTrips(), fresh.trainBookings(), fresh.flightBookings(), fresh.journeys()));
        assertThat(sheet.broken()).isEqualTo(PlanChecker.check(problem, fresh));
        assertThat(sheet.broken()).noneMatch(violation -> NEVER.contains(violation.rule()));
        assertThat(ids(fresh)).doesNotHaveDuplicates();
        Map<String, Integer> counted = new HashMap<>();
        fresh.journeys().forEach(journey -> counted.merge(journey.groupId(), journey.headcount(), Integer::sum));
        fresh.unserved().forEach(rest -> counted.merge(rest.groupId(), rest.headcount(), Integer::sum));
        Map<String, Integer> there = new HashMap<>();
        problem.groups().forEach(group -> there.put(group.id(), group.headcount()));
        assertThat(counted).isEqualTo(there);
    }

    private static int persons(Plan plan) {
        return plan.journeys().stream().mapToInt(Plan.Journey::headcount).sum();
    }

    private static List<String> ids(Plan plan) {
        return plan.coachTrips().stream().map(Plan.CoachTrip::id).toList();
    }

    private static Plan roundTrip(Plan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanWriter.write(plan, out);
        return PlanReader.read(new ByteArrayInputStream(out.toByteArray()), "plan");
    }

    static Plan plan(PlanningProblem problem, long seed) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/standard.xml"),
                                Duration.ofMinutes(5),
                                200,
                                1,
                                seed,
                                null,
                                null),
                        progress -> {},
                        () -> false);
    }
}
