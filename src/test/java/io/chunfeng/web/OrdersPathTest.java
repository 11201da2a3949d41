package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.AuditLog;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.IssuedOrder.Outcome;
import io.chunfeng.dispatch.OrderContent;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.TripOrder;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.manifest.Masks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * From the plan to the order in the driver's hand: assign, check, publish, print, change, publish again. The setting makes
 * it an application of its own: others count on groups that nobody has published.
 */
@Timeout(240)
@TestPropertySource(properties = "chunfeng.order-notice-hours=12")
class OrdersPathTest extends LifePages {
    private static final Duration PATIENT = Duration.ofSeconds(60);

    @Autowired
    private Publications publications;

    @Autowired
    private TripOrders orders;

    @Autowired
    private AuditLog audit;

    private long severalTrips() {
        return plan(List.of(OWN, OTHER, DAY.get(DAY.size() / 3), DAY.get(DAY.size() / 2), DAY.get(DAY.size() - 1)));
    }

    @Test
    void assignCheckPublishPrintAndPublishAgain() throws Exception {
        long plan = severalTrips();
        int before = publications.newest();
        try (Browser browser = browser()) {
            browser.open("/plans/" + plan + "/publication");
            assertThat(browser.all(".check-list li")).hasSize(13);
            assertThat(browser.all(".check-list li.BLOCKS")).isEmpty();
            assertThat(browser.find("li[data-code=MANIFEST_MISSING]").getText()).contains("提醒");
            browser.assertFitsTheWidth();
            browser.screenshot("publication-checks-1280");
            browser.find("#to-assignment").click();
            browser.screenshot("assignment-1280");
            String trip = browser.all(".assignments tbody tr")
                    .get(0)
                    .getAttribute("id")
                    .replace("trip-", "");
            chooseAnotherDriver(browser, trip, "driver-1");
            assertThat(browser.text("#trip-" + trip)).contains("手工");

            browser.open("/plans/" + plan + "/publication");
            browser.find("#publish").click();
            browser.until("published", PATIENT, () -> browser.path().contains("published="));
            browser.find("#to-orders").click();
            int number = before + 1;
            List<IssuedOrder> issued = orders.of(number);
            assertThat(browser.all("table.orders tbody tr")).hasSameSizeAs(issued);
            assertThat(issued)
                    .allMatch(order -> order.outcome() == Outcome.NEW
                            || order.outcome() == Outcome.CHANGED
                            || order.outcome() == Outcome.VOID);
            browser.screenshot("orders-1280");

            TripOrder order = issued.stream()
                    .filter(one ->
                            one.order().tripId().equals(trip) && one.order().inForce())
                    .findFirst()
                    .orElseThrow()
                    .order();
            read(browser, order);
            print(browser, order);
            TripOrder changed = changeTheDriver(browser, order);
            publishAgain(browser, plan, number, changed);
            narrow(browser, plan, order);
            browser.assertQuietAndAtHome();
        }
    }

    /** The first free one of the list that is not chosen. */
    private static void chooseAnotherDriver(Browser browser, String trip, String field) {
        browser.find("#trip-" + trip + " a").click();
        pickAnother(browser, field);
        browser.find("#keep").click();
    }

