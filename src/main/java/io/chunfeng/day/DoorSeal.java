package io.chunfeng.day;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links: HMAC-SHA256 over what a link is about, so that none can be made up or bent to another trip or day. */
public final class DoorSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})-([A-Za-z0-9_-]{43})");

    private final SecretKeySpec key;

    /** @param key 32 random bytes */
    public DoorSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The last part of the link's address. */
    public String token(DoorLink link) {
        return link.id() + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(link));
    }

    /** Which link a token claims to be; empty for what can be none. */
    public static OptionalLong id(String token) {
        Matcher parts = TOKEN.matcher(token);
        return parts.matches() ? OptionalLong.of(Long.parseLong(parts.group(1))) : OptionalLong.empty();
    }

    /** Takes as long for every wrong token. */
    public boolean opens(String token, DoorLink link) {
        return MessageDigest.isEqual(
                token(link).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(DoorLink link) {
        String about = String.join(
                "\n",
                "door",
                Long.toString(link.id()),
                Long.toString(link.trip().planId()),
                link.trip().vehicle(),
                link.escort(),
                Long.toString(link.expiresAt().getEpochSecond()));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(about.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
