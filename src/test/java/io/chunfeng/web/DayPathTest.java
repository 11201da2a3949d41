package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.RanTrip;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A dispatcher's day in a real browser: the board, people who do not come, a coach that breaks down. */
@Timeout(300)
@TestPropertySource(properties = "chunfeng.incident-seconds=2")
class DayPathTest extends LifePages {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BOARD = "/day?date=2024-02-17";

    @Autowired
    private Publications publications;

    @Autowired
    private Ledger ledger;

    private Browser browser;

    @BeforeEach
    void publish() throws IOException {
        // of 运城市, which has most, so that one row of the table has them all; other counties wait for another plan
        List<Group> groups =
                DAY.stream().filter(group -> group.county().startsWith("1408")).toList();
        publications.publish(plan(groups), publications.newest(), "test", Map.of());
        browser = browser();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private int carried() {
        return ledger.ranTrips(Instant.now()).stream()
                .mapToInt(RanTrip::persons)
                .sum();
    }

    private String vehicle(int row) {
        return browser.all("tr.live td a.id").get(row).getText();
    }

    @Test
    void fromTheBoardToTheNewPublication() throws IOException {
        browser.open("/");
        browser.find("nav a[href='/day']").click();
        browser.open(BOARD);
        assertThat(browser.all("tr.live").size()).isGreaterThan(2);
        browser.screenshot("day-1280");
        oneKeyForADeparture();
        delaysAreCarriedOn();
        noShowsAreCountedInTheTable();
        aCoachBreaksDown();
        // people who are not accounted for are refused
        browser.assertQuietAndAtHome("status of 409");
    }

    private void oneKeyForADeparture() {
        browser.find("tr.live").sendKeys("2");
        browser.until("departed", SOON, () -> browser.text("tr.live .state").equals("已发车"));
        assertThat(ledger.ranTrips(Instant.now())).hasSize(1);
        // the row keeps the focus, so that the next key reports its arrival
        assertThat(browser.script("return document.activeElement.closest('tr.live') !== null"))
                .isEqualTo(true);
    }

    private void delaysAreCarriedOn() throws IOException {
        WebElement minutes = browser.all("tr.live").get(1).findElement(By.name("minutes"));
        minutes.sendKeys("25", Keys.ENTER);
        browser.until(
                "late",
                SOON,
                () -> browser.all(".state.LATE").stream()
                        .anyMatch(state -> state.getText().equals("晚点 25 分")));
        assertThat(browser.text(".count.LATE b")).isEqualTo("1");
        browser.find(".count.LATE").click();
        browser.until("filtered", SOON, () -> browser.path().contains("show=LATE"));
        assertThat(browser.all("tr.live")).hasSize(1);
        assertThat(browser.text("tr.live")).contains("预计");
        browser.screenshot("day-late-1280");
        browser.open(BOARD);
    }

    private void noShowsAreCountedInTheTable() throws IOException {
        int before = carried();
        browser.all("tr.live td a.id").get(2).click();
        browser.untilThere("[name=persons]");
        browser.find("[name=persons]").clear();
        browser.find("[name=persons]").sendKeys("0");
        // whoever is missing is accounted for as it is typed; other figures have to add up
        assertThat(Integer.parseInt(browser.find("[name=noShow]").getAttribute("value")))
                .isPositive();
        browser.find("[name=noShow]").clear();
        browser.find("#keep").click();
        browser.until("refused", SOON, () -> browser.text(".refusal").contains("未到、拒载、改乘"));
        int expected = browser.all(".boarding [name=persons]").stream()
                .skip(1)
                .mapToInt(input -> Integer.parseInt(input.getAttribute("value")))
                .sum();
        browser.find("[name=reason]").sendKeys("临时不去");
        browser.screenshot("day-no-show-1280");
        browser.find("#rest").click();
        browser.until("departed", SOON, () -> browser.text(".page-head .state").equals("已发车"));
        assertThat(browser.text("#events")).contains("临时不去");
        assertThat(carried()).isEqualTo(before + expected);
        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.screenshot("day-trip-390");
        browser.size(1280, 900);

        browser.open("/statistics");
        assertThat(browser.all("table.official td.n a").stream().map(WebElement::getText))
                .contains(String.valueOf(carried()));
        browser.open(BOARD);
        assertThat(browser.text(".count.NO_SHOWS b")).isEqualTo("1");
    }

    private void aCoachBreaksDown() throws IOException {
        int late = 0;
        String broken = vehicle(late);
        browser.all("tr.live td a.id").get(late).click();
        browser.untilThere(".page-head a.danger");
        browser.find(".page-head a.danger").click();
        browser.untilThere("[name=vehicle]");
        assertThat(browser.find("[name=vehicle]").getAttribute("value")).isEqualTo(broken);
        assertThat(browser.find("[name=group]").isDisplayed()).isFalse();
        browser.find("[name=description]").sendKeys("发动机故障");
        // whatever the number of people that the plan put on it
        browser.find("[name=major]").click();
        browser.screenshot("incident-new-1280");
        browser.find("#keep").click();

        browser.until("the incident", SOON, () -> browser.path().matches("/day/incidents/\\d+"));
        String incident = browser.path();
        assertThat(browser.text("#affected")).contains(broken);
        assertThat(browser.all("#affected tbody tr")).isNotEmpty();
        browser.find("#ask").click();
        browser.until(
                "proposals",
                SOON,
                () -> browser.all(".proposal").size() == 3
                        && browser.all("#rounds progress").isEmpty());
        assertThat(browser.text("#proposal-LEAST_CHANGE")).contains("违反规则（处）\n0");
        browser.size(1280, 1400);
        browser.screenshot("incident-proposals-1280");
        browser.size(1280, 900);
        int newest = publications.newest();
        browser.find("#accept-LEAST_CHANGE").click();

        browser.untilThere("#rounds .news a");
        assertThat(publications.newest()).isEqualTo(newest + 1);
        assertThat(browser.text("#rounds .news")).contains("第 " + (newest + 1) + " 次发布");
        browser.find("#notes [name=text]").sendKeys("已调车接驳");
        browser.find("#notes button").click();
        browser.until("noted", SOON, () -> browser.text("#notes").contains("已调车接驳"));
        narrow(incident);
        browser.open(BOARD);
        assertThat(browser.all("tr.live .state.DEPARTED")).hasSize(2);
        long newPlan = publications.list().get(0).planId();
        assertThat(browser.all("tr.live").get(0).getAttribute("id")).startsWith("t-" + newPlan + "-");
        // with another coach of its pool, where there is one, the trip keeps its times and its id
        assertThat(browser.all("tr.live .state.PLANNED")).isNotEmpty();
    }

    private void narrow(String incident) throws IOException {
        assertThat(browser.all(".state.MAJOR")).isNotEmpty();
        browser.size(390, 844);
        for (String page :
                new String[] {BOARD, incident, "/day/incidents", "/day/incidents/new", "/day/major", "/day/reserve"}) {
            browser.open(page);
            browser.assertFitsTheWidth();
            browser.assertAccessible();
            browser.screenshot("narrow" + page.replaceAll("[/?=]", "-"));
        }
        browser.size(1280, 900);
        for (String page : new String[] {"/day/major", "/day/reserve", "/day/incidents", incident + "?lang=en"}) {
            browser.open(page);
            browser.screenshot("wide" + page.replaceAll("[/?=]", "-"));
        }
        browser.open("/day/major?lang=zh-CN");
        assertThat(browser.text("table")).contains("发动机故障").contains("已调车接驳");
    }
}
