package io.chunfeng.account;

/** Why a password was not changed. Each has a message {@code password.<name>}. */
public enum PasswordFault {
    WRONG_CURRENT,
    TOO_SHORT,
    TOO_LONG,
    IS_LOGIN,
    TOO_COMMON,
    SAME_AS_BEFORE,
    NOT_REPEATED
}
