package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.ApiToken;
import io.chunfeng.account.ApiTokens;
import io.chunfeng.account.AuditLog;
import io.chunfeng.account.LockRule;
import io.chunfeng.account.Role;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as programs meet it: over HTTP, with tokens of accounts of every role. */
@Timeout(120)
@TestPropertySource(properties = "chunfeng.contact=" + LifePages.CONTACT)
class ApiTest extends RunningApplication {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** An account has only so many. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final String POOLS = "/api/v1/capacity/pools/";
    private static final String POOL = """
            {"operator":"太原市汽车运输公司","depot":"dp-1401","homePrefecture":"1401","approvedSeats":49,"count":12,
            "availableFrom":"2024-01-25T00:00:00+08:00","availableUntil":"2024-04-09T00:00:00+08:00",
            "dispatchYuan":900.00,"yuanPerLoadedKm":11.00,"yuanPerEmptyKm":6.00,"yuanPerDriverDay":300.00}""";

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private RegistrationRepository registrations;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Clock clock;

    private String token(Role role) throws Exception {
        as(role);
        String login = "test-" + role.name().toLowerCase(Locale.ROOT);
        return TOKENS.computeIfAbsent(address() + login, key -> tokens.make(login, "test", 1, false, null));
    }

    private String countyToken(String county) throws Exception {
        Account account = Account.fresh("api-" + county, county, Role.COUNTY, Set.of(county), null)
                .settled();
        as(account);
        return TOKENS.computeIfAbsent(address() + county, key -> tokens.make(account.login(), "test", 1, false, null));
    }

