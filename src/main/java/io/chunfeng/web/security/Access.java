package io.chunfeng.web.security;

import static io.chunfeng.account.Role.ADMINISTRATOR;
import static io.chunfeng.account.Role.COUNTY;
import static io.chunfeng.account.Role.DISPATCHER;
import static io.chunfeng.account.Role.RECEIVER;
import static io.chunfeng.account.Role.REPORTER;

import io.chunfeng.account.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may enter where: one table, the first line that fits decides, and what is in no line is closed to everybody.
 * Patterns are those of the controllers. Which rows somebody sees behind a door is the queries' matter.
 */
public final class Access {
    private static final String READ = "GET";
    private static final String CHANGE = "POST";
    private static final String ANY = "GET POST PUT PATCH DELETE";

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    private static final List<Line> LINES = List.of(
            // open doors
            everybody(READ, "/webjars/**"),
            everybody(READ, "/*.css"),
            everybody(READ, "/*.js"),
            everybody(READ, "/icon.svg"),
            everybody(READ, "/favicon.ico"),
            everybody("GET POST", "/sign-in"),
            everybody(CHANGE, "/sign-in/demo"),
            everybody(ANY, "/session-ended"),
            everybody(ANY, "/error"),
            // escorts, with a signed link
            everybody("GET POST", "/door/*"),
            // one's own
            line(CHANGE, "/sign-out", ALL),
            line("GET POST", "/account/**", ALL),
            line(READ, "/session", ALL),
            line(READ, "/map-notice", ALL),
            // demand
            line(READ, "/", COUNTY, DISPATCHER, REPORTER, ADMINISTRATOR),
            line(READ, "/groups", COUNTY, DISPATCHER, REPORTER, ADMINISTRATOR),
            line(READ, "/groups.csv", COUNTY, DISPATCHER, REPORTER, ADMINISTRATOR),
            line(ANY, "/groups/**", COUNTY, DISPATCHER),
            line(ANY, "/intake/**", COUNTY, DISPATCHER),
            line(ANY, "/places/**", COUNTY, DISPATCHER),
            line(CHANGE, "/requests/*/accept", DISPATCHER),
            line(CHANGE, "/requests/*/decline", DISPATCHER),
            line(ANY, "/requests/**", COUNTY, DISPATCHER),
            line(ANY, "/submissions/**", DISPATCHER),
            line(ANY, "/manifests/**", COUNTY, DISPATCHER),
            line(ANY, "/arrivals/**", RECEIVER, DISPATCHER),
            // planning: counties see their own trips under /groups, never a whole plan
            line("GET POST", "/capacity/fleet/**", DISPATCHER),
            line(READ, "/capacity/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line(CHANGE, "/capacity/**", DISPATCHER),
            line(READ, "/planning/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line(CHANGE, "/planning/**", DISPATCHER),
            line(READ, "/closures/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line(CHANGE, "/closures/**", DISPATCHER),
            line(CHANGE, "/drafts/{id}/improve", DISPATCHER),
            line("GET POST", "/plans/*/publication", DISPATCHER),
            line("GET POST", "/plans/*/assignment/**", DISPATCHER),
            line("GET POST", "/orders/**", DISPATCHER),
            line(READ, "/plans/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line(CHANGE, "/plans/**", DISPATCHER),
            line(READ, "/drafts/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line(CHANGE, "/drafts/**", DISPATCHER),
            line(READ, "/day/incidents/new", DISPATCHER),
            line(READ, "/day/actuals/**", DISPATCHER),
            line(READ, "/day/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line(CHANGE, "/day/**", DISPATCHER),
            line(READ, "/statistics/reports/new", REPORTER),
            line(READ, "/statistics/reports/{id}/edit", REPORTER),
            line(CHANGE, "/statistics/reports/**", REPORTER),
            line(CHANGE, "/statistics/templates/**", ADMINISTRATOR),
            line(READ, "/statistics/templates/new", ADMINISTRATOR),
            line(READ, "/statistics/templates/{id}/edit", ADMINISTRATOR),
            line(READ, "/statistics/templates/**", REPORTER, DISPATCHER, ADMINISTRATOR),
            line(READ, "/statistics/entry", COUNTY, REPORTER),
            line("GET POST", "/statistics/{template}/entry", COUNTY, REPORTER),
            line("GET POST", "/statistics/{template}/import", COUNTY, REPORTER),
            line(READ, "/statistics/{template}.xlsx", COUNTY, REPORTER, DISPATCHER, ADMINISTRATOR),
            line(CHANGE, "/statistics/frozen/**", REPORTER),
            line(READ, "/statistics/**", REPORTER, DISPATCHER, ADMINISTRATOR),
            // administration
            line(ANY, "/accounts/**", ADMINISTRATOR),
            line(READ, "/audit", ADMINISTRATOR),
            line(READ, "/audit.csv", ADMINISTRATOR),
            // programs, with a token
            line(READ, "/api/v1/groups/{id}/manifest/**", COUNTY, DISPATCHER),
            line("PUT", "/api/v1/groups/{id}/manifest", COUNTY),
            line("PUT POST", "/api/v1/groups/**", COUNTY, DISPATCHER),
            line(READ, "/api/v1/groups/**", COUNTY, DISPATCHER, REPORTER, ADMINISTRATOR),
            line("GET POST", "/api/v1/imports/**", COUNTY, DISPATCHER),
            line(READ, "/api/v1/requests", COUNTY, DISPATCHER),
            line(CHANGE, "/api/v1/requests/{id}/accept", DISPATCHER),
            line(CHANGE, "/api/v1/requests/{id}/decline", DISPATCHER),
            line(CHANGE, "/api/v1/requests/{id}/take-back", COUNTY, DISPATCHER),
            line("GET POST", "/api/v1/arrivals/**", RECEIVER, DISPATCHER),
            line(READ, "/api/v1/places", ALL),
            line("POST", "/api/v1/places", COUNTY, DISPATCHER),
            line(READ, "/api/v1/runs/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line(CHANGE, "/api/v1/runs/**", DISPATCHER),
            line(READ, "/api/v1/plans/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line(READ, "/api/v1/statistics", REPORTER, DISPATCHER, ADMINISTRATOR),
            line(READ, "/api/v1/capacity/**", DISPATCHER, REPORTER, ADMINISTRATOR),
            line("PUT DELETE", "/api/v1/capacity/**", DISPATCHER),
            line(READ, "/v3/api-docs/**", ALL),
            line(READ, "/v3/api-docs.yaml", ALL),
            line(READ, "/swagger-ui.html", ALL),
            line(READ, "/swagger-ui/**", ALL));

    private Access() {}

    /** @param open to everybody, signed in or not */
    record Line(Set<String> methods, PathPattern pattern, boolean open, Set<Role> roles) {
        boolean fits(String method, PathContainer path) {
            return methods.contains(method.equals(HttpMethod.HEAD.name()) ? READ : method) && pattern.matches(path);
        }
    }

    private static Line everybody(String methods, String pattern) {
        return new Line(Set.of(methods.split(" ")), PathPatternParser.defaultInstance.parse(pattern), true, ALL);
    }

    private static Line line(String methods, String pattern, Role... roles) {
        return line(methods, pattern, Set.of(roles));
    }

    private static Line line(String methods, String pattern, Set<Role> roles) {
        return new Line(Set.of(methods.split(" ")), PathPatternParser.defaultInstance.parse(pattern), false, roles);
    }

    /** Empty: nobody may. @param path within the application */
    static Optional<Line> line(String method, PathContainer path) {
        return LINES.stream().filter(line -> line.fits(method, path)).findFirst();
    }

    /** Whether a link to a page is worth showing. @param path with or without query and fragment */
    public static boolean mayRead(Role role, String path) {
        return may(role, READ, path);
    }

    /** Whether a form is worth showing. @param path that it is sent to */
    public static boolean mayChange(Role role, String path) {
        return may(role, CHANGE, path);
    }

    private static boolean may(Role role, String method, String path) {
        return line(method, PathContainer.parsePath(path.replaceFirst("[?#].*", "")))
                .filter(line -> line.roles().contains(role))
                .isPresent();
    }

    /** Where somebody begins. */
    public static String home(Role role) {
        return mayRead(role, "/") ? "/" : "/arrivals";
    }
}
