package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.place.Position;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.run.PlanningRuns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages as a browser without JavaScript gets them, and what must be refused. */
@Timeout(120)
class PagesTest extends RunningApplication {
    @Autowired
    private RunStream stream;

    @Autowired
    private DemandRepository demand;

    @Autowired
    private PlaceRepository places;

    @Autowired
    private PlanRepository plans;

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private DispatchRepository dispatch;

    @Autowired
    private RoadNetwork roads;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/groups", "/capacity", "/planning", "/plans", "/statistics", "/?lang=en"})
    void everyPageHasItsWords(String path) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("??")
                .contains("aria-current=\"page\"");
    }

    @Test
    void headersKeepThePageToItself() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.body()).doesNotContain("style=\"").doesNotContain("onclick");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, 没有这个页面",
        "/plans/999999, 404, 没有这个页面",
        "/planning/999999, 404, 没有这个页面",
        "/planning/999999/events, 404, 没有这个页面",
        "/plans/abc, 400, 地址或表单有误",
        "/groups?day=17.2.2024, 400, 地址或表单有误"
    })
    void errorsAreChinesePages(String path, int status, String title) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("<h1>" + title + "</h1>").contains("回到概览");
    }

    @Test
    void changesThatOtherSitesAskForAreRefused() throws Exception {
        assertThat(post("/planning", weekend(1), "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/planning", weekend(1), "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(post("/planning", weekend(1), "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(post("/planning", weekend(1), "Sec-Fetch-Site", "same-site").statusCode())
                .isEqualTo(403);
        assertThat(post("/planning/999999/stop", Map.of(), "Origin", address()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingTypedIsLostOnAnError() throws Exception {
        Map<String, String> typed = new HashMap<>(weekend(1));
        typed.put("seconds", "很久");
        typed.put("seed", "<b>7</b>");
        HttpResponse<String> page = post("/planning", typed);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("value=\"很久\"")
                .contains("value=\"&lt;b&gt;7&lt;/b&gt;\"")
                .contains("id=\"e-seconds\">请填整数<")
                .contains("id=\"e-seed\">请填整数<");
    }

    @Test
    void aRefusedRunSaysWhy() throws Exception {
        Map<String, String> typed = new HashMap<>(weekend(1));
        typed.put("from", "2023-06-01");
        typed.put("to", "2023-06-02");
        HttpResponse<String> page = post("/planning", typed);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("class=\"refusal\" role=\"alert\"").contains("value=\"2023-06-01\"");
    }

    @Test
    void exportIsExactlyWhatIsSeen() throws Exception {
        HttpResponse<String> csv = get("/groups.csv?day=2024-02-17&sort=headcount&order=desc");
        String[] lines = csv.body().split("\r\n");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(lines[0]).startsWith("\uFEFF编号,市,");
        long shown = demand.groups().stream()
                .filter(group -> GroupRow.day(group).toString().equals("2024-02-17"))
                .count();
        assertThat(lines).hasSize((int) shown + 1);
        assertThat(get("/groups?day=2024-02-17").body()).contains("共 " + shown + " 组");
    }

    @Test
    void namesWithHtmlAreHarmless() throws Exception {
        Place place = new Place("xss", "<img src=x onerror=alert(1)>", "140222", Position.wgs84(114.09, 40.42));
        places.save(List.of(place, new Place("work", "<b>厂</b>", "120116", Position.wgs84(117.7, 39.02))));
        demand.save(List.of(new Group(
                "xss-1",
                "140222",
                "xss",
                "work",
                1,
                0,
                Instant.parse("2024-04-08T00:00:00Z"),
                Instant.parse("2024-04-09T00:00:00Z"),
                null,
                Set.of(Mode.COACH),
                1,
                1,
                "=cmd|' /C calc'!A0")));
        assertThat(get("/groups?text=xss-1").body())
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img");
        assertThat(get("/groups.csv?text=xss-1").body()).contains(",'=cmd|' /C calc'!A0");
        assertThat(get("/groups?text=%3Cscript%3E").body())
                .contains("value=\"&lt;script&gt;\"")
                .doesNotContain("<script>");
    }

    @Test
    void aRunStreamsUntilItsEndAndLeavesNobodyBehind() throws Exception {
        HttpResponse<String> started = post("/planning", weekend(10));
        assertThat(started.statusCode()).isEqualTo(302);
        String run = started.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        String events = get(run + "/events").body();
        assertThat(events).contains("event:state").contains("<b id=\"served\">").contains("event:end\ndata:DONE");
        // who comes after the end gets the end at once
        String again = send(request(run + "/events")
                        .header("Last-Event-ID", "1")
                        .timeout(Duration.ofSeconds(20))
                        .build())
                .body();
        assertThat(again).contains("data-state=\"DONE\"").contains("event:end");
        await().atMost(Duration.ofSeconds(10)).until(() -> stream.viewers() == 0);
        assertThat(get(run).body()).contains("id=\"to-plan\"").doesNotContain("sse-connect");
    }

    @Test
    void marksCountOnceWhateverThePlans() throws Exception {
        long first = planned();
        long second = planned();
        String coach = plans.find(second).orElseThrow().plan().coachTrips().stream()
                .filter(trip -> Ride.byVehicle(plans.find(second).orElseThrow().plan()).get(trip.id()).stream()
                        .allMatch(Ride::direct))
                .findFirst()
                .orElseThrow()
                .id();
        for (TripRow trip : PlanView.of(plans.find(first).orElseThrow()).trips()) {
            dispatch.markRan(first, trip.vehicle(), trip.departure(), new Author("test", null));
        }
        String path = "/plans/" + second + "/trips/" + coach + "/ran";
        HttpResponse<String> cell = post(path, Map.of("ran", "true"), "HX-Request", "true");
        assertThat(cell.body())
                .startsWith("<form")
                .contains("class=\"error\" role=\"alert\"")
                .doesNotContain("checked=");
        HttpResponse<String> page = post(path, Map.of("ran", "true"));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("class=\"refusal\" role=\"alert\"");

        dispatch.ran(first).keySet().forEach(vehicle -> dispatch.unmarkRan(first, vehicle, new Author("test", "换方案")));
        assertThat(post(path, Map.of("ran", "true")).statusCode()).isEqualTo(302);
        assertThat(dispatch.ran(second)).containsOnlyKeys(coach);
        assertThat(post(path, Map.of(), "HX-Request", "true").body())
                .doesNotContain("checked=")
                .doesNotContain("error");
        assertThat(dispatch.ran(second)).isEmpty();
    }

    @Test
    void aCoachTripNamesThePlacesOnItsWay() throws Exception {
        long id = planned();
        PlanView view = PlanView.of(plans.find(id).orElseThrow());
        Ways ways = new Ways(view.names(), roads);
        int shown = 0;
        for (Plan.CoachTrip trip : view.plan().coachTrips().subList(0, 5)) {
            TripWay way = TripWay.of(trip, ways);
            String page = get("/plans/" + id + "/trips/" + trip.id()).body();
            assertThat(page).contains("主要途经地").contains("<b>" + way.via() + "</b>");
            assertThat(page).contains("重驶路程的高速公路占 " + new Format(Locale.CHINA).percent(way.expressway()));
            assertThat(way.via().split(" → ")).doesNotHaveDuplicates().allMatch(name -> !name.endsWith("市枢纽"));
            shown += way.via().contains(" → ") ? 1 : 0;
        }
        assertThat(shown).as("ways past more than one place").isPositive();
        String coach = view.plan().coachTrips().get(0).id();
        assertThat(get("/plans/" + id + "/trips/" + coach + "?lang=en").body())
                .contains("<dt>Via</dt>")
                .contains("of the loaded way on expressways");
        for (TripRow trip : view.trips()) {
            if (trip.mode() != Mode.COACH) {
                assertThat(get("/plans/" + id + "/trips/" + trip.vehicle()).body())
                        .doesNotContain("主要途经地");
                break;
            }
        }
    }

    @Test
    void linesAreAsFineAsTheZoomAsksFor() throws Exception {
        String routes = "/plans/" + planned() + "/routes.geojson";
        int before = 0;
        for (int zoom : new int[] {0, 5, 8, 11, 18}) {
            HttpResponse<String> lines = get(routes + "?zoom=" + zoom);
            assertThat(lines.statusCode()).isEqualTo(200);
            assertThat(lines.headers().firstValue("Content-Type")).hasValue("application/geo+json");
            assertThat(lines.body().length()).isGreaterThan(before);
            before = lines.body().length();
        }
        assertThat(get(routes).body()).isEqualTo(get(routes + "?zoom=11").body());
        for (String wrong : List.of("19", "-1", "", "x", "5.5")) {
            HttpResponse<String> refused = get(routes + "?zoom=" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).isEqualTo("zoom 应为 0 到 18 的整数（地图的缩放级别）。");
        }
        assertThat(get(routes + "?zoom=5&vehicle=nobody").statusCode()).isEqualTo(404);
    }

    /** Id of the plan of a short run. */
    private long planned() throws Exception {
        String run =
                post("/planning", weekend(10)).headers().firstValue("Location").orElseThrow();
        long id = Long.parseLong(run.substring(run.lastIndexOf('/') + 1));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> runs.find(id).orElseThrow().state().ended());
        return runs.find(id).orElseThrow().planId();
    }
}
