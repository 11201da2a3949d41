package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a newcomer does, in a real browser. */
@Timeout(240)
class MainPathTest extends RunningApplication {
    private static final Duration PLANNED = Duration.ofSeconds(90);

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

    @Test
    void fromTheOverviewToTheStatistics() throws IOException {
        browser.open("/");
        assertThat(browser.text("h1")).isEqualTo("2024年春风行动");
        browser.screenshot("overview-1280");
        browser.find("nav a[href='/planning']").click();
        WebElement seconds = browser.find("input[name=seconds]");
        seconds.clear();
        seconds.sendKeys("10");
        browser.find("#start").click();

        assertThat(browser.path()).startsWith("/planning/");
        Set<String> seen = new HashSet<>();
        browser.until("the figures change while it plans", PLANNED, () -> {
            seen.add(browser.text("#cost"));
            if (seen.size() == 3) {
                browser.screenshot("run-1280");
            }
            return !browser.all("#to-plan").isEmpty();
        });
        assertThat(seen).hasSizeGreaterThan(2);
        browser.screenshot("run-done-1280");
        browser.find("#to-plan").click();

        browser.untilThere(".map[data-drawn=true]");
        assertThat(browser.all(".map path.route.COACH")).isNotEmpty();
        browser.size(1280, 1500);
        browser.screenshot("plan-1280");
        String plan = browser.path();
        WebElement row = browser.all("tr[data-vehicle]").get(0);
        String vehicle = row.getAttribute("data-vehicle");
        row.findElement(By.cssSelector("td:nth-child(4)")).click();
        assertThat(browser.all(".map path.route.marked")).isNotEmpty();
        assertThat(browser.text(".chosen")).startsWith(vehicle);
        browser.screenshot("plan-chosen-1280");
        linesGetFinerAndKeepTheirMark();

        row.findElement(By.cssSelector("a")).click();
        browser.untilThere(".map[data-drawn=true]");
        assertThat(browser.path()).isEqualTo(plan + "/trips/" + vehicle);
        assertThat(browser.all(".timeline .STOP")).hasSizeGreaterThan(1);
        browser.screenshot("trip-1280");
        browser.find(".ran input[type=checkbox]").click();
        browser.until(
                "marked",
                Duration.ofSeconds(30),
                () -> browser.text(".ran small").equals("已运行"));

        browser.find("nav a[href='/statistics']").click();
        browser.untilThere("table.official td.n a");
        browser.screenshot("statistics-1280");
        browser.open(plan + "/trips/" + vehicle);
        assertThat(browser.find(".ran input[type=checkbox]").isSelected()).isTrue();
        browser.find(".ran input[type=checkbox]").click();
        browser.until(
                "unmarked",
                Duration.ofSeconds(30),
                () -> browser.text(".ran small").isEmpty());
        browser.assertQuietAndAtHome();

        narrow(plan, vehicle);
    }

    private void linesGetFinerAndKeepTheirMark() throws IOException {
        int marked = browser.all(".map path.route.marked").size();
        int lines = browser.all(".map path.route").size();
        for (int i = 0; i < 3; i++) {
            browser.find(".leaflet-control-zoom-in").click();
            browser.until(
                    "zoomed in",
                    Duration.ofSeconds(10),
                    () -> browser.all(".leaflet-zoom-anim").isEmpty());
        }
        browser.until("finer lines", Duration.ofSeconds(10), () ->
                (Boolean) browser.script("return Number(document.querySelector('.map').dataset.zoom) >= 8"));
        assertThat(browser.all(".map path.route.marked")).hasSize(marked);
        assertThat(browser.all(".map path.route")).hasSize(lines);
        browser.screenshot("plan-zoomed-1280");
    }

    private void narrow(String plan, String vehicle) throws IOException {
        browser.size(390, 844);
        for (String page : new String[] {
            "/",
            "/groups",
            "/capacity",
            "/planning",
            "/planning/1",
            "/plans",
            plan,
            plan + "/trips/" + vehicle,
            "/statistics",
            "/x"
        }) {
            browser.open(page);
            browser.assertFitsTheWidth();
            browser.screenshot("narrow" + page.replace('/', '-'));
        }
        assertThat(browser.find("nav").isDisplayed()).isFalse();
        browser.find(".menu-button").click();
        assertThat(browser.find("nav a[href='/groups']").isDisplayed()).isTrue();
        browser.find("nav a[href='/groups']").click();
        assertThat(browser.path()).isEqualTo("/groups");
    }

    @Test
    void withoutAMouseAndInEnglish() {
        browser.open("/?lang=en");
        press("a.skip", Keys.ENTER);
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("main");
        press(".next-step, .next-other", Keys.ENTER);
        if (browser.path().startsWith("/plans")) {
            browser.open("/planning");
        }
        assertThat(browser.text("h1")).isEqualTo("Planning");
        press("#start", Keys.ENTER);
        browser.until(
                "the run's page", Duration.ofSeconds(30), () -> browser.path().startsWith("/planning/"));
        browser.until("a first plan", PLANNED, () -> browser.text("#served").matches("[1-9].*"));
        press("#stop-button", Keys.ENTER);
        browser.until("stopped early", PLANNED, () -> !browser.all("#to-plan").isEmpty());
        press("#to-plan", Keys.ENTER);
        browser.until(
                "the plan's page", Duration.ofSeconds(30), () -> browser.path().startsWith("/plans/"));
        browser.untilThere(".map[data-drawn=true]");
        press("tr[data-vehicle] a", Keys.ENTER);
        browser.until(
                "the trip's page", Duration.ofSeconds(30), () -> browser.path().contains("/trips/"));
        assertThat(browser.text("main")).contains("Timeline");
        browser.assertQuietAndAtHome();
    }

    /** Presses Tab until an element has the focus and shows it, then the key. */
    private void press(String css, Keys key) {
        List<Object> passed = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            if ((Boolean) browser.script("return document.activeElement.matches(arguments[0])", css)) {
                assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
                        .as("focus of %s is visible", css)
                        .isNotEqualTo("none");
                browser.press(key);
                return;
            }
            passed.add(browser.script("return document.activeElement.outerHTML.slice(0, 60)"));
            browser.press(Keys.TAB);
        }
        throw new AssertionError("Tab never reaches " + css + " on " + browser.path() + ", only " + passed);
    }
}
