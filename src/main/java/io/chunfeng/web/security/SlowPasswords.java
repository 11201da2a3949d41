package io.chunfeng.web.security;

import io.chunfeng.account.OneTimePassword;
import io.chunfeng.account.Passwords;
import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes that name their algorithm; the current one is bcrypt, which takes 72 bytes and no more. */
final class SlowPasswords implements Passwords {
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder;
    private final String nobodys;

    SlowPasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = encoder.encode(OneTimePassword.make());
    }

    @Override
    public String hash(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        boolean possible = hash != null && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        boolean right = encoder.matches(possible ? password : "-", possible ? hash : nobodys);
        return possible && right;
    }
}
