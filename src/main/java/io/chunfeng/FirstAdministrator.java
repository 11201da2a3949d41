package io.chunfeng;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.Accounts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The first start makes the administrator. The password is printed and not logged: it is on the screen once and in no
 * file of ours.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstAdministrator implements ApplicationListener<ApplicationReadyEvent> {
    static final String RESET = "chunfeng.reset-administrator";

    private static final String NAME = "管理员";

    private final Accounts accounts;
    private final AccountRepository repository;

    FirstAdministrator(Accounts accounts, AccountRepository repository) {
        this.accounts = accounts;
        this.repository = repository;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (wanted(event.getApplicationContext().getEnvironment())) {
            System.out.println(created(accounts.resetFirstAdministrator(NAME)));
        } else {
            accounts.createFirstAdministrator(NAME)
                    .map(FirstAdministrator::created)
                    .or(() -> repository
                            .find(Accounts.FIRST_ADMINISTRATOR)
                            .filter(admin -> admin.lastSignIn() == null && admin.enabled())
                            .map(Account::login)
                            .map(FirstAdministrator::unused))
                    .ifPresent(System.out::println);
        }
    }

    /** Also as a bare word, {@code --chunfeng.reset-administrator}. */
    private static boolean wanted(Environment settings) {
        String value = settings.getProperty(RESET, "false");
        return value.isBlank() || value.equalsIgnoreCase("true");
    }

    static String created(String password) {
        return "管理员登录名 " + Accounts.FIRST_ADMINISTRATOR + "，一次性密码 " + password + "（只显示这一次，首次登录后须更改）"
                + System.lineSeparator()
                + "administrator " + Accounts.FIRST_ADMINISTRATOR + ", one-time password " + password
                + " (shown this once; to be changed at the first sign-in)";
    }

    static String unused(String login) {
        return "管理员 " + login + " 还没有登录过；一次性密码已丢失时，用 --" + RESET + " 再启动一次"
                + System.lineSeparator()
                + "administrator " + login
                + " has not signed in yet; if the one-time password is lost, start once with --"
                + RESET;
    }
}
