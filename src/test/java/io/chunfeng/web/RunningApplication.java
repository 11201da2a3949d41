package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application with its own empty database, the demo campaign, the default map and the real solver. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningApplication {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void ownDataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "web-data-");
        registry.add("chunfeng.data-folder", folder::toString);
    }

    /** Without a slash at its end. */
    final String address() {
        return "http://127.0.0.1:" + port;
    }

    final HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    final HttpResponse<String> post(String path, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Accept", "text/html,*/*")
                .timeout(Duration.ofSeconds(60));
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
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
