package io.chunfeng;

import io.chunfeng.account.LockRule;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Those of {@code chunfeng.*} that are about signing in; explained in src/docs/accounts.md.
 *
 * @param signInFailures in a row, after which an account is locked
 * @param lockOut for how long
 */
@ConfigurationProperties("chunfeng")
record SignInSettings(int signInFailures, Duration lockOut) {

    SignInSettings {
        new LockRule(signInFailures, lockOut); // so that a wrong value is told like every other setting
    }

    LockRule lockRule() {
        return new LockRule(signInFailures, lockOut);
    }
}