    private HttpRequest.Builder call(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> read(String token, String path) throws Exception {
        return send(call(token, path).GET().build());
    }

    private HttpResponse<String> put(String token, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = call(token, path).PUT(BodyPublishers.ofString(body));
        return send((headers.length > 0 ? request.headers(headers) : request).build());
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").stringValue()).startsWith("urn:chunfeng:problem:");
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        return problem;
    }

    private static List<String> pointers(JsonNode problem) {
        List<String> pointers = new ArrayList<>();
        problem.get("errors").forEach(error -> pointers.add(error.get("pointer").stringValue()));
        return pointers;
    }

    @Test
    void withoutATokenNobodyEnters() throws Exception {
        problem(read(null, "/api/v1/groups"), 401);
        problem(read("cft_nonsense", "/api/v1/groups"), 401);
        // a browser's session opens no door here, so no page can be made to change anything
        Session session = as(Role.DISPATCHER);
        problem(send(session.on(call(null, POOLS + "cp-1401-45")).GET().build()), 401);
        problem(
                send(session.on(call(null, POOLS + "x").header("If-None-Match", "*"))
                        .PUT(BodyPublishers.ofString(POOL))
                        .build()),
                401);
    }

    @Test
    void aTokenEndsWithItsRevocationAndWithItsAccount() throws Exception {
        Account account = Account.fresh("api-leaver", "x", Role.DISPATCHER, Set.of(), null)
                .settled();
        as(account);
        String revoked = tokens.make(account.login(), "one", 1, false, null);
        String other = tokens.make(account.login(), "other", 1, false, null);
        assertThat(read(revoked, "/api/v1/places").statusCode()).isEqualTo(200);
        ApiToken known = tokens.of(account.login()).get(1);
        assertThat(known.lastUsedAt()).isNotNull();
        assertThat(tokens.revoke("somebody-else", known.id(), null)).isFalse();
        assertThat(tokens.revoke(account.login(), known.id(), null)).isTrue();
        problem(read(revoked, "/api/v1/places"), 401);
        assertThat(read(other, "/api/v1/places").statusCode()).isEqualTo(200);

        accounts.countAttempt(account.login(), new LockRule(1, Duration.ofHours(1)), clock.instant());
        problem(read(other, "/api/v1/places"), 401);
        accounts.unlock(account.login());
        assertThat(read(other, "/api/v1/places").statusCode()).isEqualTo(200);
        accounts.update(
                new Account(account.login(), "x", Role.DISPATCHER, Set.of(), null, false, false, 1, 0, null, null));
        problem(read(other, "/api/v1/places"), 401);
    }

    @Test
    void aTokenLeavesTheBrowsersSessionAsItIs() throws Exception {
        Session session = as(Role.REPORTER);
        HttpResponse<String> both = send(
                session.on(call(token(Role.REPORTER), "/api/v1/places")).GET().build());
        assertThat(both.statusCode()).isEqualTo(200);
        assertThat(both.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(get(session, "/statistics").statusCode()).isEqualTo(200);
    }

    /** Over the page: shown once, and never again. */
    @Test
    void aTokenIsShownOnce() throws Exception {
        Session session = as(Role.REPORTER);
        HttpResponse<String> made = post(session, "/account/tokens", Map.of("name", "报表程序", "days", "30"));
        assertThat(made.statusCode()).isEqualTo(200);
        String token = made.body().replaceFirst("(?s).*id=\"made\">", "").replaceFirst("(?s)<.*", "");
        assertThat(token).hasSizeGreaterThan(43).startsWith("cft_");
        assertThat(read(token, "/api/v1/capacity/pools").statusCode()).isEqualTo(200);
        HttpResponse<String> later = get(session, "/account/tokens");
        assertThat(later.body()).contains("报表程序").doesNotContain(token);
        assertThat(post(session, "/account/tokens", Map.of("name", " ", "days", "30"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(session, "/account/tokens", Map.of("name", "x", "days", "366"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(audit.entries("test-reporter", "token.created", 10, 0)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleMayDoWhatItsPagesDo(Role role) throws Exception {
        String token = token(role);
        boolean plans = role == Role.DISPATCHER || role == Role.REPORTER || role == Role.ADMINISTRATOR;
        boolean groups = plans || role == Role.COUNTY;
        assertThat(read(token, "/api/v1/capacity/pools").statusCode()).isEqualTo(plans ? 200 : 403);
        assertThat(read(token, "/api/v1/groups").statusCode()).isEqualTo(groups ? 200 : 403);
        assertThat(read(token, "/api/v1/places").statusCode()).isEqualTo(200);
        assertThat(put(token, POOLS + "role-" + role, POOL, "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(role == Role.DISPATCHER ? 201 : 403);
        assertThat(put(token, "/api/v1/groups/no-such", "{}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(role == Role.DISPATCHER || role == Role.COUNTY ? 404 : 403);
    }

    @Test
    void aPoolIsMadeChangedAndTakenOutOfUse() throws Exception {
        String token = token(Role.DISPATCHER);
        String path = POOLS + "api-1";
        problem(put(token, path, POOL), 428);
        HttpResponse<String> made = put(token, path, POOL, "If-None-Match", "*");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
        problem(put(token, path, POOL, "If-None-Match", "*"), 412);

        JsonNode kept = JSON.readTree(read(token, path).body());
        assertThat(kept.at("/pool/wheelchairSpaces").intValue()).isZero();
        assertThat(kept.at("/pool/availableFrom").stringValue()).isEqualTo("2024-01-25T00:00:00+08:00");
        // what was read can be sent back
        HttpResponse<String> same = put(token, path, kept.get("pool").toString(), "If-Match", "\"1\"");
        assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
        assertThat(same.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(JSON.readTree(same.body()).get("pool")).isEqualTo(kept.get("pool"));

        problem(put(token, path, POOL, "If-Match", "\"1\""), 412);
        problem(put(token, path, POOL, "If-Match", "W/\"2\""), 412);
        problem(send(call(token, path).DELETE().build()), 428);
        problem(send(call(token, path).header("If-Match", "\"1\"").DELETE().build()), 412);
        assertThat(send(call(token, path).header("If-Match", "\"2\"").DELETE().build())
                        .statusCode())
                .isEqualTo(204);
        problem(read(token, path), 404);
        problem(send(call(token, path).header("If-Match", "\"2\"").DELETE().build()), 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"operater\":\"x\"} | /operater",
                "{\"approvedSeats\":\"49\"} | /approvedSeats",
                "{\"approvedSeats\":49.5} | /approvedSeats",
                "{\"approvedSeats\":true} | /approvedSeats",
                "{\"dispatchYuan\":\"900\"} | /dispatchYuan",
                "{\"availableFrom\":\"2024-02-17\"} | /availableFrom",
                "{\"availableFrom\":\"2024-02-17T08:00:00\"} | /availableFrom",
                "{\"availableFrom\":[]} | /availableFrom",
                "[] | ''"
            })
    void wrongTypesAndUnknownFieldsAreNamed(String body, String pointer) throws Exception {
        JsonNode problem = problem(put(token(Role.DISPATCHER), POOLS + "x", body, "If-None-Match", "*"), 422);
        assertThat(pointers(problem)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"operator\":", "{'operator':1}", "{\"count\":1,\"count\":2}", "''"})
    void whatIsNoJsonIsRefused(String body) throws Exception {
        problem(put(token(Role.DISPATCHER), POOLS + "x", body, "If-None-Match", "*"), 400);
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLarge() throws Exception {
        String large = "{\"operator\":\"" + "x".repeat(2_000_000) + "\"}";
        problem(put(token(Role.DISPATCHER), POOLS + "x", large, "If-None-Match", "*"), 413);
    }

    @Test
    void everyWrongValueIsNamedWithWhatIsExpected() throws Exception {
        String train = """
                {"name":"专列","kind":"CHARTERED_TRAIN","calls":[
                {"place":"st-taiyuan-nan","depart":"2024-02-18T08:30:00+08:00"},
                {"place":"nowhere","arrive":"2024-02-18T08:00:00+08:00"}],
                "seatsPerCarriage":85,"minCarriages":9,"maxCarriages":8,"serviceYuan":-1,"yuanPerCarriage":0.001,
                "yuanPerPassenger":90,"leadDays":18}""";
        JsonNode problem =
                problem(put(token(Role.DISPATCHER), "/api/v1/capacity/trains/t", train, "If-None-Match", "*"), 422);
        assertThat(pointers(problem))
                .containsExactlyInAnyOrder(
                        "/serviceYuan", "/yuanPerCarriage", "/calls/1/place", "/calls/1/arrive", "/maxCarriages");
        problem.get("errors").forEach(error -> {
            assertThat(error.get("expected").stringValue()).isNotBlank();
            assertThat(error.get("suggestion").stringValue()).isNotBlank();
        });
    }

    @Test
    void aCountySeesAndChangesItsOwnGroupsOnly() throws Exception {
        String token = countyToken("140821");
        List<String> foreign = registrations.all(new Scope.Everything()).stream()
                .map(Registration::group)
                .filter(group -> !group.county().equals("140821"))
                .map(group -> group.id())
                .limit(3)
                .toList();
        assertThat(foreign).hasSize(3);
        for (String id : foreign) {
            problem(read(token, "/api/v1/groups/" + id), 404);
            problem(put(token, "/api/v1/groups/" + id, "{}", "If-Match", "\"1\""), 404);
            problem(
                    send(call(token, "/api/v1/groups/" + id + "/withdraw")
                            .header("If-Match", "\"1\"")
                            .POST(BodyPublishers.noBody())
                            .build()),
                    404);
        }
        JsonNode all = JSON.readTree(read(token, "/api/v1/groups?limit=1000").body());
        assertThat(all.get("total").intValue()).isPositive();
        all.get("items")
                .forEach(item ->
                        assertThat(item.at("/group/county").stringValue()).isEqualTo("140821"));

        // nor may it take another county's name, or an id that another county has
        JsonNode problem = problem(put(token, "/api/v1/groups/mine", group("141123", 20), "If-None-Match", "*"), 422);
        assertThat(pointers(problem)).containsExactly("/county");
        problem(put(token, "/api/v1/groups/" + foreign.get(0), group("140821", 20), "If-None-Match", "*"), 412);
    }

    /** Counts are no secret to the county; names are for tokens that were made for them. */
    @Test
    void namesNeedATokenMadeForThem() throws Exception {
        String county = countyToken("140821");
        put(county, "/api/v1/groups/api-named", group("140821", 20), "If-None-Match", "*");
        String path = "/api/v1/groups/api-named/manifest";
        JsonNode counts = JSON.readTree(read(county, path).body());
        assertThat(counts.get("headcount").intValue()).isEqualTo(20);
        assertThat(counts.get("seated").intValue()).isZero();
        problem(read(county, path + "/passengers?reason=TICKETS"), 403);
        problem(read(token(Role.REPORTER), path), 403);
        problem(read(countyToken("141123"), path), 404);
        String reading = tokens.make("api-140821", "names", 1, true, null);
        assertThat(read(reading, path + "/passengers?reason=TICKETS").body()).isEqualTo("[]");
        problem(read(reading, path + "/passengers?reason=CURIOSITY"), 400);
        assertThat(audit.entries("api-140821", "manifest.opened", 5, 0)).hasSize(1);
    }

    @Test
    void aFileOfGroupsIsUploadedLookedAtAndApplied() throws Exception {
        String county = countyToken("140821");
        String file = "团组编号,集合点,用工地,人数,出发日期\nF1,140821,wp-370200-03,20,2024-02-18\nF2,140821,火星,20,2024-02-18\n";
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"g.csv\"\r\n\r\n" + file
                + "\r\n--x--\r\n";
        HttpResponse<String> uploaded = send(call(county, "/api/v1/imports")
                .setHeader("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(202);
        String path =
                "/api/v1/imports/" + JSON.readTree(uploaded.body()).get("id").intValue();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> JSON.readTree(read(county, path).body())
                        .get("state")
                        .stringValue()
                        .equals("READ"));
        JsonNode wrong =
                JSON.readTree(read(county, path + "/rows?state=PROBLEM").body());
        assertThat(wrong.toString()).contains("火星");
        problem(read(countyToken("141123"), path), 404);
        HttpResponse<String> applied = send(call(county, path + "/apply")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(202);
    }

    private static String group(String county, int headcount) {
        return """
                {"county":"%s","from":"%s","to":"wp-370200-03","headcount":%d,
                "earliestDeparture":"2024-02-18T06:00:00+08:00","latestArrival":"2024-02-20T20:00:00+08:00",
                "modes":["COACH"]}""".formatted(county, county, headcount);
    }

    @Test
    void aGroupGoesFromDraftToSubmittedToAccepted() throws Exception {
        String county = countyToken("140821");
        String path = "/api/v1/groups/api-life";
        HttpResponse<String> made = put(county, path, group("140821", 20), "If-None-Match", "*");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(JSON.readTree(made.body()).get("state").stringValue()).isEqualTo(GroupState.DRAFT.name());
        assertThat(JSON.readTree(made.body()).at("/group/minPart").intValue()).isEqualTo(20);
        problem(move(county, path + "/accept", "\"1\""), 409);
        problem(move(county, path + "/submit", null), 428);
        assertThat(move(county, path + "/submit", "\"1\"").statusCode()).isEqualTo(200);
        problem(move(county, path + "/submit", "\"1\""), 412);
        assertThat(move(token(Role.DISPATCHER), path + "/accept", "\"2\"").statusCode())
                .isEqualTo(200);
        // what the county changes now, the dispatcher takes anew
        HttpResponse<String> changed = put(county, path, group("140821", 21), "If-Match", "\"3\"");
        assertThat(JSON.readTree(changed.body()).get("state").stringValue()).isEqualTo(GroupState.SUBMITTED.name());
        HttpResponse<String> withdrawn = move(county, path + "/withdraw", "\"4\"");
        assertThat(JSON.readTree(withdrawn.body()).get("state").stringValue()).isEqualTo(GroupState.WITHDRAWN.name());
        JsonNode past = JSON.readTree(read(county, path + "/history").body());
        assertThat(past.valueStream().map(entry -> entry.get("to").stringValue()))
                .containsExactly("DRAFT", "SUBMITTED", "ACCEPTED", "SUBMITTED", "WITHDRAWN");
        assertThat(past.at("/3/before/headcount").intValue()).isEqualTo(20);
        assertThat(past.at("/3/after/headcount").intValue()).isEqualTo(21);
        problem(read(countyToken("141123"), path + "/history"), 404);
    }

    private HttpResponse<String> move(String token, String path, String ifMatch) throws Exception {
        HttpRequest.Builder request = call(token, path).POST(BodyPublishers.ofString("{\"note\":\"试\"}"));
        return send((ifMatch == null ? request : request.header("If-Match", ifMatch)).build());
    }

    @Test
    void ofTwentyChangesFromOneVersionOneIsKept() throws Exception {
        String token = token(Role.DISPATCHER);
        put(token, POOLS + "api-race", POOL, "If-None-Match", "*");
        List<Integer> statuses = together(
                20,
                i -> () -> put(
                                token,
                                POOLS + "api-race",
                                POOL.replace("\"count\":12", "\"count\":" + i),
                                "If-Match",
                                "\"1\"")
                        .statusCode());
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(19);
    }

    @Test
    void twentyCountiesPutAtTheSameTimeAndNothingIsLost() throws Exception {
        List<String> counties = registrations.all(new Scope.Everything()).stream()
                .map(registration -> registration.group().county())
                .distinct()
                .sorted()
                .limit(20)
                .toList();
        assertThat(counties).hasSize(20);
        List<String> keys = new ArrayList<>();
        for (String county : counties) {
            keys.add(countyToken(county));
        }
        List<Integer> statuses = together(20, i -> () -> {
            int worst = 0;
            for (int g = 0; g < 3; g++) {
                String path = "/api/v1/groups/many-" + counties.get(i) + "-" + g;
                worst = Math.max(
                        worst,
                        put(keys.get(i), path, group(counties.get(i), 10 + g), "If-None-Match", "*")
                                .statusCode());
            }
            return worst;
        });
        assertThat(statuses).containsOnly(201);
        for (int i = 0; i < 20; i++) {
            String own = read(keys.get(i), "/api/v1/groups?limit=1000").body();
            List<String> found = new ArrayList<>();
            JSON.readTree(own)
                    .get("items")
                    .forEach(item -> found.add(item.get("id").stringValue()));
            assertThat(found.stream().filter(id -> id.startsWith("many-")))
                    .containsExactlyInAnyOrder(
                            "many-" + counties.get(i) + "-0",
                            "many-" + counties.get(i) + "-1",
                            "many-" + counties.get(i) + "-2");
        }
    }

    private interface Work {
        Callable<Integer> of(int number);
    }

    private static List<Integer> together(int many, Work work) throws Exception {
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

    @Test
    void listsComeInParts() throws Exception {
        String token = token(Role.DISPATCHER);
        JsonNode first =
                JSON.readTree(read(token, "/api/v1/capacity/flights?limit=2").body());
        JsonNode second = JSON.readTree(
                read(token, "/api/v1/capacity/flights?limit=2&offset=1").body());
        assertThat(first.get("items")).hasSize(2);
        assertThat(second.at("/items/0")).isEqualTo(first.at("/items/1"));
        assertThat(first.get("total").intValue()).isGreaterThan(2);
        problem(read(token, "/api/v1/capacity/flights?limit=1001"), 400);
        problem(read(token, "/api/v1/capacity/flights?offset=-1"), 400);
        problem(read(token, "/api/v1/capacity/flights?offset=x"), 400);
        problem(read(token, "/api/v1/groups?state=LOST"), 400);
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws Exception {
        String token = token(Role.DISPATCHER);
        problem(read(token, "/api/v1/nothing"), 404);
        problem(
                send(call(token, POOLS + "cp-1401-45")
                        .method("PATCH", BodyPublishers.ofString("{}"))
                        .build()),
                404);
        problem(
                send(call(token, POOLS + "x")
                        .setHeader("Content-Type", "text/plain")
                        .header("If-None-Match", "*")
                        .PUT(BodyPublishers.ofString(POOL))
                        .build()),
                415);
    }
}
