package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.desk.Drafts;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.storage.PublishedPlans;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/** Changing a plan by hand, in a real browser: alone, by keyboard, by dragging, and two at once. */
@Timeout(300)
class DraftPathTest extends RunningApplication {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static long plan;

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private PlanRepository plans;

    @Autowired
    private Drafts drafts;

    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        if (plan == 0) {
            plan = planned(runs, post("/planning", weekend(4)));
        }
        browser = browser();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Makes a draft over the page. */
    private long adjust(long plan) {
        browser.open("/plans/" + plan + "/desk");
        browser.untilThere(".desk[data-ready=true]");
        browser.find("#adjust").click();
        browser.untilThere("#undo");
        browser.untilThere(".desk[data-ready=true]");
        return Long.parseLong(browser.path().replaceAll("\\D+", " ").strip().split(" ")[0]);
    }

    private void choose(Browser browser, String vehicle) {
        browser.script("window.chunfengDesk.choose(arguments[0], false)", vehicle);
        browser.until(
                vehicle + "'s particulars",
                SOON,
                () -> vehicle.equals(browser.script("return document.getElementById('detail').dataset.trip")));
    }

    /** Two coach trips that are full. */
    private List<Plan.CoachTrip> full() {
        Plan made = plans.find(plan).orElseThrow().plan();
        PlanView view = PlanView.of(plans.find(plan).orElseThrow());
        return made.coachTrips().stream()
                .filter(trip -> view.rides(trip.id()).stream().allMatch(Ride::direct)
                        && view.trip(trip.id()).persons()
                                == view.trip(trip.id()).seats())
                .limit(2)
                .toList();
    }

    private void until(Browser browser, String panel) {
        browser.untilThere("#effect .effect-body[data-panel=" + panel + "]");
    }

    private void version(Browser browser, int version) {
        browser.until(
                "version " + version + " is shown",
                SOON,
                () -> String.valueOf(version)
                                .equals(browser.script("return document.querySelector('#undo [name=version]').value"))
                        && String.valueOf(version)
                                .equals(browser.script("return document.querySelector('.desk').dataset.seen")));
    }

    @Test
    void withTheKeyboardAlone() throws IOException {
        long draft = adjust(plan);
        Plan before = drafts.sheet(draft).plan();
        browser.script("document.querySelector('.desk-rows table').focus()");
        browser.press(Keys.ARROW_DOWN);
        browser.untilThere("#part-form");
        String trip = (String) browser.script("return document.getElementById('detail').dataset.trip");
        browser.press(Keys.ENTER);
        tabTo("#trip-form [name=op]");
        type("取消趟次");
        tabTo("#trip-form button");
        browser.press(Keys.ENTER);
        until(browser, "EFFECT");
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("如果保留：取消趟次 " + trip);
        int people = persons(before, trip);
        int left = left(before);
        String needs = browser.text(".needs");
        assertThat(browser.text("#effect")).contains("-" + people, "综合成本", "涉及团组", trip);
        assertThat(drafts.sheet(draft).plan()).as("nothing is kept yet").isEqualTo(before);
        browser.screenshot("draft-effect-1280");
        tabTo("#keep button");
        browser.press(Keys.ENTER);
        until(browser, "DONE");
        version(browser, 1);
        assertThat(browser.text(".needs")).contains("未安排 " + (left + people) + " 人");
        assertThat(drafts.sheet(draft).plan().coachTrips())
                .noneMatch(one -> one.id().equals(trip));

        browser.press(Keys.ESCAPE);
        assertThat(browser.all("#effect .effect-body")).isEmpty();
        browser.press(Keys.CONTROL, "z");
        version(browser, 2);
        assertThat(browser.text(".needs")).isEqualTo(needs);
        assertThat(drafts.sheet(draft).plan()).isEqualTo(before);
        browser.press(Keys.CONTROL, "y");
        version(browser, 3);
        assertThat(browser.text(".needs")).contains("未安排 " + (left + people) + " 人");
        assertThat(browser.all("#redo button:disabled")).isNotEmpty();
    }

    private static int left(Plan plan) {
        return plan.unserved().stream().mapToInt(Plan.Unserved::headcount).sum();
    }

