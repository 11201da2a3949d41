package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A dispatcher plans two corridors, compares the runs, asks what if, compares and adopts: in a real browser. */
@Timeout(900)
@TestPropertySource(properties = "chunfeng.contact=runs")
class RunsPathTest extends RunningApplication {
    private static final Duration PLANNED = Duration.ofSeconds(90);

    @Autowired
    private PlanningRuns runs;

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
    void scopeCompareWhatIfAdopt() throws IOException {
        long first = plan("PEARL", "2");
        seen("run-done");
        assertThat(browser.text("#scope")).isEqualTo("珠三角");
        assertThat(browser.all(".curve polyline.unserved")).hasSize(1);
        assertThat(browser.all("#points tbody tr")).hasSizeGreaterThan(1);
        long second = plan("PEARL", "3");

        browser.open("/planning");
        seen("planning-scoped");
        for (long run : List.of(first, second)) {
            browser.find("input[name=runs][value='" + run + "']").click();
        }
        browser.find("#compare").click();
        browser.untilThere("#figures");
        assertThat(browser.path()).startsWith("/planning/compare?runs=");
        assertThat(browser.all("#figures thead th")).hasSize(3);
        assertThat(browser.text("#PERSONS")).contains("运送（人）");
        assertThat(browser.find("#COST td").getCssValue("text-align")).isEqualTo("right");
        seen("compare");

        browser.open("/planning/" + first);
        browser.find("#new-scenario input[name=name]").sendKeys("加 5 辆车，放宽车籍");
        browser.find("#new-scenario button").click();
        browser.untilThere("#add-COACHES");
        assertThat(browser.path()).startsWith("/planning/scenarios/");
        String scenario = browser.path();
        add("COACHES", "number", "5", 1);
        add("RULE", "number", "0", 2);
        assertThat(browser.all("#changes .scenario-changes li")).hasSize(2);
        assertThat(browser.text("#changes .scenario-changes")).contains("+5 辆", "H10", "不适用");
        seen("scenario");
        WebElement seconds = browser.find("#try input[name=seconds]");
        seconds.clear();
        seconds.sendKeys("2");
        browser.find("#try button").click();
        browser.until("planned", PLANNED, () -> !browser.all("#to-plan").isEmpty());
        browser.open(scenario);
        assertThat(browser.text(".closures-note")).contains("H10");
        seen("scenario-planned");
        browser.find("a.to-compare").click();
        browser.untilThere(".supposed");
        assertThat(browser.text(".supposed")).contains("加 5 辆车", "H10");
        seen("compare-what-if");
        browser.open(scenario);
        browser.find("#adopt").click();
        browser.until("publication", PLANNED, () -> browser.path().matches("/plans/\\d+/publication"));
        assertThat(browser.text(".closures-note")).contains("H10", "尚未落实");
        seen("publication-with-gaps");
        browser.open(scenario);
        assertThat(browser.text("h1")).contains("已采用");
        assertThat(browser.all("#adopt, #drop, #try")).isEmpty();
        browser.assertQuietAndAtHome();
    }

    /** The kind's first choice of the list, with a number. @param then changes that there are then */
    private void add(String kind, String field, String value, int then) {
        WebElement form = browser.find("#add-" + kind);
        browser.script("arguments[0].closest('details').open = true", form);
        browser.find("#add-" + kind + " input[name=" + field + "]").sendKeys(value);
        browser.find("#add-" + kind + " button").click();
        browser.until(
                "added",
                PLANNED,
                () -> browser.all("#changes .scenario-changes li").size() == then);
    }

    private long plan(String corridor, String seconds) {
        browser.open("/planning");
        browser.find("input[name=corridors][value=" + corridor + "]").click();
        WebElement field = browser.find("input[name=seconds]");
        field.clear();
        field.sendKeys(seconds);
        browser.find("#start").click();
        browser.until("planned", PLANNED, () -> !browser.all("#to-plan").isEmpty());
        PlanningRun run = runs.recent(1).get(0);
        assertThat(browser.path()).isEqualTo("/planning/" + run.id());
        browser.open("/planning/" + run.id());
        return run.id();
    }

    /** At both widths; nothing serious for those who cannot see or use a mouse. */
    private void seen(String name) throws IOException {
        for (int width : new int[] {390, 1280}) {
            browser.size(width, 900);
            browser.assertFitsTheWidth();
            browser.screenshot(name + "-" + width);
        }
        browser.assertAccessible();
    }
}
