package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Role;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.run.PlanningRuns;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dispatcher's desk of a stored plan, in a real browser. */
@Timeout(240)
class DeskPathTest extends RunningApplication {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** A bar of the timeline on the screen, right of the pools' names: its distance from the canvas' middle. */
    private static final String BAR =
            "const c = document.querySelector('.desk-lanes canvas'); const w = c.width, h = c.height;"
                    + "const d = c.getContext('2d').getImageData(0, 0, w, h).data;"
                    + "for (let y = 60; y < h - 10; y++) for (let x = 190; x < w - 60; x++) { const i = 4 * (y * w + x);"
                    + "if (d[i] === 9 && d[i + 1] === 88 && d[i + 2] === 217) return [x + 2 - w / 2, y + 4 - h / 2]; } return null;";

    private static long plan;

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private PlanRepository plans;

    @Autowired
    private JdbcClient sql;

    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        if (plan == 0) {
            plan = planned(runs, post("/planning", weekend(4)));
        }
        browser = browser();
        browser.open(desk());
        ready();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String desk() {
        return "/plans/" + plan + "/desk";
    }

    private void ready() {
        browser.untilThere(".desk[data-ready=true]");
    }

    @Test
    void whatIsChosenInOneIsChosenInAll() throws IOException {
        WebElement row = browser.all("tr[data-vehicle]").get(3);
        String first = row.getAttribute("data-vehicle");
        row.click();
        chosen(first);
        assertThat(browser.path()).endsWith("?trip=" + first);
        assertThat(browser.text("#detail h2")).contains(first);
        assertThat(browser.text("#detail")).contains("费用构成", "为什么是这个时间", "上车");

        List<?> bar = (List<?>) browser.script(BAR);
        assertThat(bar).as("a bar on the timeline").isNotNull();
        browser.click(".desk-lanes canvas", ((Number) bar.get(0)).intValue(), ((Number) bar.get(1)).intValue());
        browser.until(
                "another trip's particulars",
                SOON,
                () -> !browser.text("#detail h2").isEmpty());
        String second = (String) browser.script("return document.querySelector('.desk-lanes').dataset.chosen");
        chosen(second);
        browser.script("scrollTo(0, 0)");
        browser.screenshot("desk-1280");

        // the address is the state: reloading shows the same trip
        browser.open(browser.path());
        ready();
        chosen(second);
        browser.find("#parts .find-other").click();
        browser.untilThere("#alternatives .alternatives");
        browser.assertQuietAndAtHome();
    }

    private void chosen(String vehicle) {
        browser.until(
                vehicle + " is chosen everywhere",
                SOON,
                () -> vehicle.equals(browser.script("return document.getElementById('detail').dataset.trip"))
                        && browser.script("return document.querySelector('.desk-map-frame').dataset.chosen")
                                .equals(vehicle)
                        && browser.script("return document.querySelector('.desk-lanes').dataset.chosen")
                                .equals(vehicle));
        assertThat(browser.all("tr[aria-selected=true]"))
                .extracting(row -> row.getAttribute("data-vehicle"))
                .containsExactly(vehicle);
    }

    @Test
    void filtersLiveInTheAddress() {
        String all = browser.text(".desk-count");
        browser.find("select[name=mode] option[value=CHARTERED_CARRIAGES]").click();
        browser.until("fewer trips", SOON, () -> !browser.text(".desk-count").equals(all));
        String trains = browser.text(".desk-count");
        assertThat(browser.all("tr[data-vehicle] td:nth-child(2)"))
                .isNotEmpty()
                .allMatch(kind -> kind.getText().equals("包车厢"));
        browser.find("th[data-sort=free] button").click();
        assertThat(browser.find("th[data-sort=free]").getAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(browser.path()).endsWith("?mode=CHARTERED_CARRIAGES&sort=free");

        browser.open(browser.path());
        ready();
        assertThat(browser.text(".desk-count")).isEqualTo(trains);
        assertThat(browser.find("th[data-sort=free]").getAttribute("aria-sort")).isEqualTo("ascending");

        browser.find("#filters button[type=reset]").click();
        browser.until("all trips", SOON, () -> browser.text(".desk-count").equals(all));
        assertThat(browser.path()).isEqualTo(desk() + "?sort=free");
        WebElement first = browser.find("select[name=day] option:nth-child(2)");
        String day = first.getAttribute("value");
        first.click();
        browser.until("a day's trips", SOON, () -> !browser.text(".desk-count").equals(all));
        assertThat(browser.all("tr[data-vehicle] td:nth-child(4)"))
                .isNotEmpty()
                .allMatch(departure -> departure.getText().startsWith(day.substring(5)));
    }

    @Test
    void withoutAMouse() {
        browser.script("document.querySelector('.desk-rows table').focus()");
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ARROW_DOWN);
        String second =
                (String) browser.script("return document.querySelectorAll('tr[data-vehicle]')[1].dataset.vehicle");
        chosen(second);
        assertThat(browser.script(
                        "return document.querySelector('.desk-rows table').getAttribute('aria-activedescendant')"))
                .isEqualTo("row-" + second);
        assertThat(browser.script("return getComputedStyle(document.querySelector('.desk-rows')).outlineStyle"))
                .isEqualTo("solid");
        browser.press(Keys.END);
        String last = (String)
                browser.script(
                        "const rows = document.querySelectorAll('tr[data-vehicle]'); return rows[rows.length - 1].dataset.vehicle");
        chosen(last);
        browser.press(Keys.ENTER);
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("detail");
    }

