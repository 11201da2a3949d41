package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a session is worth, to whom, and for how long. */
@Timeout(180)
class SessionTest extends SigningIn {
    @Test
    void aSessionOfSomebodyElsesChoosingIsWorthNothing() throws Exception {
        account("fixed");
        Session planted = stranger();
        HttpResponse<String> signedIn = attempt(planted, "fixed", RIGHT, "");
        assertThat(cookie(signedIn)).isNotEqualTo(planted.cookie());
        assertThat(location(get(planted, "/"))).startsWith("/sign-in");
        assertThat(get(new Session("0123456789ABCDEF0123456789ABCDEF", ""), "/sign-in")
                        .headers()
                        .allValues("Set-Cookie")
                        .toString())
                .doesNotContain("0123456789ABCDEF0123456789ABCDEF");
    }

    @Test
    void theCookieIsForThisSiteAndNotForScripts() throws Exception {
        String cookie = get(Session.NOBODY, "/sign-in").headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith(Session.COOKIE))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("; HttpOnly").contains("; SameSite=Lax").contains("; Path=/");
    }

    @Test
    void changesNeedTheTokenOfAForm() throws Exception {
        Session dispatcher = as(Role.DISPATCHER);
        for (String token : List.of("", "nonsense", stranger().token())) {
            HttpResponse<String> refused = post(
                    new Session(dispatcher.cookie(), token), "/planning", Map.of("from", "2024-02-17", "note", "<b>"));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .contains("没有保存")
                    .contains("<dd>2024-02-17</dd>")
                    .contains("<dd>&lt;b&gt;</dd>");
        }
        assertThat(attempt(new Session(stranger().cookie(), ""), "admin", "x", "")
                        .statusCode())
                .isEqualTo(302);
        // another site's form never gets as far as having its fields shown
        assertThat(post(dispatcher, "/planning", Map.of("from", "x"), "Sec-Fetch-Site", "cross-site")
                        .body())
                .doesNotContain("<dd>x</dd>");
    }

    @Test
    void whatWasTypedIsShownWhenTheSessionIsOver() throws Exception {
        HttpResponse<String> page =
                post(Session.NOBODY, "/closures", Map.of("reason", "大雪 <i>", "password", "geheim", "_csrf", "t0ken"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("大雪 &lt;i&gt;")
                .contains("没有保存")
                .doesNotContain("geheim")
                .doesNotContain("t0ken");
        assertThat(send(request(Session.NOBODY, "/session")
                                .setHeader("Accept", "*/*")
                                .build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(as(Role.COUNTY), "/session").body()).isNotBlank();
    }

    @Test
    void htmxAndStreamsLearnThatTheSessionIsOver() throws Exception {
        HttpResponse<String> htmx = send(request(Session.NOBODY, "/map-notice")
                .header("HX-Request", "true")
                .header("HX-Current-URL", address() + "/plans/3?mode=COACH")
                .build());
        assertThat(htmx.statusCode()).isEqualTo(401);
        assertThat(htmx.headers().firstValue("HX-Redirect"))
                .hasValue("/sign-in?ended&back=%2Fplans%2F3%3Fmode%3DCOACH");
        HttpResponse<String> led = send(request(Session.NOBODY, "/map-notice")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "https://evil.example//evil.example/")
                .build());
        assertThat(led.headers().firstValue("HX-Redirect")).hasValue("/sign-in?ended");
        HttpResponse<String> stream = send(request(Session.NOBODY, "/planning/1/events")
                .setHeader("Accept", "text/event-stream")
                .build());
        assertThat(stream.statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        account("leaves");
        Session session = signIn("leaves", RIGHT);
        assertThat(get(session, "/sign-out").statusCode()).isEqualTo(404);
        assertThat(location(post(session, "/sign-out", Map.of()))).isEqualTo("/sign-in");
        assertThat(location(get(session, "/"))).startsWith("/sign-in");
        assertThat(audit.entries("leaves", "account.signed-out", 5, 0)).hasSize(1);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() throws Exception {
        account("moves-on");
        Session here = signIn("moves-on", RIGHT);
        Session there = signIn("moves-on", RIGHT);
        Map<String, String> form =
                Map.of("current", RIGHT, "wanted", "another long one", "repeated", "another long one");
        HttpResponse<String> changed = post(here, "/account", form);
        assertThat(location(changed)).isEqualTo("/account?changed");
        assertThat(get(new Session(cookie(changed), ""), "/account?changed").body())
                .contains("密码已更改");
        assertThat(location(get(there, "/"))).startsWith("/sign-in");
        assertThat(attempt("moves-on", RIGHT).statusCode()).isEqualTo(401);
    }

    @Test
    void anAccountThatIsDisabledOrDemotedIsSoAtOnce() throws Exception {
        account("falls");
        Session session = signIn("falls", RIGHT);
        Account account = rows.find("falls").orElseThrow();
        rows.update(new Account(
                "falls",
                "falls",
                Role.REPORTER,
                Set.of(),
                null,
                true,
                false,
                account.passwordVersion(),
                0,
                null,
                null));
        assertThat(post(session, "/planning", weekend(1)).statusCode()).isEqualTo(403);
        assertThat(get(session, "/statistics").statusCode()).isEqualTo(200);
        rows.update(account.enabled(false));
        assertThat(location(get(session, "/"))).startsWith("/sign-in");
    }
}
