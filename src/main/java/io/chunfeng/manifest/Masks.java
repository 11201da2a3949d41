package io.chunfeng.manifest;

/** What screens show of a person until somebody asks for more: enough to tell rows apart, too little to use. */
public final class Masks {
    private static final int LONG = 15;

    private Masks() {}

    /** 张三丰 → 张**. */
    public static String name(String name) {
        return shown(name, 1, 0);
    }

    /** Of 18 characters the first three and the last four: neither county nor birth date. Of short ones the first and the last two. */
    public static String number(String number) {
        return number.length() >= LONG ? shown(number, 3, 4) : shown(number, 1, 2);
    }

    /** 138****1234; of a landline the last two. */
    public static String phone(String phone) {
        return phone.startsWith("0") ? shown(phone, 0, 2) : shown(phone, 3, 4);
    }

    private static String shown(String text, int first, int last) {
        int[] signs = text.codePoints().toArray();
        if (signs.length <= first + last) {
            return "*".repeat(Math.max(1, signs.length));
        }
        return new String(signs, 0, first)
                + "*".repeat(signs.length - first - last)
                + new String(signs, signs.length - last, last);
    }
}
