package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.Passwords;
import io.chunfeng.account.Role;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application with its own empty database, the demo campaign, the default map and the real solver. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningApplication {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    static final String PASSWORD = "correct horse battery";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @Autowired
    private AccountRepository accountRows;

    @Autowired
    private Passwords passwords;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** A signed-in browser without its pages. @param token for forms and htmx */
    record Session(String cookie, String token) {
        static final String COOKIE = "chunfeng-session";
        static final Session NOBODY = new Session("", "");

        HttpRequest.Builder on(HttpRequest.Builder request) {
            return cookie.isEmpty() ? request : request.header("Cookie", COOKIE + "=" + cookie);
        }
    }

    @DynamicPropertySource
    static void ownDataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "web-data-");
        registry.add("chunfeng.data-folder", folder::toString);
    }

    /** Without a slash at its end. */
    final String address() {
        return "http://127.0.0.1:" + port;
    }

    /** As a dispatcher, like everything below that names nobody. */
    final HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(as(Role.DISPATCHER), path);
    }

    final HttpResponse<String> get(Session session, String path) throws IOException, InterruptedException {
        return send(request(session, path).GET().build());
    }

    final HttpResponse<String> post(String path, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        return post(as(Role.DISPATCHER), path, form, headers);
    }

    final HttpResponse<String> post(Session session, String path, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(session, path)
                .header("X-CSRF-TOKEN", session.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    final HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return request(as(Role.DISPATCHER), path);
    }

    final HttpRequest.Builder request(Session session, String path) {
        return session.on(unsigned(path));
    }

    private HttpRequest.Builder unsigned(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Accept", "text/html,*/*")
                .timeout(Duration.ofSeconds(60));
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Somebody of a role: a county of 140821 (临猗县), a receiver in 120116 (滨海新区). */
    final Session as(Role role) throws IOException, InterruptedException {
        Set<String> counties =
                role == Role.COUNTY ? Set.of("140821") : role == Role.RECEIVER ? Set.of("120116") : Set.of();
        String login = "test-" + role.name().toLowerCase(Locale.ROOT);
        return as(Account.fresh(login, login, role, counties, null).settled());
    }

    /** Makes the account at its first use. */
    final Session as(Account account) throws IOException, InterruptedException {
        Session known = sessions.get(account.login());
        if (known == null) {
            accountRows.add(account, passwords.hash(PASSWORD));
            known = signIn(account.login(), PASSWORD);
            sessions.put(account.login(), known);
        }
        return known;
    }

    /** Over the page, as people do. */
    final Session signIn(String login, String password) throws IOException, InterruptedException {
        HttpResponse<String> form = get(Session.NOBODY, "/sign-in");
        Session before = new Session(cookie(form), token(form));
        HttpResponse<String> signedIn = post(before, "/sign-in", Map.of("login", login, "password", password));
        assertThat(signedIn.statusCode()).as("signing in as " + login).isEqualTo(302);
        Session after = new Session(cookie(signedIn), "");
        return new Session(after.cookie(), token(get(after, "/account")));
    }

    /** A browser that is signed in as a dispatcher. */
    final Browser browser() throws IOException {
        return browser(Role.DISPATCHER);
    }

    final Browser browser(Role role) throws IOException {
        Browser browser = Browser.start(address());
        try {
            browser.cookie(Session.COOKIE, as(role).cookie());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return browser;
    }

    static String cookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(Session.COOKIE + "="))
                .map(cookie -> cookie.replaceFirst("^[^=]+=", "").replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    /** Of the first form of a page. */
    static String token(HttpResponse<String> page) {
        Matcher token = FORM_TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    /** Waits for a run that was started over the pages; its plan. */
    static long planned(PlanningRuns runs, HttpResponse<String> started) {
        assertThat(started.statusCode()).as(started.body()).isEqualTo(302);
        String location = started.headers().firstValue("Location").orElseThrow();
        long run = Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
        await().atMost(PATIENCE)
                .until(() -> runs.find(run).orElseThrow().state().ended());
        PlanningRun ended = runs.find(run).orElseThrow();
        assertThat(ended.message()).isNull();
        return ended.planId();
    }

    static Map<String, String> weekend(int seconds) {
        return Map.of(
                "from", "2024-02-17",
                "to", "2024-02-18",
                "asOf", "2024-01-25T00:00",
                "config", "standard.xml",
                "seconds", String.valueOf(seconds),
                "seed", "1");
    }
}
