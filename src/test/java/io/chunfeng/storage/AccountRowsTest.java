package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.AuditLog;
import io.chunfeng.account.LockRule;
import io.chunfeng.account.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts and the audit log in a real database. */
class AccountRowsTest {
    private static final Instant NOON = Instant.parse("2026-01-20T04:00:00Z");
    private static final LockRule RULE = new LockRule(3, Duration.ofMinutes(15));

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Account county(String login) {
        return Account.fresh(login, "临猗县劳务办", Role.COUNTY, Set.of("140821", "140822"), null);
    }

    @Test
    void comesBackAsItWasKept() {
        AccountRepository accounts = database.accounts();
        Account kept = county("Kept-As-Is");

        assertThat(accounts.add(kept, "{x}hash")).isTrue();
        assertThat(accounts.add(county("kept-as-is"), "{x}other"))
                .as("taken, however it is typed")
                .isFalse();
        assertThat(accounts.find("kept-as-is")).contains(kept);
        assertThat(accounts.passwordHash("kept-as-is")).contains("{x}hash");
        accounts.update(Account.fresh("kept-as-is", "用工单位", Role.RECEIVER, Set.of(), "瑞岭服装有限公司"));
        assertThat(accounts.find("kept-as-is").orElseThrow().viewer().employer())
                .isEqualTo("瑞岭服装有限公司");
        assertThat(accounts.all()).extracting(Account::login).contains("kept-as-is");
    }

    @Test
    void theLastAttemptOfTheRuleLocksUntilTheTimeIsOver() {
        AccountRepository accounts = database.accounts();
        accounts.add(county("locks"), "{x}hash");
        assertThat(accounts.countAttempt("locks", RULE, NOON).orElseThrow().failures())
                .isEqualTo(1);
        assertThat(accounts.countAttempt("locks", RULE, NOON).orElseThrow().lockedUntil())
                .isNull();
        Account locked = accounts.countAttempt("locks", RULE, NOON).orElseThrow();
        assertThat(locked.failures()).isEqualTo(3);
        assertThat(locked.lockedUntil()).isEqualTo(NOON.plusSeconds(900));
        assertThat(accounts.countAttempt("locks", RULE, NOON.plusSeconds(899))).isEmpty();
        Account again =
                accounts.countAttempt("locks", RULE, NOON.plusSeconds(900)).orElseThrow();
        assertThat(again.failures()).as("counted anew").isEqualTo(1);
        assertThat(again.lockedUntil()).isNull();
    }

    @Test
    void successAndUnlockingEndTheCount() {
        AccountRepository accounts = database.accounts();
        accounts.add(county("succeeds"), "{x}hash");
        for (int i = 0; i < 3; i++) {
            accounts.countAttempt("succeeds", RULE, NOON);
        }
        accounts.signedIn("succeeds", NOON);
        Account after = accounts.find("succeeds").orElseThrow();
        assertThat(after.failures()).isZero();
        assertThat(after.lockedUntil()).isNull();
        assertThat(after.lastSignIn()).isEqualTo(NOON);
        for (int i = 0; i < 3; i++) {
            accounts.countAttempt("succeeds", RULE, NOON);
        }
        accounts.unlock("succeeds");
        assertThat(accounts.countAttempt("succeeds", RULE, NOON)).isPresent();
    }

    @Test
    void aNewPasswordIsANewVersion() {
        AccountRepository accounts = database.accounts();
        accounts.add(county("renewed"), "{x}hash");
        accounts.setPassword("renewed", "{x}new", false);
        Account after = accounts.find("renewed").orElseThrow();
        assertThat(after.passwordVersion()).isEqualTo(2);
        assertThat(after.mustChangePassword()).isFalse();
        assertThat(accounts.passwordHash("renewed")).contains("{x}new");
    }

    @Test
    void nobodyDisabledOrUnknownIsCounted() {
        AccountRepository accounts = database.accounts();
        accounts.add(county("disabled").enabled(false), "{x}hash");
        assertThat(accounts.countAttempt("disabled", RULE, NOON)).isEmpty();
        assertThat(accounts.countAttempt("unknown", RULE, NOON)).isEmpty();
        assertThatThrownBy(() -> accounts.unlock("unknown")).hasMessageContaining("not 1 as expected");
    }

    @Test
    void aCountyWithoutACountyOrWithNoCodeIsRefused() {
        AccountRepository accounts = database.accounts();
        for (Set<String> counties : List.of(Set.<String>of(), Set.of("14082"), Set.of("14082x"), Set.of(""))) {
            Account wrong = Account.fresh("wrong", "x", Role.COUNTY, counties, null);
            assertThatThrownBy(() -> accounts.add(wrong, "{x}")).hasMessageContaining("check constraint");
        }
        Account nobody = Account.fresh("wrong", "x", Role.RECEIVER, Set.of(), null);
        assertThatThrownBy(() -> accounts.add(nobody, "{x}")).hasMessageContaining("check constraint");
    }

    @Test
    void theAuditLogIsReadNewestFirstByActorAndAction() {
        AuditLog audit = database.audit();
        audit.add(new AuditLog.Entry(NOON, "reader-a", "b.done", "1", "2 rows", "127.0.0.1"));
        audit.add(new AuditLog.Entry(NOON, "reader-a", "a.done", null, null, null));
        audit.add(new AuditLog.Entry(NOON.minusSeconds(9), "reader-b", "a.done", null, null, null));
        assertThat(audit.entries("reader-a", null, 10, 0))
                .extracting(AuditLog.Entry::action)
                .containsExactly("a.done", "b.done");
        assertThat(audit.entries(null, "a.done", 10, 0))
                .extracting(AuditLog.Entry::actor)
                .containsExactly("reader-b", "reader-a");
        assertThat(audit.entries(null, "a.done", 1, 1))
                .extracting(AuditLog.Entry::at)
                .containsExactly(NOON);
        assertThat(audit.actions()).containsExactly("a.done", "b.done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"})
    void theAuditLogIsNeverChanged(String statement) {
        assertThatThrownBy(() -> database.sql().sql(statement).update())
                .hasMessageContaining("refused: entries are only added");
    }
}