    @Test
    void onANarrowScreenTheViewsAreTabs() throws IOException {
        browser.assertFitsTheWidth();
        browser.assertAccessible();
        browser.size(390, 844);
        assertThat(browser.find("#view-list").isDisplayed()).isTrue();
        assertThat(browser.find("#view-map").isDisplayed()).isFalse();
        browser.assertFitsTheWidth();
        browser.all("tr[data-vehicle]").get(1).click();
        browser.untilThere("#detail .desk-trip");
        browser.find("#tab-time").click();
        assertThat(browser.find("#view-time").isDisplayed()).isTrue();
        assertThat(browser.find("#view-list").isDisplayed()).isFalse();
        browser.screenshot("desk-time-390");
        browser.press(Keys.ARROW_LEFT);
        assertThat(browser.find("#view-map").isDisplayed()).isTrue();
        browser.assertFitsTheWidth();
        browser.screenshot("desk-map-390");
        browser.assertAccessible();
    }

    @Test
    void aClosureNeedsAHandAndItsTripsAreShown() throws Exception {
        PlanView view = PlanView.of(plans.find(plan).orElseThrow());
        Plan.Drive drive = view.plan().coachTrips().stream()
                .flatMap(trip -> trip.events().stream())
                .filter(Plan.Drive.class::isInstance)
                .map(Plan.Drive.class::cast)
                .filter(one -> one.loaded() && one.fromPlace().matches("14\\d{4}"))
                .findFirst()
                .orElseThrow();
        try {
            post(
                    "/closures",
                    Map.of(
                            "kind", "AREA",
                            "centre", drive.fromPlace(),
                            "radiusKm", "1",
                            "from", local(drive.from().minusSeconds(60)),
                            "until", local(drive.from().plusSeconds(60)),
                            "reason", "大雪",
                            "keep", "true"));
            browser.until("its trips are known", SOON, () -> {
                browser.open(desk() + "?state=problem");
                ready();
                return browser.text(".needs").contains("个趟次受影响");
            });
            assertThat(browser.text(".needs")).contains("方案未避开的封路 1 处");
            assertThat(browser.all("tr[data-vehicle] td:last-child"))
                    .isNotEmpty()
                    .allMatch(state -> state.getText().contains("封路"));
            browser.untilThere("path.closed-road");
            browser.screenshot("desk-closed-1280");
        } finally {
            sql.sql(ClosuresPageTest.FORGET_CLOSURES).update();
        }
    }

    private static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, PlanningProblem.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    @Test
    void theDataIsSmallAndTheDoorsAreShut() throws Exception {
        HttpResponse<String> data = get(desk() + "/data.json");
        assertThat(data.statusCode()).isEqualTo(200);
        assertThat(data.body()).contains("\"curfew\":[120,300]");
        assertThat(get(as(Role.COUNTY), desk() + "/data.json").statusCode()).isEqualTo(403);
        assertThat(get("/plans/999999/desk").statusCode()).isEqualTo(404);
        assertThat(get(desk() + "/trips/nothing").statusCode()).isEqualTo(404);
        HttpResponse<String> packed = send(request(desk() + "/data.json")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build());
        assertThat(packed.headers().map()).containsEntry("content-encoding", List.of("gzip"));
    }
}
