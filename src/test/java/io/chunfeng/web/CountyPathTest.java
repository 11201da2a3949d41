package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A county's way in a browser: it submits, is accepted and published, asks for a change, and prints. */
class CountyPathTest extends LifePages {
    private static final String ID = "path-1";
    private static Browser browser;

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void fromDraftToThePrintedNotice() throws Exception {
        Group own = registered(ID, GroupState.DRAFT);
        browser = Browser.start(address());
        browser.cookie(Session.COOKIE, county().cookie());

        browser.open("/groups?text=" + ID);
        browser.find("tbody .id a").click();
        browser.untilThere(".state.DRAFT");
        browser.find("button[value=SUBMITTED]").click();
        browser.untilThere(".state.SUBMITTED");
        accepted();
        publish(plan(List.of(own)));

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

    private void accepted() throws Exception {
        Browser dispatcher = browser();
        try (dispatcher) {
            dispatcher.open("/submissions");
            assertThat(dispatcher.text("tbody")).contains(ID, "逾期");
            dispatcher.find("tbody input[aria-label=path-1]").click();
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
