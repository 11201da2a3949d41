package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Offer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/** A dispatcher's way through capacity: add, correct, change, look at the calendar, import a file. */
@Timeout(180)
class CapacityPathTest extends RunningApplication {
    @Autowired
    private CapacityRegister register;

    @Autowired
    private AuditLog audit;

    private static Map<String, String> pool(String id) {
        Map<String, String> typed = new HashMap<>(Map.ofEntries(
                Map.entry("version", "0"),
                Map.entry("id", id),
                Map.entry("operator", "太原市汽车运输公司"),
                Map.entry("depot", "dp-1401"),
                Map.entry("homePrefecture", "1401"),
                Map.entry("approvedSeats", "49"),
                Map.entry("wheelchairSpaces", "0"),
                Map.entry("count", "12"),
                Map.entry("availableFrom", "2024-01-25T00:00"),
                Map.entry("availableUntil", "2024-04-09T00:00"),
                Map.entry("dispatchYuan", "900"),
                Map.entry("yuanPerLoadedKm", "11"),
                Map.entry("yuanPerEmptyKm", "6"),
                Map.entry("yuanPerDriverDay", "300")));
        return typed;
    }

    @Test
    void withoutJavaScript() throws Exception {
        Map<String, String> typed = pool("page-1");
        typed.put("approvedSeats", "五十");
        HttpResponse<String> wrong = post("/capacity/pools", typed);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("应为 7 至 100 的整数", "value=\"五十\"", "value=\"太原市汽车运输公司\"");

        typed.put("approvedSeats", "49");
        assertThat(post("/capacity/pools", typed).statusCode()).isEqualTo(302);
        // the same number once more, and a change from a version that is gone
        assertThat(post("/capacity/pools", typed).statusCode()).isEqualTo(409);
        typed.put("version", "1");
        typed.put("count", "13");
        assertThat(post("/capacity/pools", typed).statusCode()).isEqualTo(302);
        HttpResponse<String> stale = post("/capacity/pools", typed);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("别人已修改");

        assertThat(post("/capacity/pools/page-1/end", Map.of("version", "2")).statusCode())
                .isEqualTo(302);
        assertThat(post("/capacity/pools/page-1/remove", Map.of("version", "3")).statusCode())
                .isEqualTo(302);
        assertThat(get("/capacity/pools/page-1").statusCode()).isEqualTo(404);
        assertThat(get("/capacity/ships/page-1").statusCode()).isEqualTo(404);
        assertThat(audit.entries("test-dispatcher", "capacity.removed", 5, 0))
                .anyMatch(entry -> entry.subject().equals("page-1"));
    }

    @Test
    void othersReadAndDoNotChange() throws Exception {
        assertThat(get(as(Role.REPORTER), "/capacity/calendar").statusCode()).isEqualTo(200);
        assertThat(post(as(Role.REPORTER), "/capacity/pools", pool("page-2")).statusCode())
                .isEqualTo(403);
        assertThat(get(as(Role.COUNTY), "/capacity/calendar").statusCode()).isEqualTo(403);
        assertThat(register.find(Offer.Kind.POOL, "page-2")).isEmpty();
    }

    @Test
    void theCalendarIsInItsAddressAndInItsCsv() throws Exception {
        HttpResponse<String> page = get("/capacity/calendar?from=2024-02-17&view=week&kind=FLIGHT");
        assertThat(page.body()).contains("02-12", "02-18", "bj-04").doesNotContain("cp-1401-45");
        HttpResponse<String> csv = get("/capacity/calendar.csv?from=2024-02-17&view=week&kind=FLIGHT");
        assertThat(csv.body()).startsWith("\uFEFF编号").contains("2024-02-18 可用", "bj-04");
        assertThat(csv.body().lines().skip(1)).allMatch(line -> line.contains("包机"));
        assertThat(get("/capacity/calendar?plan=999999").statusCode()).isEqualTo(404);
        assertThat(get("/capacity/calendar?from=yesterday").statusCode()).isEqualTo(200);
        assertThat(get("/capacity/calendar?kind=SHIP").statusCode()).isEqualTo(400);
    }

