package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.ApiToken;
import io.chunfeng.account.AuditLog;
import io.chunfeng.account.LockRule;
import io.chunfeng.account.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The REST API as programs meet it: tokens, roles, capacity, what is refused and how. */
@Timeout(120)
class ApiTest extends ApiCalls {
    private static final String POOLS = "/api/v1/capacity/pools/";
    private static final String POOL = """
            {"operator":"太原市汽车运输公司","depot":"dp-1401","homePrefecture":"1401","approvedSeats":49,"count":12,
            "availableFrom":"2024-01-25T00:00:00+08:00","availableUntil":"2024-04-09T00:00:00+08:00",
            "dispatchYuan":900.00,"yuanPerLoadedKm":11.00,"yuanPerEmptyKm":6.00,"yuanPerDriverDay":300.00}""";

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Clock clock;

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
