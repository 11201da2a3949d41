package io.chunfeng.web;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.events.WebDriverListener;

/**
 * After a click on what leads to another page, waits for that page: it may begin to load after the click has returned, and
 * would then take the place of one that is opened in between.
 */
public final class PageChange implements WebDriverListener {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String WATCH = """
            if (window.leaving === undefined) {
              window.leaving = false;
              const leaves = (event) => { window.leaving = window.leaving || !event.defaultPrevented; };
              window.addEventListener('submit', (event) => {
                const target = (event.submitter && event.submitter.formTarget) || event.target.target;
                if (!target) { leaves(event); }
              });
              window.addEventListener('click', (event) => {
                const link = event.target.closest && event.target.closest('a[href]');
                const here = link && link.hash && link.pathname === location.pathname && link.search === location.search;
                const file = link && (link.hasAttribute('download') || /\\.(xlsx|csv|docx|ics|json)$/.test(link.pathname));
                if (link && !link.target && !here && !file) { leaves(event); }
              });
            }""";

    private final JavascriptExecutor page;

    PageChange(JavascriptExecutor page) {
        this.page = page;
    }

    @Override
    public void beforeClick(WebElement element) {
        page.executeScript(WATCH);
    }

    @Override
    public void afterClick(WebElement element) {
        await("the page behind the click")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .until(this::there);
    }

    /** The page of before and it stays, or another one. */
    private boolean there() {
        try {
            return (Boolean) page.executeScript("return !window.leaving && document.readyState === 'complete'");
        } catch (WebDriverException e) {
            return false; // between two pages no script runs
        }
    }
}
