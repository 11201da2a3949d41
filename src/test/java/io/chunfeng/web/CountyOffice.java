package io.chunfeng.web;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Staff of one county at its desk: signs in, uploads a file, takes it, looks at pages. One instance a thread. */
public final class CountyOffice {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** As the page itself does while a file is read. */
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(1);

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private final String county;
    private final String boarding;
    private String token;

    /** @param boarding name of a known place of the county */
    public CountyOffice(String address, String county, String boarding) {
        this.address = address;
        this.county = county;
        this.boarding = boarding;
    }

    public String county() {
        return county;
    }

    /** Of the n-th row of a file of that many. */
    public String groupId(String file, int n) {
        return county + "-" + file + n;
    }

    public void signIn(String login, String password) throws IOException, InterruptedException {
        token = tokenOf(page("/sign-in"));
        post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                "login=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8));
        token = tokenOf(page("/account"));
    }

    public String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path)).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Uploads so many groups, waits until they have been read, takes them, waits until they are registered. */
    public void handIn(String file, int groups) throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("编号,集合点,用工地,人数,出发日期,出行方式\n");
        for (int n = 1; n <= groups; n++) {
            csv.append("%s%d,%s,苏州工业园区,%d人,2月17日,不限\n".formatted(file, n, boarding, 5 + n));
        }
        String border = "----office";
        String body =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.csv\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(border, file, csv, border);
        HttpResponse<String> uploaded = post("/intake", "multipart/form-data; boundary=" + border, body);
        String preview = URI.create(uploaded.headers().firstValue("Location").orElseThrow())
                .getPath();
        await().atMost(PATIENCE)
                .pollInterval(LOOKS_AGAIN)
                .until(() -> page(preview).contains("form class=\"card apply\""));
        post(preview + "/apply", "application/x-www-form-urlencoded", "");
        await().atMost(PATIENCE)
                .pollInterval(LOOKS_AGAIN)
                .until(() -> page(preview).contains("采纳了 " + groups + " 行"));
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", type)
                        .header("X-CSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static String tokenOf(String page) {
        Matcher token = FORM_TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no form in " + page);
        }
        return token.group(1);
    }
}
