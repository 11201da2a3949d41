package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Signing in as people do, and as those do who should not. */
@Timeout(180)
class SignInTest extends SigningIn {
    @Test
    void whoeverIsNotSignedInIsSentToSignInAndBackAfterwards() throws Exception {
        account("goes-back");
        HttpResponse<String> asked = get(Session.NOBODY, "/groups?day=2024-02-17&text=%E5%A4%AA");
        assertThat(asked.statusCode()).isEqualTo(302);
        String form = location(asked);
        assertThat(form).isEqualTo("/sign-in?back=%2Fgroups%3Fday%3D2024-02-17%26text%3D%25E5%25A4%25AA");
        HttpResponse<String> page = get(Session.NOBODY, form);
        assertThat(page.body()).contains("name=\"back\" value=\"/groups?day=2024-02-17&amp;text=%E5%A4%AA\"");
        HttpResponse<String> signedIn = attempt(
                new Session(cookie(page), token(page)), "Goes-Back ", RIGHT, "/groups?day=2024-02-17&text=%E5%A4%AA");
        assertThat(location(signedIn)).isEqualTo("/groups?day=2024-02-17&text=%E5%A4%AA");
        assertThat(get(new Session(cookie(signedIn), ""), location(signedIn)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/%0d%0aX: y\r\nX: y",
                "///evil",
                "evil",
                "/sign-in?back=/",
                "/accounts"
            })
    void nobodyIsLedElsewhereAfterSigningIn(String back) throws Exception {
        if (rows.find("not-led").isEmpty()) {
            account("not-led");
        }
        assertThat(location(attempt(stranger(), "not-led", RIGHT, back))).isEqualTo("/");
    }

    /** The same answer whether the name exists, is locked or disabled, and what was typed stays. */
    @Test
    void theAnswerGivesNothingAway() throws Exception {
        account("known");
        account("locked");
        account("disabled");
        rows.update(rows.find("disabled").orElseThrow().enabled(false));
        for (int i = 0; i < 5; i++) {
            attempt("locked", "wrong");
        }
        String unknown = refused("nobody-there", "wrong");
        assertThat(refused("known", "wrong")).isEqualTo(unknown);
        assertThat(refused("locked", RIGHT)).isEqualTo(unknown);
        assertThat(refused("disabled", RIGHT)).isEqualTo(unknown);
        assertThat(unknown).contains("连续输错 5 次，账户锁定 15 分钟").contains("value=\"?\"");
    }

    private String refused(String login, String password) throws Exception {
        HttpResponse<String> answer = attempt(login, password);
        assertThat(answer.statusCode()).isEqualTo(401);
        return answer.body()
                .replace("value=\"" + login + "\"", "value=\"?\"")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void manyAttemptsAtOnceTryNoMorePasswordsThanTheRuleAllows() throws Exception {
        account("besieged");
        Session session = stranger();
        List<Callable<Integer>> attempts = IntStream.range(0, 24)
                .<Callable<Integer>>mapToObj(i ->
                        () -> attempt(session, "besieged", "guess " + i, "").statusCode())
                .toList();
        ExecutorService crowd = Executors.newFixedThreadPool(12);
        try {
            for (Future<Integer> answer : crowd.invokeAll(attempts)) {
                assertThat(answer.get()).isEqualTo(401);
            }
        } finally {
            crowd.shutdown();
        }
        Account besieged = rows.find("besieged").orElseThrow();
        assertThat(besieged.failures()).isEqualTo(5);
        assertThat(besieged.lockedUntil()).isNotNull();
        assertThat(audit.entries("besieged", "account.locked", 10, 0)).hasSize(1);
        assertThat(audit.entries("besieged", "account.sign-in-failed", 50, 0)).hasSize(24);
        assertThat(attempt("besieged", RIGHT).statusCode()).isEqualTo(401);
        accounts.unlock("besieged", "admin", null);
        assertThat(attempt("besieged", RIGHT).statusCode()).isEqualTo(302);
    }

    @Test
    void hugeAndStrangeNamesAreRefusedLikeAnyOther() throws Exception {
        for (String login : List.of("x".repeat(100_000), "a\0b", "' OR 1=1 --", "管理员", "", " ", "ADMIN\r\nx")) {
            assertThat(attempt(login, "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(attempt("admin", "长".repeat(50_000)).statusCode()).isEqualTo(401);
        assertThat(audit.entries("管理…", null, 5, 0)).hasSize(1);
        assertThat(audit.entries("xx…", null, 5, 0)).hasSize(1);
    }

    @Test
    void aOneTimePasswordOpensOnlyThePageForAnother() throws Exception {
        String oneTime = accounts.create(
                        Account.fresh("newcomer", "新来的", Role.COUNTY, Set.of("140821"), null), "admin", null)
                .orElseThrow();
        HttpResponse<String> signedIn = attempt("newcomer", oneTime);
        assertThat(location(signedIn)).isEqualTo("/account");
        Session session = new Session(cookie(signedIn), "");
        HttpResponse<String> page = get(session, "/account");
        assertThat(page.body()).contains("请先设定自己的密码");
        Session newcomer = new Session(session.cookie(), token(page));
        assertThat(location(get(newcomer, "/groups"))).isEqualTo("/account");
        assertThat(location(post(newcomer, "/intake", Map.of()))).isEqualTo("/account");
        for (Map.Entry<String, String> bad : Map.of(
                        "short",
                        "太短",
                        "newcomer",
                        "太短",
                        "newcomer-new",
                        "不能用登录名",
                        "qwerty123456",
                        "太常见",
                        oneTime,
                        "和现在的密码一样")
                .entrySet()) {
            HttpResponse<String> refused = post(
                    newcomer, "/account", Map.of("current", oneTime, "wanted", bad.getKey(), "repeated", bad.getKey()));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains(bad.getValue()).doesNotContainPattern("type=\"password\"[^>]*value=");
        }
        HttpResponse<String> done =
                post(newcomer, "/account", Map.of("current", oneTime, "wanted", RIGHT, "repeated", RIGHT));
        assertThat(get(new Session(cookie(done), ""), "/groups").statusCode()).isEqualTo(200);
        assertThat(attempt("newcomer", oneTime).statusCode()).isEqualTo(401);
    }

    @Test
    void guessingTheCurrentPasswordLocksToo() throws Exception {
        account("guessed");
        Session session = signIn("guessed", RIGHT);
        for (int i = 0; i < 5; i++) {
            post(session, "/account", Map.of("current", "no " + i, "wanted", RIGHT + 1, "repeated", RIGHT + 1));
        }
        assertThat(rows.find("guessed").orElseThrow().lockedUntil()).isNotNull();
        HttpResponse<String> right =
                post(session, "/account", Map.of("current", RIGHT, "wanted", RIGHT + 1, "repeated", RIGHT + 1));
        assertThat(right.body()).contains("现在的密码不对");
    }

    @Test
    void noSecretIsPrinted() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream listening = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(listening);
        System.setErr(listening);
        String cookie;
        String oneTime;
        try {
            oneTime = accounts.create(Account.fresh("quiet", "安静", Role.REPORTER, Set.of(), null), "admin", null)
                    .orElseThrow();
            HttpResponse<String> signedIn = attempt("quiet", oneTime);
            Session session = new Session(cookie(signedIn), "");
            session = new Session(session.cookie(), token(get(session, "/account")));
            cookie = session.cookie();
            attempt("quiet", "wrong secret");
            LoggerFactory.getLogger(SignInTest.class).warn("this is heard");
            post(session, "/account", Map.of("current", oneTime, "wanted", "brief", "repeated", "brief"));
            post(session, "/account", Map.of("current", oneTime, "wanted", RIGHT, "repeated", RIGHT));
            post(new Session(cookie, "no token"), "/account", Map.of("current", RIGHT));
            accounts.resetPassword("quiet", "admin", null);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("this is heard")
                .doesNotContain(oneTime)
                .doesNotContain(RIGHT)
                .doesNotContain("wrong secret")
                .doesNotContain(cookie)
                .doesNotContain("{bcrypt}");
        assertThat(audit.entries(null, null, 1000, 0).toString())
                .doesNotContain(oneTime)
                .doesNotContain(RIGHT)
                .doesNotContain("wrong secret")
                .doesNotContain("{bcrypt}");
    }

    @Test
    void theBackParameterSurvivesAFailedAttempt() throws Exception {
        String body = attempt(stranger(), "nobody", "wrong", "/plans").body();
        assertThat(body).contains("name=\"back\" value=\"/plans\"");
    }
}
