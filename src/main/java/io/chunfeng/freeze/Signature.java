package io.chunfeng.freeze;

import java.util.Map;

/**
 * Who freezes a table, and what they have seen.
 *
 * @param newest number of the newest frozen table of the template when the checks were shown
 * @param sha256 of the workbook that was shown
 * @param responsible 负责人 @param remark or blank
 * @param reasons by check, for each that found something
 */
public record Signature(
        int newest,
        String sha256,
        String responsible,
        String remark,
        Map<FreezeCheck, String> reasons,
        String login,
        String name) {
    public Signature {
        reasons = Map.copyOf(reasons);
    }

    boolean gives(FreezeCheck check) {
        return !reasons.getOrDefault(check, "").isBlank();
    }
}