    @Test
    void inABrowser() throws Exception {
        try (Browser browser = browser()) {
            browser.open("/capacity/pools/new");
            browser.find("#f-id").sendKeys("seen-1");
            browser.find("#f-operator").sendKeys("临汾客运");
            browser.find("#f-depot").sendKeys("dp-1401");
            browser.find("#f-homePrefecture").sendKeys("临汾");
            browser.find("#f-approvedSeats").sendKeys("53");
            browser.find("#f-count").sendKeys("-2");
            browser.script("document.querySelector('#f-availableFrom').value='2024-02-01T00:00'");
            browser.script("document.querySelector('#f-availableUntil').value='2024-03-01T00:00'");
            for (String price :
                    new String[] {"dispatchYuan", "yuanPerLoadedKm", "yuanPerEmptyKm", "yuanPerDriverDay"}) {
                browser.find("#f-" + price).sendKeys("8.5");
            }
            browser.press(Keys.ENTER);
            browser.untilThere("#e-count");
            assertThat(browser.find("#f-operator").getDomProperty("value")).isEqualTo("临汾客运");
            assertThat(browser.text("#e-depot")).contains("临汾市");
            browser.screenshot("capacity-pool-wrong");
            browser.size(390, 800);
            browser.assertFitsTheWidth();
            browser.screenshot("capacity-pool-wrong-390");

            WebElement count = browser.find("#f-count");
            count.clear();
            count.sendKeys("4");
            browser.find("#keep").click();
            browser.untilThere(".news");
            assertThat(browser.path()).isEqualTo("/capacity/pools/seen-1");

            browser.open("/capacity/calendar?from=2024-02-17&view=month&kind=POOL");
            browser.assertFitsTheWidth();
            browser.script("document.querySelector('.scroll').scrollLeft = 600");
            assertThat(((Number) browser.script("return Math.round(document.querySelector('tbody th.stay')"
                                    + ".getBoundingClientRect().left - document.querySelector('.scroll')"
                                    + ".getBoundingClientRect().left)"))
                            .intValue())
                    .as("the first column stays")
                    .isBetween(0, 2);
            browser.screenshot("capacity-calendar-390");
            browser.size(1280, 900);
            browser.find("#next").click();
            browser.until(
                    "next month", Duration.ofSeconds(20), () -> browser.path().contains("from=2024-03-01"));
            assertThat(browser.path()).contains("kind=POOL").contains("view=month");
            browser.screenshot("capacity-calendar");
        }
        assertThat(register.find(Offer.Kind.POOL, "seen-1").orElseThrow().offer())
                .isInstanceOfSatisfying(
                        CoachPool.class, pool -> assertThat(pool.count()).isEqualTo(4));
    }

    @Test
    void aFileIsPreviewedCorrectedAndTaken() throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "运力", ".csv");
        String head = "编号,企业,停车场,车籍所在地,核载,车辆,可用开始,可用结束,出车费,重驶,空驶,驾驶员\n";
        String row = ",太原客运,dp-1401,1401,49,3,2024-01-25,2024-04-08,900,11,6,300\n";
        Files.writeString(
                file, head + "file-1" + row + "file-2" + row.replace(",49,", ",四十九,"), StandardCharsets.UTF_8);
        try (Browser browser = browser()) {
            browser.open("/capacity/import");
            browser.find("#file").sendKeys(file.toAbsolutePath().toString());
            browser.find("#read").click();
            browser.untilThere("#take");
            assertThat(browser.text("tbody")).contains("file-1", "新增", "file-2", "有问题", "四十九");
            browser.screenshot("capacity-import");
            browser.size(390, 800);
            browser.assertFitsTheWidth();
            browser.screenshot("capacity-import-390");
            browser.open("/capacity/calendar");
            browser.untilThere(".calendar");
            browser.script("history.back()");
            browser.untilThere("#take");
            browser.find("#take").click();
            browser.untilThere(".news");
            assertThat(browser.text(".news")).contains("1");
            assertThat(browser.text("tbody")).contains("不变");
            assertThat(browser.find("#take").isEnabled()).isFalse();
            browser.assertQuietAndAtHome();
        } finally {
            Files.delete(file);
        }
        assertThat(register.find(Offer.Kind.POOL, "file-1")).isPresent();
        assertThat(register.find(Offer.Kind.POOL, "file-2")).isEmpty();
    }
}
