package io.chunfeng.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Columns of a manifest's file, in the order of the template. */
enum ManifestColumn {
    NAME("name", "姓名", "名字", "乘车人", "乘车人姓名", "乘客姓名", "人员姓名", "务工人员姓名", "name"),
    KIND("kind", "证件类型", "证件种类", "证件名称", "documenttype"),
    NUMBER(
            "number",
            "证件号码",
            "身份证号",
            "身份证号码",
            "身份证",
            "居民身份证号",
            "居民身份证号码",
            "公民身份号码",
            "公民身份证号码",
            "证件号",
            "有效证件号码",
            "idnumber",
            "documentnumber"),
    PHONE("phone", "手机号码", "电话", "电话号码", "手机", "手机号", "联系电话", "联系方式", "本人电话", "联系手机", "phone"),
    ROLE("role", "人员类别", "身份", "角色", "类别", "人员类型", "乘车身份", "role"),
    WHEELCHAIR("wheelchair", "轮椅", "是否轮椅", "是否乘坐轮椅", "需要轮椅", "乘坐轮椅", "wheelchair"),
    REMARK("remark", "备注", "说明", "其他说明", "remark");

    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|[*:★]");

    private final String field;
    private final List<String> names;

    ManifestColumn(String field, String... names) {
        this.field = field;
        this.names = List.of(names);
    }

    /** Component of {@link TypedPassenger}. */
    String field() {
        return field;
    }

    String chinese() {
        return names.get(0);
    }

    static Optional<ManifestColumn> headed(String header) {
        String name = ASIDE.matcher(Written.word(header)).replaceAll("").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(name))
                .findFirst();
    }
}
