package io.chunfeng.manifest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Invented persons. Their check digits are right; their area code 149999 belongs to no county, and whoever travels for work was born
 * in 1901: no number can be anybody's.
 */
public final class TestPersons {
    public static final String AREA = "149999";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String DIGITS = "零一二三四五六七八九";

    private TestPersons() {}

    /** 测试〇七, worker, without a phone. @param number 0 to 999 */
    public static Passenger worker(int number) {
        return person(number, PassengerRole.WORKER, false);
    }

    public static Passenger person(int number, PassengerRole role, boolean wheelchair) {
        return new Passenger(
                name(number), new Document(DocumentKind.RESIDENT_ID, id(number)), phone(number), role, wheelchair, "");
    }

    public static List<Passenger> workers(int from, int to) {
        return IntStream.range(from, to).mapToObj(TestPersons::worker).toList();
    }

    public static String name(int number) {
        StringBuilder name = new StringBuilder("测试");
        String.format(Locale.ROOT, "%03d", number).chars().forEach(c -> name.append(DIGITS.charAt(c - '0')));
        return name.toString();
    }

    public static String phone(int number) {
        return String.format(Locale.ROOT, "199000%05d", number);
    }

    public static String id(int number) {
        return id(LocalDate.of(1901, 1, 1).plusDays(number / 900), number % 900 + 1);
    }

    /** @param sequence 1 to 999; odd for men */
    public static String id(LocalDate birth, int sequence) {
        return withCheckDigit(
                AREA + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format(Locale.ROOT, "%03d", sequence));
    }

    /** GB 11643 once more, so that the tests do not ask the library that they test. */
    static String withCheckDigit(String seventeen) {
        int sum = IntStream.range(0, WEIGHTS.length)
                .map(i -> (seventeen.charAt(i) - '0') * WEIGHTS[i])
                .sum();
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
