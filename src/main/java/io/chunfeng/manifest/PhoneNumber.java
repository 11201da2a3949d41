package io.chunfeng.manifest;

import cn.hutool.core.util.PhoneUtil;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mainland mobiles and landlines with their area code. */
final class PhoneNumber {
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+86|0086|86(?=1\\d{10}$))");
    private static final Pattern LANDLINE = Pattern.compile("(010|02\\d|0[3-9]\\d{2})(\\d{7,8})");

    private PhoneNumber() {}

    static Optional<String> read(String typed) {
        String digits =
                COUNTRY.matcher(Written.number(typed).replaceAll("[()]", "")).replaceFirst("");
        if (digits.startsWith("1") && PhoneUtil.isMobile(digits)) {
            return Optional.of(digits);
        }
        Matcher landline = LANDLINE.matcher(digits);
        return landline.matches() ? Optional.of(landline.group(1) + "-" + landline.group(2)) : Optional.empty();
    }
}
