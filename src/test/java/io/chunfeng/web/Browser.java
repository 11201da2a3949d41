package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.events.EventFiringDecorator;

/** A headless Chromium of the system. Nothing is ever downloaded: without one, the test is skipped. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Pattern REQUESTED =
            Pattern.compile("\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]+)\"");

    private final ChromeDriver driver;
    /** The same, but a click waits for the page that it leads to. */
    private final WebDriver pages;

    private final String address;

    private Browser(ChromeDriver driver, String address) {
        this.driver = driver;
        this.pages = new EventFiringDecorator<>(WebDriver.class, new PageChange(driver)).decorate(driver);
        this.address = address;
    }

    static Browser start(String address) throws IOException {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = onPath("chromedriver");
        Assumptions.assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "no chromium and chromedriver on the PATH: browser tests are skipped (Debian: apt install chromium chromium-driver fonts-noto-cjk)");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--user-data-dir="
                        + Files.createTempDirectory(Path.of("target"), "browser-")
                                .toAbsolutePath());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get().toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options), address);
        browser.size(1280, 900);
        return browser;
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(names)
                .flatMap(name -> Stream.concat(Stream.of("/usr/bin"), Arrays.stream(path.split(File.pathSeparator)))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(String path) {
        driver.get(address + path);
    }

    /** As if the server had set it. */
    void cookie(String name, String value) {
        driver.executeCdpCommand("Network.setCookie", Map.of("name", name, "value", value, "url", address));
    }

    /** In the window that was opened last, which is closed afterwards. */
    void inNewWindow(Runnable steps) {
        String here = driver.getWindowHandle();
        until(
                "a second window",
                Duration.ofSeconds(10),
                () -> driver.getWindowHandles().size() > 1);
        driver.getWindowHandles().stream()
                .filter(window -> !window.equals(here))
                .forEach(driver.switchTo()::window);
        steps.run();
        driver.close();
        driver.switchTo().window(here);
    }

    String path() {
        return driver.getCurrentUrl().substring(address.length());
    }

    WebElement find(String css) {
        return pages.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return pages.findElements(By.cssSelector(css));
    }

    /** A key for whatever has the focus. */
    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** A click that many pixels right of and below the middle of an element. */
    void click(String css, int right, int below) {
        new Actions(driver).moveToElement(find(css), right, below).click().perform();
    }

    /** Text of an element that may be replaced at any moment; empty while it is not there. */
    String text(String css) {
        try {
            return all(css).stream().findFirst().map(WebElement::getText).orElse("");
        } catch (StaleElementReferenceException e) {
            return "";
        }
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** A script that calls its last argument when it is done. */
    Object later(String script) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        return driver.executeAsyncScript(script);
    }

    /** As if it had never been here. */
    void forgetFiles() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** Nothing that keeps people out: axe-core finds no serious or critical fault. */
    void assertAccessible() {
        assertThat(new AxeBuilder()
                        .analyze(driver).getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().stream()
                                                .map(CheckedNode::getHtml)
                                                .toList()))
                .as("accessibility of %s", path())
                .isEmpty();
    }

    /** From the middle of one element to that of another, with the mouse. */
    void drag(String from, String to) {
        new Actions(driver).dragAndDrop(find(from), find(to)).perform();
    }

    /** Keys pressed together. */
    void press(Keys held, String key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    void until(String what, Duration limit, Callable<Boolean> condition) {
        try {
            await(what).atMost(limit).pollInterval(Duration.ofMillis(100)).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    what + " is not there after " + limit + "; the page " + driver.getCurrentUrl() + " says:\n"
                            + text("body"),
                    e);
        }
    }

    void untilThere(String css) {
        until(css, Duration.ofSeconds(30), () -> !all(css).isEmpty());
    }

    void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Prints the page to a file of that name as its style says. @return how many pages it takes */
    int pdf(String name) throws IOException {
        Object printed = driver.executeCdpCommand(
                        "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                .get("data");
        byte[] file = Base64.getDecoder().decode((String) printed);
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".pdf"), file);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return (int)
                Pattern.compile("/Type\\s*/Page[^s]").matcher(text).results().count();
    }

    /** At this width the page itself does not scroll sideways; tables do so inside their frames. */
    void assertFitsTheWidth() {
        Object over = script("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue())
                .as("page %s wider than the window by", path())
                .isZero();
    }

    /**
     * Since the start or the last call: all requests stay here, and the browser had nothing to complain about.
     *
     * @param provoked words of complaints that the test has provoked, for example {@code status of 409}
     */
    void assertQuietAndAtHome(String... provoked) {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            Matcher request = REQUESTED.matcher(entry.getMessage());
            while (request.find()) {
                // the browser's own pages (chrome:) and embedded pictures (data:) leave nothing
                assertThat(request.group(1)).matches("(?!https?:|wss?:).*|" + Pattern.quote(address + "/") + ".*");
            }
        }
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                        .map(LogEntry::getMessage)
                        .filter(message -> Stream.of(provoked).noneMatch(message::contains)))
                .isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
