package io.chunfeng.capacity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** 车牌 of coaches as GA 36-2018 forms them: seven characters, new-energy ones eight. Letters I and O are never used. */
public final class Plates {
    private static final String OFFICE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]";
    private static final Pattern ORDINARY = Pattern.compile(OFFICE + "[A-HJ-NP-Z0-9]{5}");
    /** Small ones begin with their letter, large ones end with it. */
    private static final Pattern NEW_ENERGY = Pattern.compile(OFFICE + "(?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])");

    private Plates() {}

    /** 晋a·12345 → 晋A12345: capitals, neither spaces nor dots. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}·・•.\\-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** @param plate in its normal form */
    public static boolean valid(String plate) {
        return ORDINARY.matcher(plate).matches() || NEW_ENERGY.matcher(plate).matches();
    }
}
