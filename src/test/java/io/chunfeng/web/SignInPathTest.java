package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Accounts;
import io.chunfeng.account.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in, in a real browser: by keyboard, for the first time, and when the session ends under one's hands. */
@Timeout(240)
class SignInPathTest extends RunningApplication {
    private Browser browser;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.start(address());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void type(String... keys) {
        for (String key : keys) {
            ((WebElement) browser.script("return document.activeElement")).sendKeys(key);
            browser.press(Keys.TAB);
        }
    }

    @Test
    void byKeyboardForTheFirstTime() throws IOException {
        String oneTime = accounts.create(
                        Account.fresh("first-time", "临猗县劳务办", Role.COUNTY, Set.of("140821"), null), "admin", null)
                .orElseThrow();
        browser.open("/groups?day=2024-02-17");
        assertThat(browser.path()).startsWith("/sign-in?back=");
        browser.screenshot("sign-in-1280");
        browser.find(".language").click();
        assertThat(browser.text("h1")).isEqualTo("Sign in");
        browser.screenshot("sign-in-en-1280");
        browser.find(".language").click();

        type("first-time", "wrong");
        browser.press(Keys.ENTER);
        browser.untilThere("#e-sign-in");
        assertThat(browser.find("[name=login]").getAttribute("value")).isEqualTo("first-time");
        browser.screenshot("sign-in-failed-1280");
        type("", oneTime);
        browser.press(Keys.ENTER);
        browser.until(
                "the page for a password",
                Duration.ofSeconds(20),
                () -> browser.path().equals("/account"));
        browser.screenshot("account-first-1280");
        browser.find("[name=current]").sendKeys(oneTime);
        browser.find("[name=wanted]").sendKeys("a password of my own");
        browser.find("[name=repeated]").sendKeys("a password of my own", Keys.ENTER);
        browser.untilThere(".news");
        assertThat(browser.all("nav a"))
                .extracting(WebElement::getText)
                .contains("概览", "团组")
                .doesNotContain("规划", "方案", "报表", "账户");
        browser.open("/groups");
        assertThat(browser.text("td.id")).startsWith("140821-");
        browser.screenshot("county-groups-1280");
        browser.open("/");
        browser.screenshot("county-overview-1280");
        browser.find(".sign-out button").sendKeys(Keys.ENTER);
        browser.until("signed out", Duration.ofSeconds(20), () -> browser.path().equals("/sign-in"));
    }

    @Test
    void withOneClickFromTheStartToAPlan() throws IOException {
        browser.open("/");
        browser.find("[data-login=demo-dispatcher]").click();
        browser.until("signed in", Duration.ofSeconds(20), () -> browser.path().equals("/"));
        assertThat(browser.find(".next-step").isDisplayed()).isTrue();
        browser.find("nav a[href='/planning']").click();
        assertThat(browser.find("#start").isDisplayed()).isTrue();
        browser.assertQuietAndAtHome();
    }

    @Test
    void aFormOutlivesItsSession() throws IOException {
        browser.open("/closures");
        browser.find("[data-login=demo-dispatcher]").click();
        browser.untilThere("#new .map.closures[data-drawn=true]");
        browser.script("document.body.dataset.askAfterMillis = 0");
        browser.find("[name=reason]").sendKeys("大雪");
        browser.find("[name=oneEnd]").sendKeys("太原站");
        browser.script("return fetch('/sign-out', {method: 'POST', headers:"
                + " JSON.parse(document.body.getAttribute('hx-headers'))}).then(r => r.status)");
        browser.find("#look").click();
        browser.untilThere(".session-ended");
        browser.screenshot("session-ended-1280");
        assertThat(browser.path()).isEqualTo("/closures");
        assertThat(browser.find("[name=reason]").getAttribute("value")).isEqualTo("大雪");
        browser.find(".session-ended a").click();
        browser.inNewWindow(() -> {
            browser.find("[data-login=demo-dispatcher]").click();
            browser.until(
                    "signed in", Duration.ofSeconds(20), () -> browser.path().equals("/"));
        });
        browser.find("#look").click();
        browser.untilThere("#e-otherEnd");
        assertThat(browser.find("[name=reason]").getAttribute("value")).isEqualTo("大雪");
        assertThat(browser.find("[name=oneEnd]").getAttribute("value")).isEqualTo("太原站");
    }

    @Test
    void theAdministratorsPagesAndTheNarrowOnes() throws IOException {
        browser.open("/accounts");
        browser.find("[data-login=demo-administrator]").click();
        browser.untilThere("table.data");
        browser.find("#new summary").click();
        browser.screenshot("accounts-1280");
        browser.assertQuietAndAtHome();
        browser.find("[name=login]").sendKeys("Xia.County");
        browser.find("[name=name]").sendKeys("夏县劳务办");
        browser.find("[name=counties]").sendKeys("14082");
        browser.find("#create").click();
        browser.untilThere("#e-counties");
        browser.screenshot("accounts-error-1280");
        browser.find("[name=counties]").sendKeys("8");
        browser.find("#create").click();
        browser.untilThere(".one-time");
        browser.screenshot("account-password-1280");
        browser.size(390, 844);
        for (String page : List.of("/accounts", "/accounts/xia.county", "/audit", "/account", "/", "/groups")) {
            browser.open(page);
            browser.assertFitsTheWidth();
            browser.screenshot("narrow-admin" + page.replace('/', '-'));
        }
        browser.find(".sign-out button").click();
        browser.untilThere("[name=password]");
        browser.assertFitsTheWidth();
        browser.screenshot("narrow-sign-in");
        browser.size(1280, 900);
        browser.find("[data-login=demo-administrator]").click();
        browser.open("/audit");
        browser.screenshot("audit-1280");
        browser.open("/accounts/xia.county");
        browser.screenshot("account-edit-1280");
        browser.open("/planning");
        assertThat(browser.all("#start")).isEmpty();
    }
}