    private static int persons(Plan plan, String trip) {
        return plan.journeys().stream()
                .filter(journey ->
                        journey.legs().stream().anyMatch(leg -> leg.vehicle().equals(trip)))
                .mapToInt(Plan.Journey::headcount)
                .sum();
    }

    private void tabTo(String css) {
        for (int i = 0; i < 200; i++) {
            if ((Boolean) browser.script("return document.activeElement.matches(arguments[0])", css)) {
                assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
                        .as("focus of %s is visible", css)
                        .isNotEqualTo("none");
                return;
            }
            browser.press(Keys.TAB);
        }
        throw new AssertionError("Tab never reaches " + css);
    }

    /** Chooses in the select that has the focus. */
    private void type(String words) {
        browser.find("#trip-form [name=op]").sendKeys(words);
        assertThat(browser.script("return document.activeElement.selectedOptions[0].text"))
                .isEqualTo(words);
    }

    @Test
    void aBrokenRuleIsNamedAndKeepsTheDraftFromBeingSaved() throws IOException {
        long draft = adjust(plan);
        List<Plan.CoachTrip> full = full();
        String from = full.get(0).id();
        String onto = full.get(1).id();
        choose(browser, from);
        String group =
                (String) browser.script("return document.querySelector('#part-form [name=part]').value.split('|')[3]");
        drag(onto);
        until(browser, "EFFECT");
        assertThat(browser.text("#effect")).contains(group, "移到趟次 " + onto);
        browser.find("#keep button").click();
        until(browser, "DONE");
        version(browser, 1);
        assertThat(drafts.sheet(draft).broken()).isNotEmpty();
        assertThat(browser.text(".needs"))
                .contains("违规", drafts.sheet(draft).broken().get(0).rule().name());
        browser.find("#effect .discard").click();

        browser.find("#save button").click();
        until(browser, "REFUSED");
        assertThat(browser.text("#effect")).contains("还有违规");
        assertThat(browser.all("#effect .added li"))
                .hasSize(drafts.sheet(draft).broken().size());
        browser.screenshot("draft-refused-1280");
        browser.find("#effect .discard").click();
        browser.find(".needs a[href='?state=problem']").click();
        browser.untilThere(".desk[data-ready=true]");
        assertThat(browser.all("tr[data-vehicle] td:last-child"))
                .isNotEmpty()
                .allMatch(state -> state.getText().contains("违规 H"));
        browser.screenshot("draft-problem-1280");

        browser.find("#undo button").click();
        version(browser, 2);
        browser.find("#save button").click();
        browser.until("the new plan", SOON, () -> browser.path().matches("/plans/\\d+"));
        assertThat(plans.find(drafts.list().stream()
                                .filter(one -> one.id() == draft)
                                .findFirst()
                                .orElseThrow()
                                .savedAs())
                        .orElseThrow()
                        .plan()
                        .journeys())
                .containsExactlyInAnyOrderElementsOf(
                        plans.find(plan).orElseThrow().plan().journeys());
        browser.open("/drafts");
        assertThat(browser.text("tbody tr")).contains("草案已保存为方案");
        browser.assertAccessible();
    }

    /** The first part of the chosen trip onto a trip of the list. */
    private void drag(String onto) {
        browser.script(
                "const r = document.querySelector('.desk-rows'); r.scrollTop = 0;"
                        + "document.querySelector('#filters [name=text]').value = arguments[0];"
                        + "document.getElementById('filters').dispatchEvent(new Event('change'))",
                onto);
        browser.untilThere("tr[data-vehicle='" + onto + "']");
        browser.script(
                "const data = new DataTransfer(); const send = (kind, on) => on.dispatchEvent("
                        + "new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));"
                        + "const part = document.querySelector('tr[data-part]');"
                        + "const trip = document.querySelector(`tr[data-vehicle='${arguments[0]}'] td`);"
                        + "send('dragstart', part); send('dragover', trip); send('drop', trip); send('dragend', part);",
                onto);
    }

