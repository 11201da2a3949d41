package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.desk.Draft;
import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.CodeVersion;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** From a plan to its re-plan and the list of changes, over the pages. */
@Timeout(300)
class ReplanPageTest extends RunningApplication {
    private static final String SATURDAY_MORNING = "2024-02-17T09:00";

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private PlanRepository plans;

    @Autowired
    private Drafts drafts;

    @Test
    void plansAnewFromThePlansPage() throws Exception {
        long first = planned(runs, post("/planning", weekend(25)));
        assertThat(get("/plans/" + first).body()).contains("id=\"replan\"").doesNotContain("id=\"changes\"");

        long second =
                planned(runs, post("/plans/" + first + "/replan", Map.of("asOf", SATURDAY_MORNING, "seconds", "10")));

        PlanRepository.StoredPlan published = plans.find(first).orElseThrow();
        PlanRepository.StoredPlan replanned = plans.find(second).orElseThrow();
        Instant asOf = Instant.parse("2024-02-17T01:00:00Z");
        assertThat(replanned.problem().pinned().coachTrips())
                .containsAll(published.plan().coachTrips().stream()
                        .filter(trip -> trip.busyFrom().isBefore(asOf))
                        .toList())
                .isNotEmpty();
        assertThat(replanned.problem().published().journeys())
                .isEqualTo(published.plan().journeys());
        assertThat(get("/plans/" + second).body())
                .contains("id=\"changes\"")
                .contains("/plans/" + first)
                .doesNotContain("??");
        HttpResponse<String> csv = get("/plans/" + second + "/changes.csv");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body()).startsWith("\uFEFF县（市、区）,市,团组");
        assertThat(get("/plans/" + first + "/changes.csv").statusCode()).isEqualTo(404);

        PlanningRun run = runs.ofPlan(second).orElseThrow();
        assertThat(run.request().replanOf()).isEqualTo(first);
        assertThat(run.origin().codeVersion()).isEqualTo(CodeVersion.current()).startsWith("0.1.0 (");
        assertThat(run.origin().threads()).isPositive();
        assertThat(run.origin().mapSha256()).isEqualTo(replanned.plan().mapSha256());
        assertThat(get("/planning/" + run.id()).body())
                .contains(CodeVersion.current())
                .contains("/plans/" + first);
    }

    /** A plan that was changed by hand has no run of its own; it is planned anew like the one that it was copied from. */
    @Test
    void plansAnewWhatWasChangedByHand() throws Exception {
        long first = planned(runs, post("/planning", weekend(25)));
        Draft draft = drafts.create(first, "手工", "test");
        String group = plans.find(first).orElseThrow().plan().journeys().get(0).groupId();
        int persons = plans.find(first).orElseThrow().plan().journeys().get(0).headcount();
        drafts.apply(draft.id(), 0, new Operation.Move(0, persons, new Target.Off()), "test");
        long byHand = drafts.save(draft.id(), 1, "test");
        assertThat(get("/plans/" + byHand).body()).contains("id=\"replan\"");

        long second =
                planned(runs, post("/plans/" + byHand + "/replan", Map.of("asOf", "2024-02-16T09:00", "seconds", "5")));

        assertThat(runs.ofPlan(second).orElseThrow().request().replanOf()).isEqualTo(byHand);
        assertThat(plans.find(second).orElseThrow().plan().journeys())
                .anyMatch(journey -> journey.groupId().equals(group));
    }

    @Test
    void refusesWhatIsNoMomentAndWhatIsNoPlan() throws Exception {
        assertThat(post("/plans/999999/replan", Map.of("asOf", SATURDAY_MORNING, "seconds", "10"))
                        .statusCode())
                .isEqualTo(404);
    }
}
