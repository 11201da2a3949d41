package io.chunfeng.manifest;

import cn.hutool.core.util.IdcardUtil;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Numbers of 18 characters after GB 11643. The library answers whether one is valid; which part is not is found here, because it
 * does not say so, asks the system's clock, puts digits into its exceptions and would take numbers of 15 and 10 as well.
 */
final class ResidentId {
    static final int LENGTH = 18;
    /** First generation, 15 digits: not valid any more since 2013-01-01. */
    static final int OLD_LENGTH = 15;

    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private ResidentId() {}

    /** @param number of the right form: 17 digits and a digit or X */
    static Optional<String> fault(String number, LocalDate today) {
        LocalDate birth = birthDate(number);
        if (birth == null || birth.isBefore(OLDEST)) {
            return Optional.of("number.birth");
        }
        if (birth.isAfter(today)) {
            return Optional.of("number.future");
        }
        if (IdcardUtil.getProvinceByIdCard(number) == null) {
            return Optional.of("number.area");
        }
        return IdcardUtil.isValidCard18(number, false) ? Optional.empty() : Optional.of("number.checkDigit");
    }

    /** Null for a date that does not exist. */
    static LocalDate birthDate(String number) {
        try {
            return LocalDate.of(digits(number, 6, 10), digits(number, 10, 12), digits(number, 12, 14));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Odd sequence numbers are men's. */
    static Sex sex(String number) {
        return digits(number, 16, 17) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    private static int digits(String number, int from, int to) {
        return Integer.parseInt(number.substring(from, to));
    }
}
