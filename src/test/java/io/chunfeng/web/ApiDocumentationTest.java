package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.ApiTokens;
import io.chunfeng.account.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documentation says what there is, and its examples are true. */
@Timeout(120)
class ApiDocumentationTest extends RunningApplication {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private ApiTokens tokens;

    private JsonNode documentation() throws Exception {
        HttpResponse<String> answer = get("/v3/api-docs");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void everyMethodOfTheApiIsDocumentedAndNothingElse() throws Exception {
        Set<String> there = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            for (String path : mapping.getPatternValues()) {
                for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                    if (path.startsWith("/api/v1/")) {
                        there.add(verb + " " + path);
                    }
                }
            }
        });
        Set<String> documented = new TreeSet<>();
        documentation()
                .get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((verb, operation) -> {
                    documented.add(verb.toUpperCase(Locale.ROOT) + " " + path);
                    assertThat(operation.path("summary").asString())
                            .as(verb + " " + path)
                            .isNotBlank();
                    assertThat(operation.at("/responses/default/content").isObject())
                            .isTrue();
                }));
        assertThat(documented).isEqualTo(there).hasSizeGreaterThan(15);
    }

    @Test
    void everySchemaThatIsReferredToIsThere() throws Exception {
        JsonNode documentation = documentation();
        Set<String> known =
                new TreeSet<>(documentation.at("/components/schemas").propertyNames());
        Set<String> used = new TreeSet<>();
        Pattern.compile("#/components/schemas/([A-Za-z]+)")
                .matcher(documentation.toString())
                .results()
                .forEach(result -> used.add(result.group(1)));
        assertThat(known).containsAll(used).contains("Problem", "Group", "CoachPool");
        assertThat(documentation.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    /** What the documentation shows as a body can be sent as it stands. */
    @Test
    void examplesCanBeSent() throws Exception {
        as(Role.DISPATCHER);
        String token = tokens.make("test-dispatcher", "documentation", 1, false, null);
        JsonNode documentation = documentation();
        Map<String, String> bodies = new HashMap<>();
        documentation.get("paths").forEachEntry((path, operations) -> {
            String schema = operations
                    .at("/put/requestBody/content/application~1json/schema/$ref")
                    .asString("");
            if (!schema.isEmpty()) {
                bodies.put(path, schema.replaceFirst(".*/", ""));
            }
        });
        assertThat(bodies).hasSize(4);
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            JsonNode example = documentation.at("/components/schemas/" + body.getValue() + "/example");
            HttpResponse<String> answer = send(HttpRequest.newBuilder(
                            URI.create(address() + body.getKey().replace("{id}", "example-" + body.getValue())))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("If-None-Match", "*")
                    .PUT(BodyPublishers.ofString(example.toString()))
                    .build());
            assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(201);
        }
    }

    /** For whoever is signed in, offline, and without a complaint of the browser about our content policy. */
    @Test
    void itCanBeReadInABrowser() throws Exception {
        assertThat(get(Session.NOBODY, "/v3/api-docs").statusCode()).isNotEqualTo(200);
        try (Browser browser = browser()) {
            browser.open("/swagger-ui/index.html");
            browser.untilThere(".opblock-tag");
            assertThat(browser.all(".opblock-tag")).hasSizeGreaterThan(4);
            browser.screenshot("api-documentation");
            browser.assertQuietAndAtHome();
        }
    }
}
