package io.chunfeng.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "good",
            value = {
                "elevenchar1, TOO_SHORT",
                "twelvechars1, good",
                "十二个字的密码也算够长了吗, good",
                "一二三四五六七八九十甲, TOO_SHORT",
                "somebody.long, IS_LOGIN",
                "SOMEBODY.LONG1234, IS_LOGIN",
                "somebody.long-and-more, good",
                "Qwerty123456, TOO_COMMON",
                "aaaabbbbccccdddd, TOO_COMMON",
                "aaaabbbbccccddde, good"
            })
    void onTheEdges(String password, PasswordFault fault) {
        assertThat(PasswordRules.fault(password, "somebody.long").orElse(null)).isEqualTo(fault);
    }

    @Test
    void bytesCountNotCharacters() {
        String letters = "abcdefghij".repeat(7);
        assertThat(PasswordRules.fault(letters + "kl", "x1")).isEmpty();
        assertThat(PasswordRules.fault(letters + "klm", "x1")).contains(PasswordFault.TOO_LONG);
        assertThat(PasswordRules.fault("春夏秋冬东南西北".repeat(3), "x1")).isEmpty();
        assertThat(PasswordRules.fault("春夏秋冬东南西北".repeat(3) + "a", "x1")).contains(PasswordFault.TOO_LONG);
    }

    @Test
    void oneTimePasswordsAreGoodAndNoTwoAreTheSame() {
        Set<String> made = new HashSet<>();
        IntStream.range(0, 1000).forEach(i -> made.add(OneTimePassword.make()));
        assertThat(made)
                .hasSize(1000)
                .allMatch(password -> PasswordRules.fault(password, "x1").isEmpty());
    }
}
