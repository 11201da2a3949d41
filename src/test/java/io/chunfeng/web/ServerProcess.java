package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The real application in a process of its own, which can be killed; its database is its own too and survives it. */
final class ServerProcess implements AutoCloseable {
    private static final Duration STARTED = Duration.ofMinutes(8);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Path data;
    private final Process process;
    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private ServerProcess(Path data, Process process, String address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    /** Ready, with the demo's dispatcher signed in. */
    static ServerProcess start(Path data) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = Files.createDirectories(data).resolveSibling(data.getFileName() + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx900m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.chunfeng.Chunfeng",
                        "--server.port=" + port,
                        "--chunfeng.data-folder=" + data)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        ServerProcess server = new ServerProcess(data, process, "http://127.0.0.1:" + port);
        try {
            await("the server, see " + log).atMost(STARTED).until(server::answers);
            HttpResponse<String> signedIn =
                    server.post("/sign-in", "/sign-in/demo", Map.of("login", "demo-dispatcher"));
            assertThat(signedIn.statusCode()).as(signedIn.body()).isIn(302, 303);
        } catch (Exception | Error e) {
            server.close();
            throw e;
        }
        return server;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server has ended with " + process.exitValue());
        }
        try {
            return get("/sign-in").statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @param page that holds the form */
    HttpResponse<String> post(String page, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        return http.send(sending(page, path, form), HttpResponse.BodyHandlers.ofString());
    }

    /** Somebody waits for the answer while the server is killed. */
    CompletableFuture<HttpResponse<String>> posting(String page, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        return http.sendAsync(sending(page, path, form), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest sending(String page, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).as("a form on " + page).isTrue();
        return request(path)
                .header("X-CSRF-TOKEN", token.group(1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html,*/*")
                .timeout(Duration.ofMinutes(2));
    }

    /** To the database itself, which answers after the server was killed too. */
    Connection database() throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data.resolve("postgres-password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/chunfeng", "postgres", password);
    }

    /** The database that a killed server has left, where nobody has started again since. */
    static void endDatabase(Path data) throws IOException {
        Path pid = data.resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** In order, with its database. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
