package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What programs of counties do over the REST API: groups, names, places, files. */
@Timeout(120)
class ApiCountyTest extends ApiCalls {
    @Autowired
    private AuditLog audit;

    @Autowired
    private RegistrationRepository registrations;

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
    void passengersAreNamedAllOrNone() throws Exception {
        String county = countyToken("140821");
        put(county, "/api/v1/groups/api-manifest", group("140821", 2), "If-None-Match", "*");
        String path = "/api/v1/groups/api-manifest/manifest";
        String right = "{\"name\":\"王小明\",\"documentNumber\":\"11010519491231002X\"}";
        String wrong = "{\"name\":\"李四\",\"documentNumber\":\"110105194912310021\"}";
        JsonNode fault = problem(put(county, path, "[" + right + "," + wrong + "]", "If-None-Match", "*"), 422);
        assertThat(pointers(fault)).containsExactly("/1/documentNumber");
        assertThat(fault.toString()).contains("last sign").doesNotContain("110105194912310021");
        problem(put(county, path, "[" + right + "," + right + "]", "If-None-Match", "*"), 422);
        assertThat(JSON.readTree(read(county, path).body()).get("seated").intValue())
                .isZero();
        HttpResponse<String> named = put(county, path, "[" + right + "]", "If-None-Match", "*");
        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
        assertThat(JSON.readTree(named.body()).get("seated").intValue()).isEqualTo(1);
        problem(put(county, path, "[" + right + "]", "If-None-Match", "*"), 412);
        String tag = named.headers().firstValue("ETag").orElseThrow();
        assertThat(JSON.readTree(put(county, path, "[]", "If-Match", tag).body())
                        .get("seated")
                        .intValue())
                .isZero();
        problem(put(countyToken("141123"), path, "[]", "If-Match", tag), 404);
    }

    @Test
    void aBoardingPointIsKeptForItsCounty() throws Exception {
        String county = countyToken("140821");
        String point = """
                {"county":"140821","name":"%s","lon":%s,"lat":35.147,"crs":"WGS84","sure":%s}""";
        problem(post(county, "/api/v1/places", point.formatted("接口集合点", "200", "false")), 422);
        JsonNode doubt = problem(post(county, "/api/v1/places", point.formatted("接口集合点", "112.9", "false")), 422);
        assertThat(doubt.get("errors").toString()).contains("km from the known places");
        HttpResponse<String> far = post(county, "/api/v1/places", point.formatted("接口远点", "112.9", "true"));
        assertThat(far.statusCode()).as(far.body()).isEqualTo(201);
        HttpResponse<String> kept = post(county, "/api/v1/places", point.formatted("接口集合点", "110.774", "false"));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String id = JSON.readTree(kept.body()).get("id").stringValue();
        assertThat(read(county, "/api/v1/places?name=" + id).body()).contains("接口集合点");
        problem(post(countyToken("141123"), "/api/v1/places", point.formatted("别县集合点", "110.774", "false")), 422);
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
}
