package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.AuditLog;
import io.chunfeng.account.LockRule;
import io.chunfeng.account.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** What the administrator does with accounts, and reads of everybody. */
@Timeout(120)
class AccountsPageTest extends RunningApplication {
    private static final Pattern ONE_TIME = Pattern.compile("class=\"one-time\">((?:\\w{5}-){3}\\w{5})<");

    @Autowired
    private AccountRepository rows;

    @Autowired
    private AuditLog audit;

    private static Map<String, String> form(String login, String role, String counties, String employer) {
        return Map.of("login", login, "name", "某人", "role", role, "counties", counties, "employer", employer);
    }

    private HttpResponse<String> send(String path, Map<String, String> form) throws Exception {
        return post(as(Role.ADMINISTRATOR), path, form);
    }

    private static String oneTime(HttpResponse<String> page) {
        Matcher shown = ONE_TIME.matcher(page.body());
        assertThat(shown.find()).as(page.body()).isTrue();
        return shown.group(1);
    }

    @Test
    void aNewAccountShowsItsPasswordOnce() throws Exception {
        HttpResponse<String> made = send("/accounts", form(" New.County ", "COUNTY", "140821，140822", ""));
        String password = oneTime(made);
        assertThat(made.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(rows.find("new.county").orElseThrow().counties()).containsExactlyInAnyOrder("140821", "140822");
        assertThat(get(as(Role.ADMINISTRATOR), "/accounts").body())
                .contains("new.county")
                .contains("等待首次登录")
                .doesNotContain(password);
        assertThat(get(signIn("new.county", password), "/account").body()).contains("请先设定自己的密码");
        assertThat(audit.entries("test-administrator", "account.created", 1, 0))
                .extracting(AuditLog.Entry::subject)
                .containsExactly("new.county");
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingIsLost() throws Exception {
        Map<String, String> typed = new HashMap<>(form("大写", "COUNTY", "14082", "厂"));
        typed.put("name", " ");
        HttpResponse<String> page = send("/accounts", typed);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("id=\"e-login\"")
                .contains("id=\"e-name\"")
                .contains("“14082”不是六位行政区划代码")
                .contains("id=\"e-employer\"")
                .contains("value=\"大写\"")
                .contains("value=\"14082\"")
                .contains("value=\"厂\"");
        assertThat(send("/accounts", form("test-administrator", "DISPATCHER", "", ""))
                        .body())
                .contains("这个登录名已有人用");
        assertThat(send("/accounts", form("x1", "COUNTY", "", "")).body()).contains("请填至少一个县");
        assertThat(send("/accounts", form("x1", "DISPATCHER", "140821", "")).body())
                .contains("这个角色不分县");
        assertThat(send("/accounts", form("x1", "RECEIVER", "140821", "厂")).body())
                .contains("只填一种");
        assertThat(send("/accounts", form("x1", "KING", "", "")).body()).contains("请选择角色");
        assertThat(rows.find("x1")).isEmpty();
    }

    @Test
    void changesHoldAtOnceAndAreRecorded() throws Exception {
        send("/accounts", form("changes", "COUNTY", "140821", ""));
        Map<String, String> changed = new HashMap<>(form("ignored", "RECEIVER", "", "瑞岭服装有限公司"));
        changed.put("enabled", "true");
        assertThat(send("/accounts/changes", changed).statusCode()).isEqualTo(302);
        Account account = rows.find("changes").orElseThrow();
        assertThat(account.role()).isEqualTo(Role.RECEIVER);
        assertThat(account.employer()).isEqualTo("瑞岭服装有限公司");
        assertThat(account.mustChangePassword()).isTrue();
        changed.remove("enabled");
        send("/accounts/changes", changed);
        assertThat(rows.find("changes").orElseThrow().enabled()).isFalse();
        assertThat(get(as(Role.ADMINISTRATOR), "/accounts/changes").body()).contains("已停用");
        assertThat(audit.entries("test-administrator", "account.changed", 2, 0))
                .extracting(AuditLog.Entry::detail)
                .containsExactly("RECEIVER, disabled", "RECEIVER");
    }

    @Test
    void aForgottenPasswordIsReplacedAndALockOpened() throws Exception {
        rows.add(Account.fresh("forgets", "忘", Role.REPORTER, Set.of(), null).settled(), "{noop}x");
        assertThat(get(signIn("forgets", oneTime(send("/accounts/forgets", Map.of("reset", "true")))), "/account")
                        .body())
                .contains("请先设定自己的密码");
        for (int i = 0; i < 5; i++) {
            rows.countAttempt("forgets", new LockRule(5, Duration.ofHours(1)), Instant.now());
        }
        assertThat(get(as(Role.ADMINISTRATOR), "/accounts/forgets").body()).contains("id=\"unlock\"");
        assertThat(send("/accounts/forgets", Map.of("unlock", "true")).statusCode())
                .isEqualTo(302);
        assertThat(rows.find("forgets").orElseThrow().lockedUntil()).isNull();
        assertThat(get(as(Role.ADMINISTRATOR), "/accounts/forgets").body()).doesNotContain("id=\"unlock\"");
    }

    @Test
    void nobodyLocksThemselvesOut() throws Exception {
        Map<String, String> demoted = new HashMap<>(form("", "REPORTER", "", ""));
        demoted.put("enabled", "true");
        assertThat(send("/accounts/test-administrator", demoted).body()).contains("不能停用自己");
        assertThat(send("/accounts/test-administrator", form("", "ADMINISTRATOR", "", ""))
                        .statusCode())
                .isEqualTo(400);
        Account self = rows.find("test-administrator").orElseThrow();
        assertThat(self.enabled()).isTrue();
        assertThat(self.role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void unknownAccountsAreNotThere() throws Exception {
        for (String login : new String[] {"nobody", "A", "a%20b", "..."}) {
            assertThat(get(as(Role.ADMINISTRATOR), "/accounts/" + login).statusCode())
                    .isEqualTo(404);
            assertThat(send("/accounts/" + login, Map.of("reset", "true")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theAuditLogIsFilteredPagedAndExportedHarmlessly() throws Exception {
        for (int i = 0; i < 60; i++) {
            audit.add(new AuditLog.Entry(Instant.EPOCH, "=paged", "test.paged", "@" + i, null, "127.0.0.1"));
        }
        Session administrator = as(Role.ADMINISTRATOR);
        String first = get(administrator, "/audit?actor=%3Dpaged").body();
        assertThat(first)
                .contains("@59")
                .doesNotContain(">@9<")
                .contains("rel=\"next\"")
                .contains("test.paged");
        assertThat(get(administrator, "/audit?actor=%3Dpaged&page=2").body())
                .contains(">@9<")
                .doesNotContain("rel=\"next\"");
        assertThat(get(administrator, "/audit?action=test.other").body()).contains("没有符合条件的记录");
        String csv = get(administrator, "/audit.csv?action=test.paged").body();
        assertThat(csv.split("\r\n")).hasSize(61);
        assertThat(csv).contains("1970-01-01T08:00+08:00,'=paged,test.paged,'@59,,127.0.0.1");
        assertThat(get(administrator, "/audit?page=2147483647").statusCode()).isEqualTo(200);
        assertThat(get(administrator, "/audit?actor=%00&action=%00").statusCode())
                .isEqualTo(200);
    }
}
