package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Role;
import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.place.Prefectures;
import io.chunfeng.plan.Plan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** 动态监测 and 阶段报告 over a real plan whose trips ran: over the addresses, and in a browser. */
@Timeout(300)
@TestPropertySource(properties = "chunfeng.incident-seconds=3")
class MonitoringTest extends LifePages {
    private static final Author MARKS = new Author("test", null);
    private static final Author CORRECTS = new Author("test", "多记了一趟");
    private static final Instant RAN = Instant.parse("2024-02-17T08:00:00+08:00");
    private static final String PERIOD = "from=2024-02-17&to=2024-02-18";
    private static final Pattern CELL = Pattern.compile("<(?:th|td)[^>]*>(.*?)</(?:th|td)>", Pattern.DOTALL);

    @Autowired
    private DispatchRepository dispatch;

    @Autowired
    private Ledger ledger;

    private long plan;
    private List<String> vehicles;

    /** Everything of one plan runs on the 17th, but half of it after midnight in Shanghai. */
    @BeforeEach
    void tripsRun() {
        for (RanTrip trip : ledger.ranTrips(Instant.now())) {
            dispatch.unmarkRan(trip.planId(), trip.vehicleId(), CORRECTS);
        }
        plan = plan(DAY.stream().limit(12).toList());
        vehicles = plans.find(plan).orElseThrow().plan().coachTrips().stream()
                .map(Plan.CoachTrip::id)
                .toList();
        for (int i = 0; i < vehicles.size(); i++) {
            dispatch.markRan(plan, vehicles.get(i), i % 2 == 0 ? RAN : RAN.plusSeconds(16 * 3600), MARKS);
        }
    }

    private int carried() {
        return ledger.ranTrips(Instant.now()).stream()
                .mapToInt(RanTrip::persons)
                .sum();
    }

    @Test
    void everyCsvIsTheTableOfThePage() throws Exception {
        String page = get("/statistics/monitoring?" + PERIOD + "&level=CITY").body();
        List<String> tables = new ArrayList<>();
        Matcher table = Pattern.compile("<table class=\"data figures-of\">.*?</table>", Pattern.DOTALL)
                .matcher(page);
        while (table.find()) {
            tables.add(table.group());
        }
        List<String> keys = List.of("days", "flows", "modes", "load", "cost");
        assertThat(tables).hasSize(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            HttpResponse<String> csv = get("/statistics/monitoring/" + keys.get(i) + ".csv?" + PERIOD + "&level=CITY");
            assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(cells(csv.body())).as(keys.get(i)).isEqualTo(shown(tables.get(i)));
        }
        assertThat(page).contains("data-flows=\"/statistics/monitoring/flows.geojson");
    }

