package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.run.PlanningRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Why a trip runs so, what else its people could ride, and what to do for those who stay behind: in a real browser. */
@Timeout(300)
class ExplanationsPathTest extends RunningApplication {
    @Autowired
    private PlanRepository plans;

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private Planner planner;

    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        browser = browser();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The weekend with one coach a pool and nothing else: some stay behind. */
    private long scarce() throws Exception {
        PlanningProblem weekend = plans.find(planned(runs, post("/planning", weekend(5))))
                .orElseThrow()
                .problem();
        PlanningProblem scarce = weekend.withCoachPools(weekend.coachPools().stream()
                        .map(pool -> pool.withCount(1))
                        .toList())
                .withTrainServices(List.of())
                .withFlights(List.of());
        Plan plan = planner.plan(
                scarce,
                new Planner.Options(Path.of("solver-configs/quick.xml"), Duration.ofSeconds(5), 1, null, null),
                progress -> {},
                () -> false);
        return plans.save(scarce, plan);
    }

    @Test
    void everythingIsExplained() throws Exception {
        long id = scarce();
        PlanRepository.StoredPlan stored = plans.find(id).orElseThrow();
        assertThat(stored.plan().unserved()).isNotEmpty();

        browser.open("/plans/" + id + "#unserved");
        String remedies = browser.text("#unserved");
        assertThat(remedies).contains("+¥").doesNotContain("??");
        browser.size(1280, 1000);
        browser.script("document.querySelector('#unserved').scrollIntoView()");
        browser.screenshot("unserved-1280");

        Plan.Journey journey = stored.plan().journeys().stream()
                .filter(part -> part.legs().size() == 1)
                .findFirst()
                .orElseThrow();
        String trip = "/plans/" + id + "/trips/" + journey.legs().get(0).vehicle();
        browser.open(trip);
        assertThat(browser.text("#why")).contains("调度", "载客里程", "合计", "为什么是这个时间", "早 ", "晚 ");
        browser.script("document.querySelector('#why').scrollIntoView()");
        browser.find("a.find-other").click();
        browser.until(
                "alternatives",
                Duration.ofSeconds(90),
                () -> !browser.all("#alternatives table, #alternatives p").isEmpty());
        assertThat(browser.path()).isEqualTo(trip);
        browser.screenshot("why-1280");
        browser.script("document.querySelector('#alternatives').scrollIntoView()");
        browser.screenshot("alternatives-1280");
        browser.assertQuietAndAtHome();

        browser.open(trip + "?lang=en");
        assertThat(browser.text("#why")).contains("Dispatch", "Why this time").doesNotContain("??");
        browser.size(390, 844);
        for (String page : new String[] {"/plans/" + id, trip}) {
            browser.open(page);
            browser.assertFitsTheWidth();
        }
        browser.script("document.querySelector('#why').scrollIntoView()");
        browser.screenshot("why-390");
        browser.find("a.find-other").click();
        browser.until(
                "alternatives",
                Duration.ofSeconds(90),
                () -> !browser.all("#alternatives table, #alternatives p").isEmpty());
        browser.assertFitsTheWidth();
        browser.script("document.querySelector('#alternatives').scrollIntoView()");
        browser.screenshot("alternatives-390");
        browser.open("/plans/" + id + "?lang=zh-CN");
    }

    @Test
    void alternativesHaveAPageWithoutJavaScriptToo() throws Exception {
        long id = scarce();
        assertThat(get("/plans/" + id + "/journeys/0/alternatives").body())
                .startsWith("<!DOCTYPE html>")
                .contains("其他办法")
                .doesNotContain("??");
        assertThat(send(request("/plans/" + id + "/journeys/0/alternatives")
                                .header("HX-Request", "true")
                                .build())
                        .body())
                .doesNotContain("<!DOCTYPE")
                .contains("其他办法");
        assertThat(get("/plans/" + id + "/journeys/-1/alternatives").statusCode())
                .isEqualTo(404);
        assertThat(get("/plans/" + id + "/journeys/99999/alternatives").statusCode())
                .isEqualTo(404);
    }
}
