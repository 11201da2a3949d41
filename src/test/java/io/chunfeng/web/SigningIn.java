package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.Accounts;
import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts to sign in with, and the steps of it. */
abstract class SigningIn extends RunningApplication {
    static final String RIGHT = "a long enough password";

    @Autowired
    AccountRepository rows;

    @Autowired
    Accounts accounts;

    @Autowired
    AuditLog audit;

    /** An account of its own for each test, with its password chosen. */
    void account(String login) {
        String oneTime = accounts.create(Account.fresh(login, login, Role.DISPATCHER, Set.of(), null), "admin", null)
                .orElseThrow();
        assertThat(accounts.changePassword(login, oneTime, RIGHT, null)).isEmpty();
    }

    HttpResponse<String> attempt(String login, String password) throws Exception {
        return attempt(stranger(), login, password, "");
    }

    HttpResponse<String> attempt(Session session, String login, String password, String back) throws Exception {
        return post(session, "/sign-in", Map.of("login", login, "password", password, "back", back));
    }

    Session stranger() throws Exception {
        HttpResponse<String> page = get(Session.NOBODY, "/sign-in");
        return new Session(cookie(page), token(page));
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