    /** Days differ: pages show the lunar date too, files the date alone. */
    private static List<String> shown(String table) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(table);
        while (cell.find()) {
            String text = cell.group(1).replaceAll("<[^>]*>", "").strip();
            cells.add(text.replaceAll("（正月.*", "").replaceAll("(?<=\\d),(?=\\d)", ""));
        }
        return cells;
    }

    private static List<String> cells(String csv) {
        return csv.replace("\uFEFF", "")
                .lines()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList();
    }

    @Test
    void aFigureOpensToItsTripsWhichAddUpToIt() throws Exception {
        String page = get("/statistics/monitoring").body();
        assertThat(page).contains("<b id=\"persons\">" + carried() + "</b>");
        Matcher links = Pattern.compile("href=\"(/statistics/monitoring/trips[^\"]*)\"[^>]*>([\\d,]+)<")
                .matcher(page);
        Map<String, String> figures = new LinkedHashMap<>();
        while (links.find()) {
            figures.put(links.group(1).replace("&amp;", "&"), links.group(2));
        }
        assertThat(figures).hasSizeGreaterThan(4);
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            String behind = get(figure.getKey()).body();
            // figures of trips open to the same list as those of their people
            assertThat(behind)
                    .as(figure.getKey())
                    .containsPattern("id=\"sum\">" + figure.getValue() + "<|合计 " + figure.getValue() + " 趟");
        }
    }

    @Test
    void anOlderRecordingStaysAsItWas() throws Exception {
        long before = ledger.newest();
        int persons = carried();
        dispatch.unmarkRan(plan, vehicles.get(0), CORRECTS);

        String older = get("/statistics/monitoring?recording=" + before).body();
        assertThat(older).contains("<b id=\"persons\">" + persons + "</b>").contains("看最新数据");
        assertThat(get("/statistics/monitoring").body()).contains("<b id=\"persons\">" + carried() + "</b>");
        assertThat(carried()).isLessThan(persons);
        assertThat(get("/statistics/monitoring?recording=" + (ledger.newest() + 1))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void fewerAboardThanPlannedIsWhatIsCounted() throws Exception {
        RanTrip trip = ledger.ranTrips(Instant.now()).stream()
                .filter(ran -> !ran.boardings().isEmpty())
                .findFirst()
                .orElseThrow();
        String group = trip.boardings().get(0).groupId();
        int before = carried();
        int planned = trip.boardings().stream()
                .filter(boarding -> boarding.groupId().equals(group))
                .mapToInt(RanTrip.Boarding::persons)
                .sum();
        dispatch.markRan(plan, trip.vehicleId(), trip.ranAt(), Map.of(group, new Aboard(planned - 1, 1, 1)), CORRECTS);
        assertThat(get("/statistics/monitoring").body()).contains("<b id=\"persons\">" + (before - 1) + "</b>");
    }

    @Test
    void whatIsNoFilterIsABadRequest() throws Exception {
        for (String query : List.of(
                "from=2024-02-18&to=2024-02-17", "city=14", "away=1", "mode=SHIP", "from=yesterday", "city=%27%3B--")) {
            assertThat(get("/statistics/monitoring?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(get("/statistics/monitoring/nothing.csv").statusCode()).isEqualTo(404);
        assertThat(get("/statistics/monitoring?from=2020-01-01&to=2020-01-02").body())
                .contains("没有符合条件的运送");
    }

    @Test
    void aReportIsReproducedAndToldOfLaterCorrections() throws Exception {
        Session reporter = as(Role.REPORTER);
        HttpResponse<String> written =
                post(reporter, "/statistics/reports", form("1408", "<script>1</script>", "12,345"));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(302);
        String report = written.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("\\?.*", "");
        assertThat(get(reporter, report).body())
                .contains("&lt;script&gt;1&lt;/script&gt;")
                .contains("12345人")
                .doesNotContain("数据已更新");
        byte[] once = docx(reporter, report);

        dispatch.unmarkRan(plan, vehicles.get(0), CORRECTS);

        assertThat(docx(reporter, report)).isEqualTo(once);
        assertThat(get(reporter, report).body()).contains("数据已更新");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(once))) {
            assertThat(document.getTables()).hasSizeGreaterThan(2);
            assertThat(document.getParagraphs().get(0).getText())
                    .isEqualTo(Prefectures.name("1408") + "2024年春风行动阶段性活动进展情况报告");
        }

        Map<String, String> next = new LinkedHashMap<>(form("1408", "新的一版", ""));
        next.put("base", "1");
        next.put("recording", String.valueOf(ledger.newest()));
        assertThat(post(reporter, report, next).statusCode()).isEqualTo(302);
        assertThat(get(reporter, report).body()).contains("新的一版").doesNotContain("数据已更新");
        assertThat(get(reporter, report + "?version=1").body()).contains("数据已更新");
        // whoever has not seen version 2 keeps what they typed
        HttpResponse<String> stale = post(reporter, report, next);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("新的一版").contains("name=\"base\" value=\"2\"");
        assertThat(get(reporter, report + "?version=3").statusCode()).isEqualTo(404);
    }

    private byte[] docx(Session session, String report) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request(session, report + "/report.docx?version=1").build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    @Test
    void mistakesAreToldBesideTheirFieldsAndNothingIsLost() throws Exception {
        Session reporter = as(Role.REPORTER);
        Map<String, String> wrong = new LinkedHashMap<>(form("3203", "保留的文字", "很多"));
        wrong.put("to", "2024-02-01");
        HttpResponse<String> answer = post(reporter, "/statistics/reports", wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("id=\"e-unit\"")
                .contains("id=\"e-to\"")
                .contains("id=\"e-homeward\"")
                .contains("保留的文字")
                .contains("value=\"很多\"");
        assertThat(post(reporter, "/statistics/reports", form("1402", "长".repeat(10_001), ""))
                        .body())
                .contains("id=\"e-launch\"");
        assertThat(post(as(Role.DISPATCHER), "/statistics/reports", form("1402", "", ""))
                        .statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> form(String unit, String launch, String homeward) {
        return Map.of(
                "unit", unit,
                "from", "2024-02-03",
                "to", "2024-02-22",
                "launch", launch,
                "homeward", homeward,
                "stayed", "",
                "measures", "",
                "difficulties", "",
                "suggestions", "");
    }

    @Test
    void fromThePicturesToAReportInABrowser() throws IOException {
        try (Browser browser = browser(Role.REPORTER)) {
            browser.open("/statistics");
            browser.find("a[href='/statistics/monitoring']").click();
            browser.untilThere(".map.flows[data-drawn=true]");
            assertThat(browser.all(".flow").size()).isPositive();
            assertThat(browser.all("#by-day svg rect.to-work").size()).isEqualTo(2);
            browser.assertAccessible();
            browser.screenshot("monitoring-1280");
            browser.script("document.querySelector('#by-flow').scrollIntoView()");
            browser.screenshot("monitoring-flows-1280");
            browser.script("document.querySelector('#by-cost').scrollIntoView({block: 'end'})");
            browser.screenshot("monitoring-cost-1280");
            browser.size(390, 844);
            browser.assertFitsTheWidth();
            browser.screenshot("monitoring-390");
            browser.script("document.querySelector('#by-flow').scrollIntoView()");
            browser.screenshot("monitoring-flows-390");
            browser.size(1280, 900);
            browser.open("/statistics/monitoring");
            browser.find("#by-day tbody td a").click();
            browser.untilThere("#sum");
            browser.assertAccessible();
            browser.screenshot("monitoring-trips-1280");

            browser.open("/statistics/reports");
            browser.assertAccessible();
            browser.screenshot("stage-reports-1280");
            browser.find("#new").click();
            browser.untilThere("textarea[name=measures]");
            browser.find("textarea[name=measures]").sendKeys("组织包车，实行“点对点”服务。");
            browser.find("[name=homeward]").sendKeys("35000");
            browser.assertAccessible();
            browser.screenshot("stage-report-form-1280");
            browser.find("#keep").click();
            browser.untilThere(".official-text");
            assertThat(browser.text(".official-text")).contains("返乡35000人", "组织包车", "（此处填写工作中的困难和问题）");
            browser.assertAccessible();
            browser.screenshot("stage-report-1280");
            browser.script("document.querySelector('figure').scrollIntoView()");
            browser.screenshot("stage-report-chart-1280");
            browser.size(390, 844);
            browser.assertFitsTheWidth();
            browser.screenshot("stage-report-390");
            browser.open("/statistics/reports");
            browser.assertFitsTheWidth();
            browser.assertQuietAndAtHome();
        }
    }
}