    private static void pickAnother(Browser browser, String field) {
        List<String> chosen = browser.all("select[name=driver] option:checked").stream()
                .map(option -> option.getAttribute("value"))
                .toList();
        browser.all("#" + field + " option").stream()
                .filter(option -> !option.getAttribute("value").isEmpty())
                .filter(option -> !chosen.contains(option.getAttribute("value")))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static void read(Browser browser, TripOrder order) throws IOException {
        OrderContent content = order.content();
        browser.open("/orders/" + order.number());
        assertThat(browser.text(".order-sheet"))
                .contains(
                        order.number(),
                        content.coach().plate(),
                        "包车客运标志牌",
                        content.coach().permit())
                .contains(content.drivers().get(0).name())
                .contains(Masks.phone(content.drivers().get(0).phone()))
                .doesNotContain(content.drivers().get(0).phone());
        assertThat(browser.all(".sheet-table tr.STOP")).hasSizeGreaterThan(1);
        browser.assertFitsTheWidth();
        browser.size(1280, 1600);
        browser.screenshot("order-1280");
        browser.size(1280, 900);
    }

    private void print(Browser browser, TripOrder order) throws IOException {
        browser.find("#print").click();
        assertThat(browser.text(".order-sheet"))
                .contains(order.content().drivers().get(0).phone());
        assertThat(browser.pdf("order")).isBetween(1, 2);
        assertThat(audit.entries(null, "orders.printed", 5, 0))
                .anyMatch(entry -> order.number().equals(entry.subject()));
        browser.open("/orders/print?day=" + Format.dateOf(order.content().busyFrom()));
        int sheets = browser.all(".order-sheet").size();
        assertThat(sheets).isGreaterThanOrEqualTo(1);
        assertThat(browser.pdf("orders-of-a-day")).isGreaterThanOrEqualTo(sheets);
    }

    private TripOrder changeTheDriver(Browser browser, TripOrder order) throws IOException {
        browser.open("/orders/" + order.number());
        browser.find("#change").click();
        pickAnother(browser, "driver-1");
        browser.find("#reason").sendKeys("驾驶员生病");
        browser.screenshot("order-change-1280");
        browser.find("#keep").click();
        assertThat(browser.text("#versions")).contains("第2版", "第1版", "驾驶员生病");
        TripOrder changed = orders.versions(order.number()).get(0);
        assertThat(changed.version()).isEqualTo(order.version() + 1);
        browser.open("/orders/" + order.number() + "?version=" + order.version());
        assertThat(browser.text(".refusal")).contains("旧版");
        return changed;
    }

    /** One trip gets another driver before: its order alone gets a new version. */
    private void publishAgain(Browser browser, long plan, int number, TripOrder changed) throws IOException {
        // who took the place of the sick driver stays, although the choice by hand from before was another
        browser.open("/plans/" + plan + "/publication");
        assertThat(browser.text(".orders-sum")).contains("变更 0 份");
        browser.open("/plans/" + plan + "/assignment");
        chooseAnotherDriver(browser, changed.tripId(), "driver-1");
        browser.open("/plans/" + plan + "/publication");
        assertThat(browser.text(".orders-sum")).contains("变更 1 份");
        browser.find("#publish").click();
        browser.until("published again", PATIENT, () -> browser.path().endsWith("published=" + (number + 1)));
        List<IssuedOrder> again = orders.of(number + 1);
        assertThat(again.stream().filter(order -> order.outcome() != Outcome.KEPT))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.order().number()).isEqualTo(changed.number());
                    assertThat(order.order().version()).isEqualTo(changed.version() + 1);
                });
        browser.open("/orders/changes?publication=" + (number + 1));
        assertThat(browser.text("main")).contains("没有改变任何人的行程", changed.number());
        browser.screenshot("orders-changes-1280");
    }

    private static void narrow(Browser browser, long plan, TripOrder order) throws IOException {
        browser.size(390, 844);
        for (String page : List.of(
                "/plans/" + plan + "/publication",
                "/plans/" + plan + "/assignment",
                "/plans/" + plan + "/assignment/" + order.tripId(),
                "/orders",
                "/orders/changes?publication=1",
                "/groups/changes",
                "/orders/" + order.number(),
                "/orders/" + order.number() + "/change",
                "/orders/print?number=" + order.number(),
                "/capacity/fleet",
                "/capacity/fleet/coaches/0",
                "/capacity/fleet/import")) {
            browser.open(page);
            browser.assertFitsTheWidth();
            browser.assertAccessible();
            browser.screenshot("orders-narrow" + page.replaceAll("[/?=]", "-"));
        }
    }

    @Test
    void whatIsMissingBlocksAndSaysWhere() throws Exception {
        long plan = severalTrips();
        int before = publications.newest();
        String assignment = get("/plans/" + plan + "/assignment").body();
        String trip = assignment.replaceAll("(?s).*?id=\"trip-([^\"]+)\".*", "$1");
        assertThat(post("/plans/" + plan + "/assignment/" + trip, Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(post("/plans/" + plan + "/assignment/" + trip, Map.of("version", "0"))
                        .statusCode())
                .as("somebody else chose meanwhile")
                .isEqualTo(409);
        String page = get("/plans/" + plan + "/publication").body();
        assertThat(page).contains("data-code=\"PAPERS\"", "/plans/" + plan + "/assignment/" + trip, "阻止");
        HttpResponse<String> refused =
                post("/plans/" + plan + "/publication", Map.of("newest", String.valueOf(before)));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("没有发布");
        assertThat(publications.newest()).isEqualTo(before);

        assertThat(post("/plans/" + plan + "/assignment/" + trip, Map.of("version", "1", "automatic", "true"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(post("/plans/" + plan + "/publication", Map.of("newest", String.valueOf(before)))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void workbookHoldsWhatIsListedAndCountiesSeeOnlyTheirOwnChanges() throws Exception {
        long plan = severalTrips();
        int before = publications.newest();
        post("/plans/" + plan + "/publication", Map.of("newest", String.valueOf(before)));
        List<IssuedOrder> issued = orders.of(before + 1);
        byte[] file = HttpClient.newHttpClient()
                .send(
                        request("/orders/orders.xlsx?publication=" + (before + 1))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(issued.size());
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(issued.get(0).order().number());
        }
        assertThat(get("/orders/changes?publication=" + (before + 1)).statusCode())
                .isEqualTo(200);
        String own =
                get(county(), "/groups/changes?publication=" + (before + 1)).body();
        assertThat(own).doesNotContain(OTHER.id()).doesNotContain("派车单编号");
        assertThat(get(county(), "/orders").statusCode()).isEqualTo(403);
        assertThat(get("/orders/2024-9999-C1").statusCode()).isEqualTo(404);
    }

    @Test
    void registerIsKeptWithMaskedNumbers() throws Exception {
        String list = get("/capacity/fleet").body();
        assertThat(list).contains("晋AZ0001", "100****").doesNotContain("10000000001");
        Map<String, String> coach = Map.of(
                "version",
                "0",
                "plate",
                "晋a·98765d",
                "poolId",
                "cp-1401-45",
                "approvedSeats",
                "45",
                "permit",
                "演示客字140100999号",
                "state",
                "READY");
        assertThat(post("/capacity/fleet/coaches/0", coach).statusCode()).isEqualTo(302);
        assertThat(get("/capacity/fleet?text=98765").body()).contains("晋A98765D");
        HttpResponse<String> twice = post("/capacity/fleet/coaches/0", coach);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("一块车牌只登记一次", "value=\"晋a·98765d\"");
        assertThat(twice.body()).contains("aria-invalid=\"true\"");
        String driver = get("/capacity/fleet/drivers/1").body();
        assertThat(driver).doesNotContain("10000000001").contains("100****0001");
        assertThat(get(county(), "/capacity/fleet").statusCode()).isEqualTo(403);
    }
}