    @Test
    void twoAtOnceSeeAndKeepEachOthersChanges() throws Exception {
        long draft = adjust(plan);
        String address = browser.path();
        List<Plan.CoachTrip> full = full();
        try (Browser other = Browser.start(address())) {
            other.cookie(
                    Session.COOKIE,
                    as(Account.fresh("zhangsan", "张三", Role.DISPATCHER, Set.of(), null)
                                    .settled())
                            .cookie());
            other.open(address);
            other.untilThere(".desk[data-ready=true]");
            choose(other, full.get(1).id());
            choose(browser, full.get(0).id());
            // half typed
            WebElement persons = browser.find("#part-form [name=persons]");
            persons.clear();
            persons.sendKeys("1");
            browser.find("#part-form [name=target] option[value=off]").click();

            other.find("#trip-form [name=op] option[value=pin]").click();
            other.find("#trip-form button").click();
            until(other, "EFFECT");
            other.find("#keep button").click();
            until(other, "DONE");
            browser.until(
                    "news of the other",
                    SOON,
                    () -> browser.text(".desk-news")
                            .contains("张三 刚刚改动：固定趟次 " + full.get(1).id()));
            version(browser, 1);
            assertThat(browser.find("#part-form [name=persons]").getAttribute("value"))
                    .isEqualTo("1");
            assertThat(browser.find("#part-form [name=target]").getAttribute("value"))
                    .isEqualTo("off");
            browser.script("scrollTo(0, 0)");
            browser.screenshot("draft-news-1280");

            browser.find("#part-form button").click();
            until(browser, "STALE");
            assertThat(browser.text("#effect")).contains("草案刚被改过", "张三", "固定趟次");
            browser.find("#again button").click();
            until(browser, "EFFECT");
            assertThat(browser.text("#effect")).contains("1 人", "不安排");
            browser.find("#keep button").click();
            until(browser, "DONE");
            version(browser, 2);
            other.until(
                    "news of the first", SOON, () -> other.text(".desk-news").contains("不安排"));
        }
        assertThat(drafts.sheet(draft).pinnedTrips())
                .containsExactly(full.get(1).id());
        assertThat(left(drafts.sheet(draft).plan()))
                .isEqualTo(left(plans.find(plan).orElseThrow().plan()) + 1);
        assertThat(drafts.steps(draft, 0)).hasSize(2);
    }

    @Test
    void aRemedyIsOnePressAndPeopleAreBoarded() throws IOException {
        List<Group> day = LifePages.DAY.stream().limit(4).toList();
        String home = day.get(0).from();
        String prefecture = PublishedPlans.DEMO.places().stream()
                .filter(place -> place.id().equals(home))
                .findFirst()
                .orElseThrow()
                .prefecture();
        List<CoachPool> one = PublishedPlans.DEMO.coachPools().stream()
                .filter(pool -> pool.homePrefecture().equals(prefecture))
                .limit(1)
                .map(pool -> pool.withCount(1))
                .toList();
        PublishedPlans.Made made =
                PublishedPlans.of(List.of(day.get(0), day.get(0).withId("again")), one);
        assertThat(made.plan().unserved()).as("a group stays behind").isNotEmpty();
        long draft = adjust(plans.save(made.problem(), made.plan()));
        int left = left(made.plan());
        browser.find("#unserved summary").click();
        browser.screenshot("draft-unserved-1280");
        browser.find("#unserved .remedy").click();
        until(browser, "EFFECT");
        assertThat(browser.text("#effect")).contains("采用", "+");
        browser.find("#keep button").click();
        until(browser, "DONE");
        version(browser, 1);
        assertThat(left(drafts.sheet(draft).plan())).isLessThan(left);
        assertThat(drafts.sheet(draft).broken()).isEmpty();
    }

    @Test
    void onANarrowScreenAndForEverybody() throws Exception {
        long draft = adjust(plan);
        choose(browser, full().get(0).id());
        browser.assertFitsTheWidth();
        browser.assertAccessible();
        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.find("#trip-form [name=op] option[value=pin]").click();
        browser.find("#trip-form button").click();
        until(browser, "EFFECT");
        browser.assertFitsTheWidth();
        browser.screenshot("draft-effect-390");
        browser.assertAccessible();
        browser.open("/drafts");
        browser.assertFitsTheWidth();

        String reader = get(as(Role.REPORTER), "/drafts/" + draft).body();
        assertThat(reader).contains("调度台").doesNotContain("id=\"save\"", "board-form");
        assertThat(get("/drafts/999999").statusCode()).isEqualTo(404);
        assertThat(post("/drafts/" + draft + "/preview", Map.of("version", "0", "op", "fly"))
                        .statusCode())
                .isEqualTo(422);
    }
}
