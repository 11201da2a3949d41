package io.chunfeng.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that somebody reads off a screen and types once. */
public final class OneTimePassword {
    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int BLOCKS = 4;
    private static final int BLOCK_LENGTH = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /** 99 bits: {@code k7wqp-3xh9m-bt4ce-zr6ua}. */
    public static String make() {
        return IntStream.range(0, BLOCKS).mapToObj(i -> block()).collect(Collectors.joining("-"));
    }

    private static String block() {
        return RANDOM.ints(BLOCK_LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
