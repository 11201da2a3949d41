package io.chunfeng.account;

/** Hashes passwords, slowly on purpose. */
public interface Passwords {

    String hash(String password);

    /** @param hash null for an account that does not exist: takes as long and is false */
    boolean matches(String password, String hash);
}
