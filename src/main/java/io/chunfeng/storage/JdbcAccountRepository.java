package io.chunfeng.storage;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.LockRule;
import io.chunfeng.account.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcAccountRepository implements AccountRepository {
    private static final String COLUMNS = """
            login, name, role, counties, employer, enabled, must_change_password, password_version, failures,
            locked_until, last_sign_in
            """;
    private static final String SELECT = "SELECT " + COLUMNS + "FROM account ";

    private final JdbcClient sql;

    JdbcAccountRepository(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Account> all() {
        return sql.sql(SELECT + "ORDER BY login")
                .query(JdbcAccountRepository::account)
                .list();
    }

    @Override
    public Optional<Account> find(String login) {
        return sql.sql(SELECT + "WHERE login = :login")
                .param("login", login)
                .query(JdbcAccountRepository::account)
                .optional();
    }

    @Override
    public Optional<String> passwordHash(String login) {
        return sql.sql("SELECT password_hash FROM account WHERE login = :login")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean add(Account account, String passwordHash) {
        return parameters(sql.sql("""
                        INSERT INTO account (login, name, role, counties, employer, enabled, must_change_password,
                                             password_hash)
                        VALUES (:login, :name, :role, :counties, :employer, :enabled, :mustChange, :hash)
                        ON CONFLICT (login) DO NOTHING
                        """), account)
                        .param("mustChange", account.mustChangePassword())
                        .param("hash", passwordHash)
                        .update()
                == 1;
    }

    @Override
    public Optional<Account> countAttempt(String login, LockRule rule, Instant now) {
        // after a lock-out the count begins again
        return sql.sql("""
                        UPDATE account SET
                            failures = CASE WHEN locked_until IS NULL THEN failures ELSE 0 END + 1,
                            locked_until = CASE
                                WHEN CASE WHEN locked_until IS NULL THEN failures ELSE 0 END + 1 >= :limit
                                THEN CAST(:until AS timestamptz) END
                        WHERE login = :login AND enabled AND (locked_until IS NULL OR locked_until <= :now)
                        RETURNING
                        """ + COLUMNS)
                .param("limit", rule.failures())
                .param("until", Rows.utc(now.plus(rule.lasting())))
                .param("login", login)
                .param("now", Rows.utc(now))
                .query(JdbcAccountRepository::account)
                .optional();
    }

    @Override
    public void signedIn(String login, Instant now) {
        changeOne(sql.sql(
                        "UPDATE account SET failures = 0, locked_until = NULL, last_sign_in = :now WHERE login = :login")
                .param("now", Rows.utc(now))
                .param("login", login));
    }

    @Override
    public void setPassword(String login, String passwordHash, boolean mustChange) {
        changeOne(sql.sql("""
                        UPDATE account SET password_hash = :hash, must_change_password = :mustChange,
                            password_version = password_version + 1, failures = 0, locked_until = NULL
                        WHERE login = :login
                        """)
                .param("hash", passwordHash)
                .param("mustChange", mustChange)
                .param("login", login));
    }

    @Override
    public void update(Account account) {
        changeOne(parameters(sql.sql("""
                        UPDATE account SET name = :name, role = :role, counties = :counties, employer = :employer,
                            enabled = :enabled
                        WHERE login = :login
                        """), account));
    }

    @Override
    public void unlock(String login) {
        changeOne(sql.sql("UPDATE account SET failures = 0, locked_until = NULL WHERE login = :login")
                .param("login", login));
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Account account) {
        return statement
                .param("login", account.login())
                .param("name", account.name())
                .param("role", account.role().name())
                .param("counties", account.counties().stream().sorted().toArray(String[]::new))
                .param("employer", account.employer())
                .param("enabled", account.enabled());
    }

    private static void changeOne(JdbcClient.StatementSpec update) {
        Rows.expectOne("account", update.update());
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("login"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Set.of((String[]) row.getArray("counties").getArray()),
                row.getString("employer"),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getInt("password_version"),
                row.getInt("failures"),
                Rows.instant(row, "locked_until"),
                Rows.instant(row, "last_sign_in"));
    }
}
