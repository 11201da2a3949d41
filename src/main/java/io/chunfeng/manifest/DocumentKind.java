package io.chunfeng.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Documents that railways and coach stations take for a named ticket. */
public enum DocumentKind {
    /** 居民身份证, GB 11643. */
    RESIDENT_ID("\\d{17}[\\dX]", "居民身份证", "身份证", "二代身份证", "居民身份证号", "id", "residentid"),
    /** 港澳台居民居住证: built like the former, beginning with 81, 82 or 83. */
    RESIDENCE_PERMIT("8[123]\\d{15}[\\dX]", "港澳台居民居住证", "港澳居民居住证", "台湾居民居住证", "居住证", "residencepermit"),
    /** 外国人永久居留身份证: 18 characters that begin with 9, before 2023 three letters and 12 digits. */
    PERMANENT_RESIDENCE(
            "9\\d{16}[\\dX]|[A-Z]{3}\\d{12}", "外国人永久居留身份证", "外国人永久居留证", "永久居留身份证", "永居证", "permanentresidence"),
    PASSPORT("(?=.*\\d)[A-Z0-9]{5,17}", "护照", "passport"),
    /** 港澳居民来往内地通行证: a letter and eight digits; the two that may follow count its renewals. */
    HONG_KONG_MACAO_PERMIT("[HM]\\d{8}(\\d{2})?", "港澳居民来往内地通行证", "港澳通行证", "回乡证", "hongkongmacaopermit"),
    /** 台湾居民来往大陆通行证. */
    TAIWAN_PERMIT("\\d{8}|\\d{10}[A-Z]?", "台湾居民来往大陆通行证", "台胞证", "taiwanpermit");

    private static final int LENGTH_WITHOUT_RENEWALS = 9;

    private final Pattern form;
    private final List<String> names;

    DocumentKind(String form, String... names) {
        this.form = Pattern.compile(form);
        this.names = List.of(names);
    }

    /** As printed on it. */
    public String chinese() {
        return names.get(0);
    }

    boolean hasFormOf(String number) {
        return form.matcher(number).matches();
    }

    /** Whether birth date and sex stand in the number. */
    boolean tellsBirth(String number) {
        return number.length() == ResidentId.LENGTH;
    }

    /** What stays the same for the same person; numbers of different kinds never meet. */
    String identity(String number) {
        String lasting = this == HONG_KONG_MACAO_PERMIT ? number.substring(0, LENGTH_WITHOUT_RENEWALS) : number;
        return name() + ":" + lasting;
    }

    /** @param name as people write it, without spaces */
    static Optional<DocumentKind> named(String name) {
        String wanted = name.toLowerCase(java.util.Locale.ROOT).replace("_", "");
        return Arrays.stream(values())
                .filter(kind -> kind.names.contains(wanted)
                        || kind.name().replace("_", "").equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** For a number without a kind: only those of 18 characters can be told apart. */
    static Optional<DocumentKind> fitting(String number) {
        if (!RESIDENT_ID.hasFormOf(number)) {
            return Optional.empty();
        }
        return Optional.of(
                RESIDENCE_PERMIT.hasFormOf(number)
                        ? RESIDENCE_PERMIT
                        : PERMANENT_RESIDENCE.hasFormOf(number) ? PERMANENT_RESIDENCE : RESIDENT_ID);
    }
}
