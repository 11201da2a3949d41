package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.desk.Draft;
import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Operation;
import io.chunfeng.place.Corridor;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.run.ForDraft;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.ScenarioRepository;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Scope, comparison, what-if and 继续优化 over the pages, without a browser. */
@Timeout(300)
@TestPropertySource(properties = "chunfeng.contact=runs")
class RunsPagesTest extends RunningApplication {

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private PlanRepository plans;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ScenarioRepository scenarios;

    private static Map<String, String> pearl() {
        Map<String, String> form = new HashMap<>(weekend(2));
        form.put("config", "quick.xml");
        form.put("corridors", "PEARL");
        return form;
    }

    private long plan() throws Exception {
        return planned(runs, post("/planning", pearl()));
    }

    @Test
    void theScopeIsKeptOnAnErrorAndWithTheRun() throws Exception {
        Map<String, String> form = new HashMap<>(pearl());
        form.put("seconds", "0");
        form.put("cities", "1401");
        form.put("unplanned", "on");
        HttpResponse<String> refused = post("/planning", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .containsPattern("name=\"corridors\" value=\"PEARL\" checked")
                .containsPattern("name=\"cities\" value=\"1401\" checked")
                .containsPattern("name=\"unplanned\" value=\"on\" checked")
                .doesNotContain("??");

        form.put("seconds", "2");
        PlanningRun run = runs.ofPlan(planned(runs, post("/planning", form))).orElseThrow();
        assertThat(run.request().scope().corridors()).containsExactly(Corridor.PEARL);
        assertThat(run.request().scope().cities()).containsExactly("1401");
        assertThat(run.request().scope().onlyUnplanned()).isTrue();
        assertThat(get("/planning/" + run.id()).body()).contains("珠三角、太原市（家乡）、仅未安排的");
        assertThat(get("/planning").body()).contains("珠三角、太原市（家乡）、仅未安排的");
    }

    @Test
    void aScopeThatDoesNotExistOrHoldsNobodyIsSaid() throws Exception {
        Map<String, String> form = pearl();
        form.put("corridors", "ATLANTIS");
        HttpResponse<String> unknown = post("/planning", form);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("所选范围有误");
        form.remove("corridors");
        form.put("regions", "65");
        HttpResponse<String> nobody = post("/planning", form);
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(nobody.body()).contains("新疆维吾尔自治区").contains("没有要出行的团组");
    }

    @Test
    void comparesAndExportsWhatIsSeen() throws Exception {
        long first = plan();
        long second = plan();
        String query = "plans=" + first + "&plans=" + second;

        HttpResponse<String> page = get("/planning/compare?" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("/plans/" + second + "/publication")
                .contains("/planning/compare.csv?" + query.replace("&", "&amp;"))
                .doesNotContain("??");
        HttpResponse<String> csv = get("/planning/compare.csv?" + query);
        Plan plan = plans.find(second).orElseThrow().plan();
        assertThat(csv.body())
                .startsWith("\uFEFF指标,")
                .contains("运送（人）,")
                .containsPattern("包车趟次（辆次）,\\d+," + plan.kpis().coachTrips() + "\r\n");
        assertThat(get("/planning/compare?plans=" + first).statusCode()).isEqualTo(400);
        assertThat(get("/planning/compare?plans=" + first).body()).contains("请至少勾选两个不同的方案");
        assertThat(get("/planning/compare?" + query + "&plans=999999").statusCode())
                .isEqualTo(404);
        assertThat(get("/planning/compare.csv?plans=" + first + "&plans=" + first)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsTypedWrongChangesNoScenario() throws Exception {
        long plan = plan();
        long id = scenario(plan);
        String changes = "/planning/scenarios/" + id + "/changes";
        String pool =
                plans.find(plan).orElseThrow().problem().coachPools().get(0).id();

        assertWrong(changes, Map.of("kind", "COACHES", "like", pool, "number", "0", "version", "1"), "不为零的整数");
        assertWrong(changes, Map.of("kind", "COACHES", "like", "no", "number", "1", "version", "1"), "请从列表中选择");
        assertWrong(changes, Map.of("kind", "COACHES", "like", pool, "number", "-9999", "version", "1"), "不能减少 9999 辆");
        assertWrong(changes, Map.of("kind", "RULE", "like", "MAX_DRIVERS", "number", "0", "version", "1"), "该规则允许范围");
        assertWrong(changes, Map.of("kind", "nothing", "version", "1"), "请选择一种改动");
        assertThat(scenarios.find(id).orElseThrow().changes()).isEmpty();

        Map<String, String> good = Map.of("kind", "COACHES", "like", pool, "number", "2", "version", "1");
        assertThat(post(changes, good).statusCode()).isEqualTo(302);
        HttpResponse<String> stale = post(changes, good);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("刚被别人改动");
        assertThat(scenarios.find(id).orElseThrow().changes()).hasSize(1);

        HttpResponse<String> copied = post("/planning/scenarios/" + id + "/copy", Map.of("name", "副本"));
        long copy = number(copied);
        assertThat(scenarios.find(copy).orElseThrow().changes())
                .isEqualTo(scenarios.find(id).orElseThrow().changes());
        assertThat(post("/planning/scenarios/" + copy + "/changes/0/remove", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(scenarios.find(copy).orElseThrow().changes()).isEmpty();
        assertThat(scenarios.find(id).orElseThrow().changes()).hasSize(1);
        assertThat(post("/planning/scenarios/" + copy + "/drop", Map.of("version", "2"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(scenarios.find(copy).orElseThrow().open()).isFalse();
        assertThat(get("/planning/scenarios").body())
                .contains("副本", "已放弃")
                .contains("<option value=\"" + plan + "\"")
                .doesNotContain("??");
    }

    private void assertWrong(String path, Map<String, String> form, String words) throws Exception {
        HttpResponse<String> wrong = post(path, form);
        assertThat(wrong.statusCode()).as(words).isEqualTo(400);
        assertThat(wrong.body()).contains(words).doesNotContain("??");
    }

    private long scenario(long plan) throws Exception {
        return number(post("/planning/scenarios", Map.of("plan", String.valueOf(plan), "name", "情景")));
    }

    private static long number(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(302);
        String location = created.headers().firstValue("Location").orElseThrow();
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    /** Pinned by hand, improved, taken into the draft, taken back. */
    @Test
    void goesOnWithADraftAroundWhatIsPinned() throws Exception {
        long plan = plan();
        Plan before = plans.find(plan).orElseThrow().plan();
        Draft draft = drafts.create(plan, "周末", "test");
        String pinned = before.coachTrips().get(0).id();
        drafts.apply(draft.id(), draft.version(), new Operation.Pin(pinned), "test");
        int version = drafts.sheet(draft.id()).draft().version();

        HttpResponse<String> stale = improve(draft.id(), version - 1);
        assertThat(stale.headers().firstValue("Location").orElseThrow()).endsWith("/drafts/" + draft.id());
        long improved = planned(runs, improve(draft.id(), version));

        PlanningRun run = runs.ofPlan(improved).orElseThrow();
        assertThat(run.request().draft()).isEqualTo(new ForDraft(draft.id(), version));
        PlanRepository.StoredPlan stored = plans.find(improved).orElseThrow();
        assertThat(PlanChecker.check(stored.problem(), stored.plan())).isEmpty();
        assertThat(stored.plan().coachTrips()).contains(before.coachTrips().get(0));
        assertThat(get("/planning/" + run.id()).body())
                .contains("采用到草案 #" + draft.id())
                .doesNotContain("??");
        HttpResponse<String> late = post("/planning/" + run.id() + "/draft", Map.of("version", "" + (version - 1)));
        assertThat(late.headers().firstValue("Location").orElseThrow()).contains("/planning/" + run.id());
        assertThat(drafts.sheet(draft.id()).plan().journeys()).isEqualTo(before.journeys());

        HttpResponse<String> taken = post("/planning/" + run.id() + "/draft", Map.of("version", "" + version));
        assertThat(taken.headers().firstValue("Location").orElseThrow()).endsWith("/drafts/" + draft.id());
        assertThat(drafts.sheet(draft.id()).plan().score().costFen())
                .isEqualTo(stored.plan().score().costFen());
        assertThat(drafts.sheet(draft.id()).pinnedTrips()).isEqualTo(Set.of(pinned));
        drafts.undo(draft.id(), version + 1, "test");
        assertThat(drafts.sheet(draft.id()).plan().score().costFen())
                .isEqualTo(before.score().costFen());
    }

    private HttpResponse<String> improve(long draft, int version) throws Exception {
        return post(
                "/drafts/" + draft + "/improve",
                Map.of("version", String.valueOf(version), "seconds", "2", "config", "quick.xml"));
    }
}
