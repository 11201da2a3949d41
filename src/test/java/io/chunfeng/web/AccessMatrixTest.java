package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.ApiTokens;
import io.chunfeng.account.Role;
import io.chunfeng.demand.DemandRepository;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every door that exists, tried over HTTP as each role and as nobody. The expectation is written here once more and not
 * read from the program's own table; a mapping that is not expected here, or no longer exists, fails the test.
 */
@Timeout(300)
class AccessMatrixTest extends RunningApplication {
    private static final Set<RequestMethod> ANY_METHOD = EnumSet.of(
            RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    private static final String CLOSED_FILE = "/application.properties";

    /** Who may; C county, D dispatcher, R reporter, A administrator, E receiver, N nobody at all. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            // signing in and one's own account
            Map.entry("GET /sign-in", "CDRAEN"),
            Map.entry("POST /sign-in", "CDRAEN"),
            Map.entry("POST /sign-in/demo", "CDRAEN"),
            Map.entry("POST /sign-out", "CDRAE"),
            Map.entry("ANY /session-ended", "CDRAEN"),
            Map.entry("GET /account", "CDRAE"),
            Map.entry("POST /account", "CDRAE"),
            Map.entry("GET /session", "CDRAE"),
            Map.entry("GET /map-notice", "CDRAE"),
            // administration
            Map.entry("GET /accounts", "A"),
            Map.entry("POST /accounts", "A"),
            Map.entry("GET /accounts/{login}", "A"),
            Map.entry("POST /accounts/{login}", "A"),
            Map.entry("GET /audit", "A"),
            Map.entry("GET /audit.csv", "A"),
            // demand
            Map.entry("GET /", "CDRA"),
            Map.entry("GET /groups", "CDRA"),
            Map.entry("GET /groups.csv", "CDRA"),
            // groups from files and by hand
            Map.entry("GET /intake", "CD"),
            Map.entry("POST /intake", "CD"),
            Map.entry("GET /intake/template.xlsx", "CD"),
            Map.entry("GET /intake/{id:\\d+}", "CD"),
            Map.entry("GET /intake/{id:\\d+}/progress", "CD"),
            Map.entry("GET /intake/{id:\\d+}/marked.xlsx", "CD"),
            Map.entry("POST /intake/{id:\\d+}/apply", "CD"),
            Map.entry("POST /intake/{id:\\d+}/compare", "CD"),
            Map.entry("GET /intake/groups/new", "CD"),
            Map.entry("POST /intake/groups/new", "CD"),
            Map.entry("GET /intake/groups/{id}", "CD"),
            Map.entry("POST /intake/groups/{id}", "CD"),
            Map.entry("POST /intake/groups/{id}/withdraw", "CD"),
            Map.entry("GET /places", "CD"),
            Map.entry("POST /places", "CD"),
            Map.entry("GET /places/search", "CD"),
            Map.entry("GET /places/background.json", "CD"),
            // life of groups
            Map.entry("GET /groups/{id}", "CD"),
            Map.entry("POST /groups/{id}/move", "CD"),
            Map.entry("POST /groups/{id}/requests", "CD"),
            Map.entry("GET /groups/{id}/notice", "CD"),
            Map.entry("GET /groups/notices", "CD"),
            Map.entry("GET /requests", "CD"),
            Map.entry("POST /requests/{id}/accept", "D"),
            Map.entry("POST /requests/{id}/decline", "D"),
            Map.entry("POST /requests/{id}/take-back", "CD"),
            Map.entry("GET /submissions", "D"),
            Map.entry("POST /submissions", "D"),
            Map.entry("POST /submissions/deadline", "D"),
            Map.entry("POST /submissions/campaign", "D"),
            Map.entry("GET /plans/{id}/publication", "D"),
            Map.entry("POST /plans/{id}/publication", "D"),
            Map.entry("GET /arrivals", "DE"),
            Map.entry("POST /arrivals", "DE"),
            Map.entry("POST /arrivals/{id}/take-back", "DE"),
            Map.entry("GET /arrivals/list.csv", "DE"),
            // manifests
            Map.entry("GET /manifests", "CD"),
            Map.entry("GET /manifests/template.xlsx", "CD"),
            Map.entry("GET /manifests/{groupId}", "CD"),
            Map.entry("GET /manifests/{groupId}/open", "CD"),
            Map.entry("POST /manifests/{groupId}/open", "CD"),
            Map.entry("GET /manifests/{groupId}/export", "CD"),
            Map.entry("POST /manifests/{groupId}/export", "CD"),
            Map.entry("GET /manifests/{groupId}/file", "CD"),
            Map.entry("POST /manifests/{groupId}/file", "CD"),
            Map.entry("GET /manifests/{groupId}/rows", "CD"),
            Map.entry("POST /manifests/{groupId}/rows", "CD"),
            Map.entry("GET /manifests/{groupId}/rows/{row}", "CD"),
            Map.entry("POST /manifests/{groupId}/rows/{row}", "CD"),
            Map.entry("GET /manifests/{groupId}/rows/{row}/open", "CD"),
            Map.entry("POST /manifests/{groupId}/rows/{row}/open", "CD"),
            Map.entry("GET /manifests/{groupId}/rows/{row}/remove", "CD"),
            Map.entry("POST /manifests/{groupId}/rows/{row}/remove", "CD"),
            // planning
            Map.entry("GET /capacity", "DRA"),
            Map.entry("GET /planning", "DRA"),
            Map.entry("POST /planning", "D"),
            Map.entry("GET /planning/{id}", "DRA"),
            Map.entry("GET /planning/{id}/events", "DRA"),
            Map.entry("POST /planning/{id}/stop", "D"),
            Map.entry("GET /closures", "DRA"),
            Map.entry("POST /closures", "D"),
            Map.entry("POST /closures/{id}/lift", "D"),
            Map.entry("GET /closures/roads.geojson", "DRA"),
            Map.entry("GET /plans", "DRA"),
            Map.entry("GET /plans/{id}", "DRA"),
            Map.entry("GET /plans/{id}/plan.json", "DRA"),
            Map.entry("GET /plans/{id}/problem.json", "DRA"),
            Map.entry("GET /plans/{id}/routes.geojson", "DRA"),
            Map.entry("GET /plans/{id}/closures.geojson", "DRA"),
            Map.entry("GET /plans/{id}/changes.csv", "DRA"),
            Map.entry("POST /plans/{id}/replan", "D"),
            Map.entry("GET /plans/{id}/trips/{vehicle}", "DRA"),
            Map.entry("POST /plans/{id}/trips/{vehicle}/ran", "D"),
            Map.entry("GET /plans/{id}/journeys/{journey}/alternatives", "DRA"),
            // statistics
            Map.entry("GET /statistics", "DRA"),
            Map.entry("GET /statistics/trips", "DRA"),
            Map.entry("GET /statistics/T-2024-SX.xlsx", "DRA"),
            // capacity, and tokens of one's own account
            Map.entry("GET /account/tokens", "CDRAE"),
            Map.entry("POST /account/tokens", "CDRAE"),
            Map.entry("POST /account/tokens/{id}/revoke", "CDRAE"),
            Map.entry("GET /capacity/{path}/new", "DRA"),
            Map.entry("GET /capacity/{path}/{id}", "DRA"),
            Map.entry("POST /capacity/{path}", "D"),
            Map.entry("POST /capacity/{path}/{id}/remove", "D"),
            Map.entry("POST /capacity/{path}/{id}/end", "D"),
            Map.entry("GET /capacity/calendar", "DRA"),
            Map.entry("GET /capacity/calendar.csv", "DRA"),
            Map.entry("GET /capacity/template.xlsx", "DRA"),
            Map.entry("GET /capacity/capacity.xlsx", "DRA"),
            Map.entry("GET /capacity/import", "DRA"),
            Map.entry("POST /capacity/import", "D"),
            Map.entry("GET /capacity/import/{key}", "DRA"),
            Map.entry("POST /capacity/import/{key}/take", "D"),
            Map.entry("GET /capacity/import/{key}/marked.xlsx", "DRA"),
            // programs, with tokens; what is not there is a 404 for whoever has one
            Map.entry("GET /api/v1/groups", "CDRA"),
            Map.entry("GET /api/v1/groups/{id}", "CDRA"),
            Map.entry("PUT /api/v1/groups/{id}", "CD"),
            Map.entry("POST /api/v1/groups/{id}/submit", "CD"),
            Map.entry("POST /api/v1/groups/{id}/withdraw", "CD"),
            Map.entry("POST /api/v1/groups/{id}/accept", "CD"),
            Map.entry("GET /api/v1/groups/{id}/requests", "CDRA"),
            Map.entry("POST /api/v1/groups/{id}/requests", "CD"),
            Map.entry("GET /api/v1/groups/{id}/manifest", "CD"),
            Map.entry("GET /api/v1/groups/{id}/manifest/passengers", "CD"),
            Map.entry("POST /api/v1/imports", "CD"),
            Map.entry("GET /api/v1/imports/{id}", "CD"),
            Map.entry("GET /api/v1/imports/{id}/rows", "CD"),
            Map.entry("POST /api/v1/imports/{id}/apply", "CD"),
            Map.entry("GET /api/v1/requests", "CD"),
            Map.entry("POST /api/v1/requests/{id}/accept", "D"),
            Map.entry("POST /api/v1/requests/{id}/decline", "D"),
            Map.entry("POST /api/v1/requests/{id}/take-back", "CD"),
            Map.entry("GET /api/v1/arrivals", "DE"),
            Map.entry("POST /api/v1/arrivals/handovers", "DE"),
            Map.entry("POST /api/v1/arrivals/handovers/{id}/take-back", "DE"),
            Map.entry("GET /api/v1/places", "CDRAE"),
            Map.entry("GET /api/v1/runs", "DRA"),
            Map.entry("POST /api/v1/runs", "D"),
            Map.entry("GET /api/v1/runs/{id}", "DRA"),
            Map.entry("POST /api/v1/runs/{id}/stop", "D"),
            Map.entry("GET /api/v1/plans", "DRA"),
            Map.entry("GET /api/v1/plans/{id}", "DRA"),
            Map.entry("GET /api/v1/plans/{id}/problem", "DRA"),
            Map.entry("GET /api/v1/statistics", "DRA"),
            Map.entry("GET /api/v1/capacity/pools", "DRA"),
            Map.entry("GET /api/v1/capacity/pools/{id}", "DRA"),
            Map.entry("PUT /api/v1/capacity/pools/{id}", "D"),
            Map.entry("DELETE /api/v1/capacity/pools/{id}", "D"),
            Map.entry("GET /api/v1/capacity/trains", "DRA"),
            Map.entry("GET /api/v1/capacity/trains/{id}", "DRA"),
            Map.entry("PUT /api/v1/capacity/trains/{id}", "D"),
            Map.entry("DELETE /api/v1/capacity/trains/{id}", "D"),
            Map.entry("GET /api/v1/capacity/flights", "DRA"),
            Map.entry("GET /api/v1/capacity/flights/{id}", "DRA"),
            Map.entry("PUT /api/v1/capacity/flights/{id}", "D"),
            Map.entry("DELETE /api/v1/capacity/flights/{id}", "D"),
            Map.entry("ANY /api/v1/**", "CDRAE"),
            // documentation of the API
            Map.entry("GET /v3/api-docs", "CDRAE"),
            Map.entry("GET /v3/api-docs.yaml", "CDRAE"),
            Map.entry("GET /v3/api-docs/swagger-config", "CDRAE"),
            Map.entry("GET /swagger-ui.html", "CDRAE"),
            // the program's own answer to errors
            Map.entry("ANY /error", "CDRAEN"),
            // files
            Map.entry("FILES /**", ""),
            Map.entry("FILES /webjars/**", "CDRAEN"),
            Map.entry("FILES /webjars/*swagger-ui/**", "CDRAEN"),
            Map.entry("FILES /webjars/*swagger-ui/*swagger-initializer.js", "CDRAEN"),
            Map.entry("FILES /webjars/*swagger-ui/5.32.2/*swagger-initializer.js", "CDRAEN"),
            Map.entry("FILES /swagger-ui/**", "CDRAE"),
            Map.entry("FILES /swagger-ui/*swagger-initializer.js", "CDRAE")));

    @Autowired
    private ApplicationContext application;

    @Autowired
    private DemandRepository demand;

    @Autowired
    private ApiTokens tokens;

    /** Tokens of whoever has these sessions: the API looks at no session. */
    private final Map<Session, String> programs = new HashMap<>();

    @Test
    void everyMappingIsExpectedHere() {
        assertThat(doors()).isEqualTo(EXPECTED.keySet());
    }

    /** Kinds of mappings that the others would not see. */
    @Test
    void thereAreNoOtherKindsOfMappings() {
        List<String> others = application.getBeansOfType(HandlerMapping.class).values().stream()
                .filter(mapping -> !(mapping instanceof RequestMappingHandlerMapping)
                        && !(mapping instanceof AbstractUrlHandlerMapping))
                .filter(mapping ->
                        !(mapping instanceof RouterFunctionMapping routes && routes.getRouterFunction() == null))
                .map(mapping -> mapping.getClass().getName())
                .toList();
        assertThat(others).isEmpty();
    }

    @Test
    void eachDoorIsOpenToThoseAndToNobodyElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, String> door : EXPECTED.entrySet()) {
            String pattern = door.getKey().replaceFirst("^\\w+ ", "");
            for (String method : methods(door.getKey())) {
                for (Role role : Role.values()) {
                    // each on a session of its own where the session ends
                    Session session = pattern.equals("/sign-out") ? fresh(role) : as(role);
                    programs.computeIfAbsent(session, key -> token(role));
                    boolean expected = door.getValue().indexOf(letter(role)) >= 0;
                    if (enters(session, method, address(pattern)) != expected) {
                        wrong.add(role + " " + method + " " + pattern + " expected " + expected);
                    }
                    tried++;
                }
                boolean expected = door.getValue().contains("N");
                if (enters(stranger(), method, address(pattern)) != expected) {
                    wrong.add("NOBODY " + method + " " + pattern + " expected " + expected);
                }
                tried++;
            }
        }
        assertThat(wrong).as("of " + tried).isEmpty();
    }

    /** Behind the door: another county's id answers like one that does not exist, whatever is asked. */
    @Test
    void idsOfOtherCountiesAreGuessedInVain() throws Exception {
        String others = demand.groups().stream()
                .filter(group -> group.county().equals("141123"))
                .findFirst()
                .orElseThrow()
                .id();
        Session county = as(Role.COUNTY);
        int tried = 0;
        for (String door : EXPECTED.keySet()) {
            String pattern = door.replaceFirst("^\\w+ ", "");
            if (pattern.startsWith("/groups/{") && EXPECTED.get(door).contains("C")) {
                for (String method : methods(door)) {
                    int answer = status(county, method, pattern.replaceAll("\\{\\w+}", others));
                    int nothing = status(county, method, pattern.replaceAll("\\{\\w+}", "999999"));
                    assertThat(answer).as(door).isEqualTo(nothing).isIn(404, 400);
                    tried++;
                }
            }
        }
        assertThat(tried).isPositive();
        assertThat(status(county, "GET", "/groups/" + others)).isEqualTo(404);
        assertThat(status(as(Role.DISPATCHER), "GET", "/groups/" + others)).isEqualTo(200);
    }

    /** One that no controller has: closed too, and whoever is signed in is told that it does not exist. */
    @Test
    void whatIsInNoLineIsClosed() throws Exception {
        for (String path :
                List.of("/nowhere", "/actuator", "/actuator/health", "/logout", "/login", "/..%2faccounts")) {
            assertThat(get(as(Role.ADMINISTRATOR), path).statusCode()).as(path).isIn(404, 400);
            assertThat(get(Session.NOBODY, path).statusCode()).as(path).isIn(302, 400);
        }
        assertThat(status(as(Role.COUNTY), "GET", "/%61ccounts"))
                .as("another spelling")
                .isEqualTo(403);
        assertThat(status(as(Role.ADMINISTRATOR), "GET", "/%61ccounts")).isEqualTo(200);
        for (String path : List.of("/plans;x=1", "//plans", "/./plans", "/sign-in/../plans", "/PLANS", "/plans/")) {
            assertThat(status(as(Role.COUNTY), "GET", path)).as(path).isIn(400, 403, 404);
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO")) {
            assertThat(status(as(Role.DISPATCHER), method, "/planning"))
                    .as(method)
                    .isIn(400, 404, 405, 501);
        }
        assertThat(status(as(Role.COUNTY), "HEAD", "/plans")).isEqualTo(403);
        assertThat(status(as(Role.DISPATCHER), "HEAD", "/plans")).isEqualTo(200);
    }

    private Set<String> doors() {
        Set<String> doors = new TreeSet<>();
        application
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getPatternValues().forEach(pattern -> {
                            Set<RequestMethod> methods =
                                    info.getMethodsCondition().getMethods();
                            if (methods.isEmpty()) {
                                doors.add("ANY " + pattern);
                            }
                            methods.forEach(method -> doors.add(method + " " + pattern));
                        })));
        application
                .getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMap().keySet().forEach(pattern -> doors.add("FILES " + pattern)));
        return doors;
    }

    private static List<String> methods(String door) {
        if (door.startsWith("ANY ")) {
            return ANY_METHOD.stream().map(Enum::name).toList();
        }
        return List.of(door.startsWith("FILES ") ? "GET" : door.substring(0, door.indexOf(' ')));
    }

    /** An address that the pattern fits and that holds nothing: whoever gets in finds nothing there. */
    private static String address(String pattern) {
        return switch (pattern) {
            case "/**" -> CLOSED_FILE;
            case "/webjars/**" -> "/webjars/htmx.org/dist/htmx.min.js";
            case "/api/v1/**" -> "/api/v1/nothing";
            case "/swagger-ui/**" -> "/swagger-ui/swagger-ui.css";
            case "/webjars/*swagger-ui/**" -> "/webjars/swagger-ui/swagger-ui.css";
            default -> pattern.replaceFirst("\\*swagger", "swagger").replaceAll("\\{\\w+(:\\\\d\\+)?}", "999999");
        };
    }

    /** Past the door: whatever the page itself answers, "no such plan" and "fill in the form" included. */
    private boolean enters(Session session, String method, String path) throws Exception {
        HttpResponse<String> answer = answer(session, method, path);
        if (answer.statusCode() == 302) {
            String to = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
            boolean toSignIn = to.startsWith("/sign-in") && !path.equals("/sign-out");
            boolean elsewhere = path.equals("/") && to.equals("/arrivals");
            return !toSignIn && !elsewhere;
        }
        if (path.equals(CLOSED_FILE)) {
            return answer.statusCode() == 200;
        }
        boolean answersSoItself = path.equals("/sign-in") || path.equals("/session-ended");
        return answersSoItself || (answer.statusCode() != 401 && answer.statusCode() != 403);
    }

    private int status(Session session, String method, String path) throws Exception {
        return answer(session, method, path).statusCode();
    }

    private HttpResponse<String> answer(Session session, String method, String path) throws Exception {
        // a program has no session; with both, the door of tokens would give the session another id
        boolean program = path.startsWith("/api/");
        HttpRequest.Builder request =
                request(program ? Session.NOBODY : session, path).timeout(Duration.ofSeconds(60));
        if (!program && !session.token().isEmpty()) {
            request.header("X-CSRF-TOKEN", session.token());
        }
        if (program && programs.containsKey(session)) {
            request.header("Authorization", "Bearer " + programs.get(session));
        }
        return send(request.method(method, HttpRequest.BodyPublishers.noBody()).build());
    }

    /** Nobody, with a session and a token for forms, as everybody has who has opened the page for signing in. */
    private Session stranger() throws Exception {
        HttpResponse<String> page = get(Session.NOBODY, "/sign-in");
        return new Session(cookie(page), token(page));
    }

    private String token(Role role) {
        return tokens.make("test-" + role.name().toLowerCase(Locale.ROOT), "matrix", 1, false, null);
    }

    private Session fresh(Role role) throws Exception {
        as(role);
        return signIn("test-" + role.name().toLowerCase(Locale.ROOT), PASSWORD);
    }

    private static char letter(Role role) {
        return role == Role.RECEIVER ? 'E' : role.name().charAt(0);
    }
}
