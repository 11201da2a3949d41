package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Role;
import io.chunfeng.demand.Group;
import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.RanTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A statistician's Thursday in a real browser: check, compare with the platform, give reasons, freeze; then a correction, the
 * next table, what differs and why, down to the entries and back. The setting makes it an application of its own.
 */
@Timeout(300)
@TestPropertySource(properties = "chunfeng.reporting.grace=13h")
class FreezePathTest extends LifePages {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant RAN = Instant.parse("2024-02-17T08:00:00+08:00");
    private static final String CHECK =
            "/statistics/frozen/check?template=T-2024-SX&unit=14&asOf=2024-02-22T18:00&rule=MAIN_LEG";

    @Autowired
    private Publications publications;

    @Autowired
    private DispatchRepository dispatch;

    @Autowired
    private Ledger ledger;

    private Browser browser;
    private long plan;
    private RanTrip trip;

    @BeforeEach
    void oneTripHasRunAndAnotherSaysNothing() throws IOException {
        List<Group> groups = List.of(OWN, DAY.get(DAY.size() / 3), DAY.get(DAY.size() / 2));
        plan = plan(groups);
        publications.publish(plan, publications.newest(), "test", Map.of());
        String coach = plans.find(plan).orElseThrow().plan().coachTrips().get(0).id();
        dispatch.markRan(plan, coach, RAN, new Author("diaodu", null));
        trip = ledger.ranTrips(RAN, ledger.newest()).get(0);
        browser = browser(Role.REPORTER);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void fromTheChecksToTheEntriesAndBack(@TempDir Path folder) throws Exception {
        checkAndFreeze(folder);
        correctAndFreezeAgain();
        differencesTellWhy();
        backFromTheTripToTheTables();
        calendar();
        aCountyReports();
        narrow();
        browser.assertQuietAndAtHome("status of 400");
    }

    private void checkAndFreeze(Path folder) throws IOException {
        browser.open("/statistics");
        browser.find("a[href^='/statistics/frozen']").click();
        browser.untilThere("#to-check");
        browser.screenshot("frozen-list-empty-1280");
        browser.open(CHECK);
        assertThat(browser.text("li[data-check=COUNT_WITHOUT_TRIP]")).contains("通过");
        assertThat(browser.text("li[data-check=TRIP_WITHOUT_ACTUAL]"))
                .contains("提醒")
                .contains("没有登记");
        assertThat(browser.text("li[data-check=PLATFORM_DIFFERS]")).contains("未核对");

        Path platform = folder.resolve("平台.csv");
        Files.writeString(platform, "市级名称,线上招聘会场次\n运城市,3\n");
        browser.find("#platform [name=file]").sendKeys(platform.toString());
        browser.find("#platform button").click();
        browser.until(
                "compared",
                SOON,
                () -> browser.text("li[data-check=PLATFORM_DIFFERS]").contains("平台 3"));

        browser.find("[name=responsible]").sendKeys("王处长");
        browser.find("#sign").click();
        browser.until("refused", SOON, () -> browser.text(".refusal").contains("请写明照此冻结的理由"));
        assertThat(browser.find("[name=responsible]").getAttribute("value")).isEqualTo("王处长");
        browser.screenshot("frozen-check-1280");
        browser.assertAccessible();
        giveReasons();
        browser.find("#sign").click();
        browser.untilThere("#verify");
        assertThat(browser.text("h1")).isEqualTo("T-2024-SX-第1号");
        assertThat(browser.text(".sealed")).contains("王处长");
        assertThat(browser.text("li[data-check=TRIP_WITHOUT_ACTUAL]")).contains("已电话核实");
        browser.find("#verify").click();
        browser.until("the same", SOON, () -> browser.text("#same").contains("逐字节相同"));
        browser.screenshot("frozen-table-1280");
        browser.assertAccessible();
    }

    private void giveReasons() {
        for (WebElement reason : browser.all("[name^=reason-]")) {
            reason.clear();
            reason.sendKeys("已电话核实");
        }
    }

    private void correctAndFreezeAgain() {
        RanTrip.Boarding first = trip.boardings().get(0);
        dispatch.markRan(
                plan,
                trip.vehicleId(),
                RAN,
                Map.of(first.groupId(), Aboard.persons(first.persons() - 1)),
                new Author("diaodu", "一人未上车"));
        browser.open(CHECK);
        giveReasons();
        browser.find("[name=responsible]").sendKeys("王处长");
        browser.find("#sign").click();
        browser.until("frozen", SOON, () -> browser.text("h1").equals("T-2024-SX-第2号"));
    }

    private void differencesTellWhy() throws IOException {
        browser.find("#differences a").click();
        browser.untilThere("#cells");
        assertThat(browser.text("#cells")).contains("-1").contains("合计运送人次");
        browser.find("#cells tbody a").click();
        browser.until("why", SOON, () -> browser.text("#why").contains("一人未上车"));
        browser.screenshot("frozen-differences-1280");
        browser.assertAccessible();
    }

    private void backFromTheTripToTheTables() throws IOException {
        browser.find("#why tbody a").click();
        browser.untilThere("#standing");
        assertThat(browser.text("#standing")).contains("T-2024-SX-第1号").contains("T-2024-SX-第2号");
        assertThat(browser.all("tr.reversed")).isNotEmpty();
        assertThat(browser.text("#acts")).contains("更正原因：一人未上车").contains("首次登记");
        browser.screenshot("ledger-trip-1280");
        browser.assertAccessible();
        browser.find("#standing td.id + td.id a").click();
        browser.untilThere("#trips");
        assertThat(browser.text("#trips tbody")).contains(plan + "/" + trip.vehicleId());
        browser.screenshot("lineage-1280");
        browser.find("#trips tbody a").click();
        browser.untilThere("#acts");
        browser.find("#acts tbody a").click();
        browser.until("the group", SOON, () -> browser.path().startsWith("/statistics/ledger/groups/"));
        assertThat(browser.text("#acts")).contains(plan + "/" + trip.vehicleId());
        browser.open("/statistics/trips?asOf=2024-02-22T18:00&city="
                + trip.boardings().get(0).city() + "&column=9");
        assertThat(browser.all("a[href^='/statistics/ledger/trips/']")).isNotEmpty();
    }

    /** One county of 济南 has frozen its table: the calendar tells which have not. */
    private void aCountyReports() throws IOException {
        browser.open("/statistics/frozen/check?template=T-2023-CF&unit=370102&asOf=2023-02-01T23:59&rule=MAIN_LEG");
        giveReasons();
        browser.find("[name=responsible]").sendKeys("李科长");
        browser.find("#sign").click();
        browser.untilThere("#verify");
        browser.open("/statistics/calendar");
        browser.find("#behind details summary").click();
        assertThat(browser.text("#behind details")).contains("已报 1 个，未报 11 个").contains("市中区", "商河县");
        browser.script("document.querySelector('#behind details').scrollIntoView({block: 'center'})");
        browser.screenshot("calendar-counties-1280");
        browser.assertAccessible();
    }

    private void calendar() throws IOException {
        browser.open("/statistics/calendar?on=2024-02-13T09:00");
        assertThat(browser.text("#ahead tbody tr"))
                .contains("2024-02-15（正月初六）周四 18:00")
                .contains("还有 2 天 9 小时")
                .contains("临近截止");
        assertThat(browser.text("#behind")).contains("已过期限").contains("县（市、区）报市");
        browser.screenshot("calendar-1280");
        browser.assertAccessible();
        browser.open("/statistics/calendar");
        assertThat(browser.text("#behind")).contains("已补冻结");
    }

    private void narrow() throws IOException {
        browser.size(390, 844);
        for (String page : new String[] {
            "/statistics/frozen",
            CHECK,
            "/statistics/frozen/T-2024-SX/1",
            "/statistics/frozen/T-2024-SX/2/differences",
            "/statistics/ledger/trips/" + plan + "/" + trip.vehicleId(),
            "/statistics/ledger/groups/" + trip.boardings().get(0).groupId(),
            "/statistics/calendar",
            "/statistics/frozen/check?template=T-2023-CF&unit=3701&asOf=2023-02-03T12:00"
        }) {
            browser.open(page);
            browser.assertFitsTheWidth();
            browser.assertAccessible();
            browser.screenshot("narrow-" + page.replaceAll("[^a-zA-Z0-9]+", "-"));
        }
        browser.size(1280, 900);
    }
}
