package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.storage.PublishedPlans;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * A county's whole way in a browser: it signs in, uploads its file, corrects it, hands its group in, is accepted and
 * published, sees its trip, asks for a change, and prints.
 */
class CountyPathTest extends LifePages {
    private static final String ID = OWN.county() + "-path-1";
    private static Browser browser;

    @TempDir
    private Path folder;

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void fromTheFileToThePrintedNotice() throws Exception {
        county();
        browser = Browser.start(address());
        browser.open("/intake");
        browser.find("[name=login]").sendKeys("xian-own");
        browser.find("[name=password]").sendKeys(PASSWORD, Keys.ENTER);
        browser.until("signed in", Duration.ofSeconds(20), () -> browser.path().equals("/intake"));

        upload("12人5");
        assertThat(browser.text(".row-PROBLEM")).contains("1");
        assertThat(browser.text(".faults")).contains("人数", "12人5");
        assertThat(browser.all("form.apply")).as("nothing to take").isEmpty();
        upload("12人");
        assertThat(browser.text(".row-NEW")).contains("1");
        browser.find("form.apply button[type=submit]").click();
        browser.until(
                "taken", Duration.ofSeconds(30), () -> browser.text(".news").contains("采纳了 1 行"));
        browser.open("/groups?text=" + ID);
        browser.find("tbody .id a").click();
        browser.untilThere(".state.SUBMITTED");
        accepted();
        publish(plan(List.of(registrations.find(ALL, ID).orElseThrow().group())));

        browser.open("/groups/" + ID);
        assertThat(browser.text("h1")).contains("已发布");
        assertThat(browser.text("#trips")).contains("12 人", CONTACT);
        for (int width : List.of(1280, 390)) {
            browser.size(width, 900);
            browser.assertFitsTheWidth();
            browser.screenshot("group-" + width);
        }
        browser.size(1280, 900);
        asks();
        prints();
        browser.assertQuietAndAtHome();
    }

    /** Its file, as a spreadsheet program of a Chinese Windows saves it. */
    private void upload(String headcount) throws IOException {
        Names names = new Names(PublishedPlans.DEMO.places());
        String text = "编号,集合点,用工地,人数,出发日期\n"
                + String.join(",", "path-1", names.of(OWN.from()), names.of(OWN.to()), headcount, "2月17日");
        Path file = Files.write(folder.resolve("团组.csv"), text.getBytes(Charset.forName("GB18030")));
        browser.open("/intake");
        browser.find("input[type=file]").sendKeys(file.toAbsolutePath().toString());
        browser.find("form.upload button[type=submit]").click();
        browser.untilThere(".intake-states");
    }

    private void accepted() throws Exception {
        Browser dispatcher = browser();
        try (dispatcher) {
            dispatcher.open("/submissions");
            assertThat(dispatcher.text("tbody")).contains(ID, "逾期");
            dispatcher.find("tbody input[aria-label='" + ID + "']").click();
            dispatcher.find("button[name=accept][value=true]").click();
            dispatcher.untilThere(".news");
            for (int width : List.of(1280, 390)) {
                dispatcher.size(width, 900);
                dispatcher.assertFitsTheWidth();
                dispatcher.screenshot("submissions-" + width);
            }
        }
    }

    private void publish(long plan) throws Exception {
        Browser dispatcher = browser();
        try (dispatcher) {
            dispatcher.open("/plans/" + plan);
            dispatcher.find(".links a.primary").click();
            dispatcher.untilThere(".consequences");
            dispatcher.screenshot("publication-1280");
            dispatcher.find("main form button.primary").click();
            dispatcher.untilThere(".news");
            dispatcher.open("/arrivals");
            for (int width : List.of(1280, 390)) {
                dispatcher.size(width, 900);
                dispatcher.assertFitsTheWidth();
                dispatcher.screenshot("arrivals-" + width);
            }
        }
    }

    private void asks() throws Exception {
        browser.find("#requests summary").click();
        browser.find("#requests textarea").sendKeys("多两个人");
        browser.find("#requests input[name=headcount]").clear();
        browser.find("#requests input[name=headcount]").sendKeys("14");
        browser.screenshot("request-1280");
        browser.find("#requests .actions button").click();
        browser.untilThere(".state.OPEN");
        assertThat(browser.text("#requests")).contains("12 → 14", "等待答复");
        assertThat(get("/requests").body()).contains("多两个人");
    }

    private void prints() throws Exception {
        browser.open("/groups/" + ID + "/notice");
        assertThat(browser.text(".notice")).contains("集合时间", "携带证件", "乘坐班次");
        for (int width : List.of(1280, 390)) {
            browser.size(width, 900);
            browser.assertFitsTheWidth();
            browser.screenshot("notice-" + width);
        }
        browser.size(1280, 900);
        assertThat(browser.pdf("notice"))
                .as("pages of A4")
                .isEqualTo(browser.all(".notice").size());
    }
}
