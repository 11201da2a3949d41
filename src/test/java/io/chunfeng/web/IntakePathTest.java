package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.intake.Tables;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A county's way with a file: upload, see what is wrong, download it marked, correct it, upload it again, take it. */
@TestPropertySource(properties = "chunfeng.contact=" + LifePages.CONTACT)
class IntakePathTest extends RunningApplication {
    private static final String COUNTY = "140821";

    @Autowired
    private RegistrationRepository registrations;

    @TempDir
    private Path folder;

    private static void fill(Workbook workbook) {
        Sheet sheet = workbook.createSheet("临猗县");
        sheet.createRow(0).createCell(0).setCellValue("临猗县2024年春节后返岗团组登记表");
        row(sheet, 1, "序号", "编号", "集合点", "用工地", "人数（人）", "出发日期", "出行方式", "企业名称");
        row(sheet, 2, "1", "LY-01", "临猗县", "苏州工业园区", "53人", "2月17日", "包车", "苏州某电子厂");
        row(sheet, 3, "2", "LY-02", "临猗县", "苏州工业圆区", "53.5", "2024-02-30", "自驾", "=HYPERLINK(\"x\")");
        row(sheet, 4, "3", "LY-03", "临猗县", "昆山经济技术开发区", "３０", "正月初八", "不限", "");
    }

