package io.chunfeng.account;

import java.time.Duration;

/** After how many failed attempts nobody can sign in to an account, and for how long. */
public record LockRule(int failures, Duration lasting) {
    public LockRule {
        if (failures < 1) {
            throw new IllegalArgumentException("chunfeng.sign-in-failures 至少为 1 / must be at least 1: " + failures);
        }
        if (lasting.isNegative() || lasting.isZero()) {
            throw new IllegalArgumentException("chunfeng.lock-out 应大于 0 / must be more than 0: " + lasting);
        }
    }
}
