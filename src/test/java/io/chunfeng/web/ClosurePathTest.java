package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.road.ClosureRepository;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a dispatcher does with closures, in a real browser. */
@Timeout(240)
class ClosurePathTest extends RunningApplication {
    private Browser browser;

    @Autowired
    private ClosureRepository closures;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void open() throws IOException {
        browser = browser();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        sql.sql(ClosuresPageTest.FORGET_CLOSURES).update();
    }

    private void type(String field, String text) {
        WebElement input = browser.find("#new [name=" + field + "]");
        input.clear();
        input.sendKeys(text);
    }

    @Test
    void fromTheFirstClosureToItsLifting() throws IOException {
        browser.open("/");
        browser.find("nav a[href='/closures']").click();
        browser.untilThere("#new .map.closures[data-drawn=true]");
        assertThat(browser.find("[name=centre]").isDisplayed()).isFalse();
        browser.screenshot("closures-empty-1280");

        type("oneEnd", "太原站");
        type("otherEnd", "临汾站");
        type("number", "G5");
        type("reason", "大雪");
        browser.find("#look").click();
        browser.untilThere("#new .map.closures[data-drawn=true]");
        assertThat(browser.text("#preview h2")).isEqualTo("预览：G5 太原站—临汾站");
        browser.untilThere("#preview .map.closures[data-drawn=true]");
        assertThat(browser.all("#preview .map path.closed-road.typed")).isNotEmpty();
        assertThat(closures.list()).isEmpty();
        browser.screenshot("closures-preview-1280");
        browser.find("#keep").sendKeys(Keys.ENTER);

        browser.untilThere("#new .map.closures[data-drawn=true]");
        assertThat(browser.text(".news")).startsWith("封路 #").contains("已登记");
        assertThat(browser.all(".map path.closed-road")).isNotEmpty();
        assertThat(browser.text("td .state")).isEqualTo("生效中");
        browser.screenshot("closures-kept-1280");
        browser.open("/groups");
        assertThat(browser.text(".attention")).contains("封路 1 处生效中");

        browser.open("/closures");
        browser.find(".lift summary").sendKeys(Keys.ENTER);
        browser.find(".lift button").sendKeys(Keys.ENTER);
        assertThat(browser.text(".news")).contains("已解除");
        assertThat(browser.text("td .state")).isEqualTo("已解除");
        browser.assertQuietAndAtHome();
    }

    @Test
    void errorsStandBesideTheirFields() throws IOException {
        browser.open("/closures");
        type("oneEnd", "太原");
        type("otherEnd", "临汾站");
        type("number", "g5");
        browser.find("#look").click();
        assertThat(browser.text("#e-oneEnd")).contains("太原武宿国际机场").contains("太原站");
        assertThat(browser.find("[name=number]").getAttribute("value")).isEqualTo("g5");
        assertThat(browser.text("#e-reason")).isEqualTo("请填原因，例如“大雪”");
        browser.screenshot("closures-errors-1280");
    }

    /** By keyboard to the kind, by a click on the map to the centre. */
    @Test
    void anAreaIsPickedOnTheMap() throws IOException {
        browser.open("/closures");
        browser.untilThere("#new .map.closures[data-drawn=true]");
        browser.find("#kind-road").sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.find("#kind-area").isSelected()).isTrue();
        assertThat(browser.find("[name=number]").isDisplayed()).isFalse();
        type("centre", "太原站");
        browser.click("#new .map.closures", 40, 20);
        assertThat(browser.find("[name=centre]").getAttribute("value")).isEmpty();
        assertThat(browser.find("[name=lon]").getAttribute("value")).matches("11\\d\\.\\d{4}");
        assertThat(browser.all(".map path.closed-area.typed")).hasSize(1);
        type("radiusKm", "60");
        type("reason", "大雾");
        browser.find("#look").click();
        browser.untilThere("#new .map.closures[data-drawn=true]");
        assertThat(browser.text("#preview h2")).contains("半径 60.0 公里");
        browser.screenshot("closures-area-1280");

        browser.size(390, 844);
        browser.assertFitsTheWidth();
        browser.screenshot("closures-area-390");
        for (String page : List.of("/closures", "/closures?lang=en")) {
            browser.open(page);
            browser.untilThere("#new .map.closures[data-drawn=true]");
            browser.assertFitsTheWidth();
        }
        browser.open("/closures?lang=zh-CN");
        browser.untilThere("#new .map.closures[data-drawn=true]");
        browser.screenshot("closures-390");
        browser.assertQuietAndAtHome();
    }
}
