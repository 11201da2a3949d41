package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.road.GraphStorage;
import io.chunfeng.road.Held;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.OpeningNetwork;
import io.chunfeng.road.OpeningStage;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Pages while the default map is prepared, and when it is ready: one way through, because a map gets ready once. */
@Timeout(240)
@DirtiesContext
@TestPropertySource(properties = "spring.main.allow-bean-definition-overriding=true")
class MapPreparingTest extends RunningApplication {
    private static final Held HELD = new Held(OpeningStage.PREPARING);

    @Autowired
    private PlanRepository plans;

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private Planner planner;

    @TestConfiguration(proxyBeanMethods = false)
    static class HeldMap {
        @Bean
        static OpeningNetwork roadNetwork() throws IOException {
            Path graphs = Files.createTempDirectory(Path.of("target"), "held-graphs-");
            return RoadNetworks.openInBackground(defaultMap(), graphs, GraphStorage.RAM, HELD);
        }
    }

    private static MapSource defaultMap() {
        return MapSource.find(Path.of("maps"), null);
    }

    @Test
    void pagesAreServedAndSayHowFarTheMapIs() throws Exception {
        HELD.awaitReached();
        String routes = "/plans/" + storedPlan() + "/routes.geojson";
        String run = start();
        preparing(routes, run);
        try (Browser browser = browser()) {
            looksRight(browser, run, routes.replace("/routes.geojson", ""));
        } finally {
            HELD.release();
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !get("/map-notice").body().contains("map-notice"));
        ready(routes, run);
    }

    private void preparing(String routes, String run) throws Exception {
        assertThat(get("/groups").body())
                .containsPattern("hx-get=\"/map-notice\" hx-trigger=\"every 2s\">地图准备中：正在建立路网（已用 (\\d+ 分 )?\\d+ 秒）<");
        assertThat(get("/groups?lang=en").body()).contains("The map is being prepared: preparing the network (");
        HttpResponse<String> drawing = get(routes);
        assertThat(drawing.statusCode()).isEqualTo(503);
        assertThat(drawing.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(drawing.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(drawing.body()).startsWith("地图准备中：");
        assertThat(get(run).body()).contains("等待地图准备").contains("准备好后自动开始");
        assertThat(get("/planning").body()).contains(">等待地图准备<").contains(">规划 #1 等待地图准备<");
    }

    private void ready(String routes, String run) throws Exception {
        assertThat(get("/groups").body()).doesNotContain("map-notice").doesNotContain("地图准备中");
        assertThat(get("/map-notice").body()).isBlank();
        assertThat(get(routes).statusCode()).isEqualTo(200);
        assertThat(get(routes).body()).contains("MultiLineString");
        long id = Long.parseLong(run.substring(run.lastIndexOf('/') + 1));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> runs.find(id).orElseThrow().state().ended());
        assertThat(runs.find(id).orElseThrow().state()).isEqualTo(PlanningRun.State.DONE);
    }

    /** In a browser: the line counts by itself, and the map is drawn when the roads are there. */
    private static void looksRight(Browser browser, String run, String plan) throws IOException {
        browser.open("/groups");
        String first = browser.text(".map-notice");
        assertThat(first).startsWith("地图准备中：");
        browser.screenshot("map-preparing-1280");
        browser.until(
                "the seconds go on without a reload",
                Duration.ofSeconds(30),
                () -> !browser.text(".map-notice").isEmpty()
                        && !browser.text(".map-notice").equals(first));
        browser.open(run);
        browser.screenshot("map-preparing-run-1280");
        browser.size(390, 844);
        for (String page : new String[] {"/", run, plan, plan + "?lang=en"}) {
            browser.open(page);
            browser.assertFitsTheWidth();
            browser.screenshot("map-preparing-narrow" + page.replaceAll("[/?=]", "-"));
        }
        browser.size(1280, 1500);
        browser.open(plan + "?lang=zh-CN");
        browser.untilThere(".map-wait");
        assertThat(browser.text(".map-wait")).startsWith("地图准备中：");
        browser.screenshot("map-preparing-plan-1280");
        HELD.release();
        browser.untilThere(".map[data-drawn=true]");
        browser.until(
                "the notice goes",
                Duration.ofSeconds(30),
                () -> browser.all(".map-notice, .map-wait").isEmpty());
        browser.screenshot("map-ready-plan-1280");
    }

    private String start() throws Exception {
        HttpResponse<String> started = post("/planning", weekend(2));
        assertThat(started.statusCode()).isEqualTo(302);
        return started.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** Of the example, by coach only, planned on roads opened elsewhere. */
    private long storedPlan() {
        PlanningProblem read = ProblemReader.read(Path.of("src/docs/example-problem.json"));
        PlanningProblem problem = new PlanningProblem(
                read.id(),
                read.name(),
                read.asOf(),
                read.emergency(),
                read.places(),
                null,
                read.groups(),
                read.coachPools(),
                List.of(),
                List.of(),
                read.rules(),
                PlanningProblem.Pinned.NONE);
        try (RoadNetwork roads = RoadNetworks.open(defaultMap(), Path.of("target", "graphs"))) {
            PlanningProblem routed = problem.withMatrix(roads.matrix(problem.places()));
            Planner.Options options = new Planner.Options(
                    Path.of("solver-configs/quick.xml"), Duration.ofSeconds(60), 1, roads.mapSha256(), null);
            AtomicBoolean enough = new AtomicBoolean();
            Plan plan = planner.plan(
                    routed,
                    options,
                    found -> enough.compareAndSet(
                            false, !found.plan().coachTrips().isEmpty()),
                    enough::get);
            assertThat(plan.coachTrips()).isNotEmpty();
            return plans.save(routed, plan);
        }
    }
}
