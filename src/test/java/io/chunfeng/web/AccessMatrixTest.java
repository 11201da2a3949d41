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
 * Every door that exists, tried over HTTP as each role and as nobody. The expectation is written once more in
 * {@link ExpectedDoors} and not read from the program's own table; a mapping that is not in it, or no longer exists,
 * fails the test.
 */
@Timeout(300)
class AccessMatrixTest extends RunningApplication {
    private static final Set<RequestMethod> ANY_METHOD = EnumSet.of(
            RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    private static final String CLOSED_FILE = "/application.properties";

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
        assertThat(doors()).isEqualTo(ExpectedDoors.ALL.keySet());
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
        for (Map.Entry<String, String> door : ExpectedDoors.ALL.entrySet()) {
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
        for (String door : ExpectedDoors.ALL.keySet()) {
            String pattern = door.replaceFirst("^\\w+ ", "");
            if (pattern.startsWith("/groups/{") && ExpectedDoors.ALL.get(door).contains("C")) {
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
