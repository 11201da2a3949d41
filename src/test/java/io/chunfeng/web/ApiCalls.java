package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.ApiTokens;
import io.chunfeng.account.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the REST API as programs make them: over HTTP, with tokens of accounts of every role. */
@TestPropertySource(properties = "chunfeng.contact=" + LifePages.CONTACT)
abstract class ApiCalls extends RunningApplication {
    static final JsonMapper JSON = JsonMapper.builder().build();
    /** An account has only so many. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    @Autowired
    ApiTokens tokens;

    String token(Role role) throws Exception {
        as(role);
        String login = "test-" + role.name().toLowerCase(Locale.ROOT);
        return TOKENS.computeIfAbsent(address() + login, key -> tokens.make(login, "test", 1, false, null));
    }

    String countyToken(String county) throws Exception {
        Account account = Account.fresh("api-" + county, county, Role.COUNTY, Set.of(county), null)
                .settled();
        as(account);
        return TOKENS.computeIfAbsent(address() + county, key -> tokens.make(account.login(), "test", 1, false, null));
    }

    HttpRequest.Builder call(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> read(String token, String path) throws Exception {
        return send(call(token, path).GET().build());
    }

    HttpResponse<String> put(String token, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = call(token, path).PUT(BodyPublishers.ofString(body));
        return send((headers.length > 0 ? request.headers(headers) : request).build());
    }

    static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").stringValue()).startsWith("urn:chunfeng:problem:");
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        return problem;
    }

    static List<String> pointers(JsonNode problem) {
        List<String> pointers = new ArrayList<>();
        problem.get("errors").forEach(error -> pointers.add(error.get("pointer").stringValue()));
        return pointers;
    }

    HttpResponse<String> post(String token, String path, String body) throws Exception {
        return send(call(token, path).POST(BodyPublishers.ofString(body)).build());
    }

    static String group(String county, int headcount) {
        return """
                {"county":"%s","from":"%s","to":"wp-370200-03","headcount":%d,
                "earliestDeparture":"2024-02-18T06:00:00+08:00","latestArrival":"2024-02-20T20:00:00+08:00",
                "modes":["COACH"]}""".formatted(county, county, headcount);
    }

    HttpResponse<String> move(String token, String path, String ifMatch) throws Exception {
        HttpRequest.Builder request = call(token, path).POST(BodyPublishers.ofString("{\"note\":\"试\"}"));
        return send((ifMatch == null ? request : request.header("If-Match", ifMatch)).build());
    }

    interface Work {
        Callable<Integer> of(int number);
    }

    static List<Integer> together(int many, Work work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(many);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                calls.add(work.of(i));
            }
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> call : people.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }
}
