package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chunfeng.day.Absent;
import io.chunfeng.day.Actuals;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Report;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripEvent;
import io.chunfeng.day.TripRef;
import io.chunfeng.demand.Group;
import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.storage.PublishedPlans;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Recording what ran in real browsers: by keys, at the coach door with a lost connection, and from Excel. */
@Timeout(300)
@TestPropertySource(properties = "chunfeng.incident-seconds=4")
class RecordingPathTest extends LifePages {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BOARD = "/day?date=2024-02-17";

    @Autowired
    private Publications publications;

    @Autowired
    private DayBoard board;

    @Autowired
    private Ledger ledger;

    @TempDir
    private Path folder;

    private Browser browser;
    /** Group of whom one rides the trip of the phone instead of its own. */
    private String moved;

    @BeforeEach
    void publish() throws IOException {
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

    private List<RanTrip> ran() {
        return ledger.ranTrips(Instant.now(), ledger.newest());
    }

    private List<BoardTrip> trips() {
        return Actuals.leaving(board.trips(PublishedPlans.DAY), PublishedPlans.DAY);
    }

    private BoardTrip trip(TripRef ref) {
        return board.trip(ref).orElseThrow();
    }

    @Test
    void threeWaysToRecordADay() throws Exception {
        assertThat(trips()).hasSizeGreaterThan(4);
        String third = byKeys();
        TripRef atTheDoor = trips().stream()
                .map(BoardTrip::ref)
                .filter(ref -> third.endsWith("/" + ref.planId() + "/" + ref.vehicle()))
                .findFirst()
                .orElseThrow();
        String link = link();
        somebodyMovesTo(atTheDoor);
        atTheDoor(link, atTheDoor);
        browser.open(BOARD);
        assertThat(browser.text("tr[id='" + DayRow.anchor(atTheDoor) + "']")).contains("改乘来 1");
        assertThat(browser.all("tr.live"))
                .filteredOn(row -> row.getText().contains("改乘走 1"))
                .hasSize(1);
        browser.screenshot("recording-board-1280");
        fromExcel();
        // a file with a fault is no fault of the page
        browser.assertQuietAndAtHome();
    }

    /** Two trips without the mouse: one as planned, one with a person missing. @return address of the third */
    private String byKeys() throws IOException {
        browser.open(BOARD);
        assertThat(browser.text(".count.UNREPORTED b"))
                .isEqualTo(String.valueOf(board.trips(PublishedPlans.DAY).size()));
        browser.find("#step").click();
        browser.untilThere("#keep-next");
        String first = browser.path();
        browser.screenshot("recording-trip-1280");
        browser.assertAccessible();
        browser.press(Keys.ENTER);
        browser.until(
                "the next trip",
                SOON,
                () -> !browser.path().equals(first)
                        && !browser.all("#keep-next").isEmpty());
        assertThat(ran()).hasSize(1);

        String second = browser.path();
        int expected = Integer.parseInt(browser.find("[name=persons]").getAttribute("value"));
        browser.find("[name=persons]").sendKeys(String.valueOf(expected - 1), Keys.TAB, "1", Keys.TAB, "2", Keys.ENTER);
        browser.until(
                "the third trip",
                SOON,
                () -> !browser.path().equals(second)
                        && !browser.all("#keep-next").isEmpty());
        assertThat(ran()).hasSize(2);
        BoardTrip recorded = trips().stream()
                .filter(trip -> second.endsWith("/" + trip.ref().vehicle()))
                .findFirst()
                .orElseThrow();
        Boarded counted = recorded.counted().get(0);
        assertThat(counted.absent()).isEqualTo(Absent.noShow(1));
        assertThat(List.of(counted.persons(), counted.infants(), counted.escorts()))
                .isEqualTo(List.of(expected - 1, 1, 2));
        return browser.path();
    }

    private String link() throws IOException {
        browser.find("[name=escort]").sendKeys("张三");
        browser.find("#make-link").click();
        browser.untilThere(".door-link .qr path");
        browser.screenshot("recording-link-1280");
        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.screenshot("recording-trip-390");
        browser.size(1280, 900);
        String address = browser.find(".door-link .address").getAttribute("value");
        assertThat(address).startsWith(address() + "/door/");
        return address.substring(address().length());
    }

    /** One of another coach takes this one: its page says so, long before it leaves. */
    private void somebodyMovesTo(TripRef ref) throws IOException {
        String page = browser.path();
        BoardTrip from = trips().stream()
                .filter(trip -> trip.state() == Report.PLANNED && !trip.ref().equals(ref))
                .findFirst()
                .orElseThrow();
        browser.open("/day/trips/" + from.ref().planId() + "/" + from.ref().vehicle());
        WebElement persons = browser.find("[name=persons]");
        int expected = Integer.parseInt(persons.getAttribute("value"));
        persons.clear();
        persons.sendKeys(String.valueOf(expected - 1));
        browser.find("[name=moved]").sendKeys("1");
        browser.find("[name=movedTo]").sendKeys(ref.vehicle());
        browser.find("#keep").click();
        assertThat(trip(from.ref()).counted().get(0).absent()).isEqualTo(new Absent(0, 0, 1, ref.vehicle()));
        browser.open(page);
        assertThat(browser.text("#arriving")).contains(from.ref().vehicle(), "1 人");
        browser.screenshot("recording-arriving-1280");
        browser.assertAccessible();
        moved = trip(from.ref()).counted().get(0).groupId();
    }

    private void atTheDoor(String link, TripRef ref) throws Exception {
        int before = ran().size();
        try (CutLine line = new CutLine(address());
                Browser phone = Browser.start(line.address())) {
            phone.size(390, 844);
            phone.open(link);
            phone.untilThere("#door[data-kept=true]");
            phone.screenshot("door-390");
            phone.assertFitsTheWidth();
            phone.assertAccessible();
            phone.find(".big .step[data-step='-1']").click();
            phone.find("[name=infants] + .step").click();
            assertThat(phone.find("[name=noShow]").getAttribute("value")).isEqualTo("1");

            line.cut();
            phone.find("[data-report=ASSEMBLING]").click();
            phone.find("[data-report=DEPARTED]").click();
            phone.until("kept", SOON, () -> phone.text("#connection").contains("未发送 2 条"));
            // closed and opened again, still without a connection
            phone.open(link);
            phone.until("kept still", SOON, () -> phone.text("#connection").contains("未发送 2 条"));
            assertThat(phone.text("#state")).isEqualTo("已发车");
            assertThat(phone.all("#entries li.waiting")).hasSize(2);
            phone.screenshot("door-offline-390");
            phone.assertAccessible();
            assertThat(trip(ref).events()).isEmpty();
            line.open();
            phone.until("sent", SOON, () -> phone.text("#connection").contains("已发送"));
            assertThat(trip(ref).events())
                    .extracting(TripEvent::report, TripEvent::recordedBy)
                    .containsExactly(tuple(Report.ASSEMBLING, "escort:张三"), tuple(Report.DEPARTED, "escort:张三"));
            assertThat(trip(ref).boarded()).isEqualTo(trip(ref).persons() - 1);
            assertThat(trip(ref).counted().get(0).infants()).isEqualTo(1);
            assertThat(ran()).hasSize(before + 1);
            assertThat(phone.text("#arriving")).contains("1 人");
            assertThat(ledger.ofTrip(ref.planId(), ref.vehicle()))
                    .filteredOn(entry -> entry.groupId().equals(moved))
                    .extracting(LedgerEntry::persons)
                    .containsExactly(1);

            // it arrives, and the phone does not hear of it: sent again, recorded once
            line.loseAnswers();
            phone.find("[data-report=ARRIVED]").click();
            phone.until("arrived", SOON, () -> trip(ref).state() == Report.ARRIVED);
            assertThat(phone.text("#connection")).contains("未发送 1 条");
            line.open();
            phone.until("heard", SOON, () -> phone.text("#connection").contains("已发送"));
            assertThat(trip(ref).events()).hasSize(3);

            somebodyElseReports(phone, ref);
            browser.find("#links form .danger, #links button.danger").click();
            browser.until(
                    "taken back", SOON, () -> browser.text("#links .state").equals("已收回"));
            phone.open(link);
            assertThat(phone.text(".refusal")).contains("收回");
        }
    }

    private void somebodyElseReports(Browser phone, TripRef ref) throws IOException {
        BoardTrip trip = trip(ref);
        board.record(
                new TripEntry(ref, Report.DEPARTED, trip.seen(), 0, trip.departure(), "调度室复核", List.of()), "diaodu");
        phone.find("[name=remark]").sendKeys("又到了一人");
        phone.find("[data-report=DEPARTED]").click();
        phone.until("conflict", SOON, () -> !phone.all("#entries li.conflict").isEmpty());
        assertThat(phone.text("#entries li.conflict")).contains("diaodu").contains("没有覆盖");
        phone.screenshot("door-conflict-390");
        assertThat(trip(ref).events()).hasSize(4);
        phone.find("#entries .drop").click();
        phone.until("given up", SOON, () -> phone.text("#connection").contains("已发送"));
        assertThat(trip(ref).events()).hasSize(4);
    }

    /** The template as it is downloaded, filled in for one trip: first wrongly, then rightly, then once more. */
    private void fromExcel() throws IOException {
        BoardTrip open = trips().stream()
                .filter(trip -> trip.state() == Report.PLANNED)
                .findFirst()
                .orElseThrow();
        int before = ran().size();
        String cell = upload(open, "十个");
        assertThat(browser.text("#findings")).contains(cell).contains("十个");
        assertThat(browser.find("#take").isEnabled()).isFalse();
        browser.screenshot("recording-import-fault-1280");
        browser.assertAccessible();

        upload(open, null);
        assertThat(browser.all("#findings")).isEmpty();
        assertThat(browser.all("#trips tbody tr")).isNotEmpty();
        browser.screenshot("recording-import-1280");
        browser.find("#take").click();
        browser.until("recorded", SOON, () -> browser.text(".news").contains("已登记 1 趟"));
        assertThat(ran()).hasSize(before + 1);
        assertThat(trip(open.ref()).boarded()).isEqualTo(open.persons());
        upload(open, null);
        assertThat(browser.find("#take").isEnabled()).isFalse();
        assertThat(ran()).hasSize(before + 1);
        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.size(1280, 900);
    }

    /** @param wrong what stands in the first cell of the people aboard, or null @return name of that cell */
    private String upload(BoardTrip trip, String wrong) throws IOException {
        Path file = folder.resolve("actuals.xlsx");
        byte[] template = new ActualsTemplate().write(trips(), PublishedPlans.DAY);
        String first = null;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
                OutputStream out = Files.newOutputStream(file)) {
            for (Row row : workbook.getSheetAt(0)) {
                if (row.getCell(1)
                        .getStringCellValue()
                        .endsWith("/" + trip.ref().vehicle())) {
                    row.createCell(7).setCellValue(row.getCell(4).getNumericCellValue());
                    if (first == null) {
                        first = row.getCell(7).getAddress().formatAsString();
                        if (wrong != null) {
                            row.getCell(7).setCellValue(wrong);
                        }
                    }
                }
            }
            workbook.write(out);
        }
        browser.open("/day/actuals?date=2024-02-17");
        browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        browser.find("#read").click();
        browser.untilThere("#take");
        return first;
    }
}
