package io.chunfeng;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.Accounts;
import io.chunfeng.account.AuditLog;
import io.chunfeng.account.LockRule;
import io.chunfeng.account.OneTimePassword;
import io.chunfeng.account.Passwords;
import io.chunfeng.demo.DemoAccounts;
import io.chunfeng.web.security.OneClick;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Accounts, and those of the demo where they may be used with one click. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class AccountConfiguration {

    @Bean
    static LockRule lockRule(SignInSettings settings) {
        return settings.lockRule();
    }

    @Bean
    static Accounts accounts(
            AccountRepository repository, Passwords passwords, LockRule lock, AuditLog audit, Clock clock) {
        return new Accounts(repository, passwords, lock, audit, clock);
    }

    @Bean
    @Conditional(DemoAtThisMachine.class)
    static OneClick oneClick(AccountRepository repository, Passwords passwords) {
        List<Account> accounts = DemoAccounts.all();
        // nobody knows this password: where the one click is closed, these accounts are of no use
        String unknown = passwords.hash(OneTimePassword.make());
        accounts.forEach(account -> repository.add(account, unknown));
        return new OneClick(accounts);
    }

    /** The demo is on, the server listens on a loopback address, and no proxy has been announced. */
    static final class DemoAtThisMachine implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment settings = context.getEnvironment();
            return settings.getProperty("chunfeng.demo", Boolean.class, false)
                    && OneClick.loopback(settings.getProperty("server.address", ""))
                    && settings.getProperty("server.forward-headers-strategy", "none")
                            .equalsIgnoreCase("none");
        }
    }
}
