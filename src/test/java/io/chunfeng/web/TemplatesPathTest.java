package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** T-2026: an administrator completes it, a county and the city fill it in, the reporter downloads it, all without a restart. */
@Timeout(300)
class TemplatesPathTest extends RunningApplication {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String AS_OF = "asOf=2026-03-23T23:59:59";

    @Test
    void aFormIsCompletedFilledInAndDownloaded() throws Exception {
        try (Browser browser = browser(Role.ADMINISTRATOR)) {
            complete(browser);
        }
        try (Browser browser = browser(Role.REPORTER)) {
            enter(browser);
        }
        Session lixia = as(Account.fresh("lixia", "历下区", Role.COUNTY, Set.of("370102"), null)
                .settled());
        String form = "/statistics/T-2026/entry?unit=370102&" + AS_OF;
        assertThat(get(lixia, form).statusCode()).isEqualTo(200);
        assertThat(get(lixia, "/statistics/T-2026/entry?unit=3701&" + AS_OF).statusCode())
                .isEqualTo(404);
        assertThat(get(lixia, "/statistics/T-2026.xlsx?unit=3701").statusCode()).isEqualTo(404);
        assertThat(get(lixia, "/statistics/entry").body()).contains("历下区").doesNotContain("市中区");
        HttpResponse<String> saved = post(lixia, form, Map.of("seen", "0", "c2", "4"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        HttpResponse<String> late = post(lixia, form, Map.of("seen", "0", "c2", "5"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("value=\"5\"").contains("现为 4");

        var xlsx = HttpClient.newHttpClient()
                .send(
                        request(as(Role.REPORTER), "/statistics/T-2026.xlsx?" + AS_OF)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.body()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("招聘活动");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("举办场次");
            assertThat(sheet.getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactlyInAnyOrder("A1:A2", "B1:C1");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("济南市");
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(35);
        }
    }

    private void complete(Browser browser) throws IOException {
        browser.open("/statistics/templates");
        browser.assertAccessible();
        browser.open("/statistics/templates/T-2026/edit");
        add(browser, 0, "市级名称", "CITY", "0");
        add(browser, 1, "招聘活动", "HEADING", "0");
        add(browser, 2, "举办场次", "COUNT", "1");
        publish(browser);
        browser.assertAccessible();
        browser.open("/statistics/templates/T-2026/edit");
        add(browser, 3, "", "MONEY", "1");
        browser.find("#publish").click();
        browser.untilThere("#fault");
        assertThat(browser.text("#fault")).isEqualTo("有栏目没有文字，请填写栏目文字。");
        text(browser, 3).sendKeys("投入资金");
        browser.until(
                "the preview follows", SOON, () -> browser.text("#preview").contains("单位须为“万元”或“元”"));
        browser.all("input[name=unit]").get(3).sendKeys("万元");
        browser.find("input[name=title]").click();
        browser.until(
                "the preview is complete", SOON, () -> browser.text("#preview").contains("投入资金"));
        browser.assertAccessible();
        browser.screenshot("template-edit-1280");
        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.screenshot("template-edit-390");
        browser.size(1280, 900);
        publish(browser);
        assertThat(browser.text(".page-head")).contains("第 2 版");
        browser.assertQuietAndAtHome("status of 422");
    }

    private static void publish(Browser browser) {
        browser.find("#publish").click();
        browser.until("the version in force", SOON, () -> browser.path().equals("/statistics/templates/T-2026"));
        assertThat(browser.all("#fault")).isEmpty();
    }

    private static void add(Browser browser, int row, String text, String source, String level) {
        browser.find("#add").click();
        browser.until("row " + row, SOON, () -> browser.all("input[name=text]").size() > row);
        select(browser, "source", row, source);
        select(browser, "level", row, level);
        text(browser, row).clear();
        text(browser, row).sendKeys(text);
    }

    private static WebElement text(Browser browser, int row) {
        return browser.all("input[name=text]").get(row);
    }

    private static void select(Browser browser, String name, int row, String value) {
        browser.all("select[name=" + name + "]")
                .get(row)
                .findElement(By.cssSelector("option[value='" + value + "']"))
                .click();
    }

    private void enter(Browser browser) throws IOException {
        browser.open("/statistics/entry");
        browser.assertAccessible();
        browser.open("/statistics/T-2026/entry?unit=3701&" + AS_OF);
        browser.find("#c2").sendKeys("31");
        browser.find("#c3").sendKeys("十");
        browser.find("#save").click();
        browser.untilThere(".error");
        assertThat(browser.text(".error")).contains("“十”不是数字");
        assertThat(browser.find("#c2").getAttribute("value"))
                .as("nothing is lost")
                .isEqualTo("31");
        browser.find("#c3").clear();
        browser.find("#c3").sendKeys("12.5");
        browser.find("#save").click();
        browser.untilThere(".news");
        assertThat(browser.text(".news")).contains("已保存");
        browser.assertAccessible();
        browser.screenshot("entry-1280");
        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.screenshot("entry-390");
        browser.size(1280, 900);
        browser.open("/statistics?template=T-2026&" + AS_OF);
        assertThat(browser.text("table.official tbody tr")).contains("31").contains("12.5");
        browser.assertAccessible();
        browser.screenshot("statistics-2026-1280");
        browser.open("/statistics?template=T-2023-CF&unit=3701");
        browser.assertAccessible();
        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.screenshot("statistics-items-390");
        browser.open("/statistics/T-2026/import?unit=3701&" + AS_OF);
        browser.assertAccessible();
        browser.assertFitsTheWidth();
        browser.assertQuietAndAtHome("status of 422");
    }
}