    private static void row(Sheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int c = 0; c < texts.length; c++) {
            row.createCell(c).setCellValue(texts[c]);
        }
    }

    private static void upload(Browser browser, Path file) {
        browser.open("/intake");
        browser.find("input[type=file]").sendKeys(file.toAbsolutePath().toString());
        browser.find("form.upload button[type=submit]").click();
        browser.untilThere(".intake-states");
    }

    @Test
    void uploadCorrectAndTake() throws Exception {
        try (Browser browser = browser(Role.COUNTY)) {
            browser.open("/intake");
            shots(browser, "intake");
            upload(browser, Tables.xlsx(folder.resolve("临猗.xlsx"), IntakePathTest::fill));
            assertThat(browser.text(".row-PROBLEM")).contains("有问题", "1");
            assertThat(browser.text(".row-NEW")).contains("2");
            assertThat(browser.text(".faults")).contains("53.5", "须为整数", "2024-02-30", "没有这一天", "苏州工业园区", "自驾");
            shots(browser, "intake-problems");

            Path marked = download(browser.find("a[href$='marked.xlsx']").getDomAttribute("href"));
            try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(marked))) {
                Sheet sheet = workbook.getSheetAt(0);
                Row wrong = sheet.getRow(3);
                assertThat(wrong.getCell(4).getCellComment().getString().getString())
                        .contains("须为整数");
                assertThat(sheet.getRow(1).getCell(8).getStringCellValue())
                        .as("beside the header")
                        .isEqualTo("问题");
                assertThat(wrong.getCell(8).getStringCellValue()).contains("D 列 用工地", "苏州工业园区");
                correct(wrong.getCell(3), "苏州工业园区");
                correct(wrong.getCell(4), "54");
                correct(wrong.getCell(5), "2024-02-18");
                correct(wrong.getCell(6), "专列");
                try (var out = Files.newOutputStream(folder.resolve("corrected.xlsx"))) {
                    workbook.write(out);
                }
            }

            browser.find("form.apply button[type=submit]").click();
            browser.until(
                    "taken", Duration.ofSeconds(30), () -> browser.text(".news").contains("采纳了 2 行"));
            assertThat(registrations.find(new Scope.Everything(), COUNTY + "-LY-01"))
                    .get()
                    .satisfies(r -> assertThat(r.state()).isEqualTo(GroupState.SUBMITTED));
            shots(browser, "intake-done");

            upload(browser, folder.resolve("corrected.xlsx"));
            assertThat(browser.text(".row-UNCHANGED")).contains("2");
            assertThat(browser.text(".row-NEW")).contains("1");
            browser.find("form.apply button[type=submit]").click();
            browser.until(
                    "taken", Duration.ofSeconds(30), () -> browser.text(".news").contains("采纳了 1 行"));
            assertThat(registrations.find(new Scope.Everything(), COUNTY + "-LY-02"))
                    .get()
                    .satisfies(r -> assertThat(r.group().employer()).isEqualTo("=HYPERLINK(\"x\")"));
            browser.assertQuietAndAtHome();
        }
    }

    @Test
    void oneGroupByHandAndANewBoardingPoint() throws Exception {
        try (Browser browser = browser(Role.COUNTY)) {
            browser.open("/places");
            browser.find("input[name=text]").sendKeys("运城");
            browser.until(
                    "found",
                    Duration.ofSeconds(10),
                    () -> browser.text("#found").contains("运城北站"));
            browser.find("#new input[name=name]").sendKeys("临猗县汽车站");
            browser.untilThere(".point-map .trunk");
            browser.click(".point-map", 0, 0);
            assertThat(browser.find(".point-lon").getDomProperty("value")).startsWith("110.");
            shots(browser, "places");
            type(browser, ".point-lon", "112.57");
            type(browser, ".point-lat", "37.87");
            browser.find("#new button[type=submit]").click();
            browser.untilThere("#new .doubts");
            assertThat(browser.text("#new .doubts")).contains("公里");
            type(browser, ".point-lon", "110.774");
            type(browser, ".point-lat", "35.147");
            browser.find("#new button[type=submit]").click();
            browser.until(
                    "kept", Duration.ofSeconds(10), () -> browser.text(".news").contains("临猗县汽车站"));

            browser.open("/intake/groups/new");
            type(browser, "input[name=from]", "临猗县汽车站");
            type(browser, "input[name=to]", "苏州工业园区");
            type(browser, "input[name=headcount]", "0");
            browser.script("document.querySelector('input[name=day]').value = '2024-02-17'");
            browser.find("button[value=SUBMITTED]").click();
            browser.untilThere("#e-headcount");
            assertThat(browser.text("#e-headcount")).contains("至少为 1");
            assertThat(browser.find("input[name=from]").getDomProperty("value")).isEqualTo("临猗县汽车站");
            shots(browser, "group-form");
            type(browser, "input[name=headcount]", "30人");
            browser.find("button[value=DRAFT]").click();
            browser.until(
                    "saved", Duration.ofSeconds(10), () -> browser.text(".news").contains("草稿"));
            browser.find("button[value=SUBMITTED]").click();
            browser.until(
                    "saved", Duration.ofSeconds(10), () -> browser.text(".news").contains("已提交"));
        }
    }

    @Test
    void othersFilesAndGroupsAreNotThere() throws Exception {
        Session other = as(Account.fresh("test-other", "other", Role.COUNTY, Set.of("140105"), null)
                .settled());
        Session own = as(Role.COUNTY);
        String group = registrations
                .all(new Scope.RegisteredBy(Set.of(COUNTY)))
                .get(0)
                .group()
                .id();
        assertThat(get(own, "/intake/groups/" + group).statusCode()).isEqualTo(200);
        assertThat(get(other, "/intake/groups/" + group).statusCode()).isEqualTo(404);
        assertThat(get(other, "/intake/999999").statusCode()).isEqualTo(404);
        assertThat(get(other, "/intake/999999/marked.xlsx").statusCode()).isEqualTo(404);
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedWithWords() throws IOException, InterruptedException {
        var body = java.net.http.HttpRequest.BodyPublishers.ofByteArray(new byte[21 << 20]);
        HttpResponse<String> answer = send(request(as(Role.COUNTY), "/intake")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(body)
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
    }

    private static void correct(Cell cell, String text) {
        cell.setCellValue(text);
    }

    private static void type(Browser browser, String css, String text) {
        WebElement field = browser.find(css);
        field.clear();
        field.sendKeys(text);
    }

    private Path download(String path) throws IOException, InterruptedException {
        Path file = folder.resolve("marked.xlsx");
        java.net.http.HttpClient.newHttpClient()
                .send(request(as(Role.COUNTY), path).GET().build(), HttpResponse.BodyHandlers.ofFile(file));
        return file;
    }

    private static void shots(Browser browser, String name) throws IOException {
        browser.assertFitsTheWidth();
        browser.screenshot(name + "-1280");
        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.screenshot(name + "-390");
        browser.size(1280, 900);
    }
}
