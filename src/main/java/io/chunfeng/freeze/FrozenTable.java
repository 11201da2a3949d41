package io.chunfeng.freeze;

import io.chunfeng.statistics.TableQuery;
import java.time.Instant;
import java.util.List;

/**
 * 冻结报表: what was signed, as it was. Never changed and never deleted; a later one takes its place.
 *
 * @param query with the recording that was newest when it was frozen
 * @param sha256 of the workbook, hexadecimal
 * @param notes printed under the table, the counting rule among them
 * @param responsible 负责人, as typed
 * @param remark or null
 * @param signedBy login of who froze it @param signedName the name of that account then
 */
public record FrozenTable(
        FrozenKey key,
        TableQuery query,
        String title,
        String sha256,
        List<String> notes,
        List<CheckResult> checks,
        String responsible,
        String remark,
        String signedBy,
        String signedName,
        Instant signedAt) {
    public FrozenTable {
        notes = List.copyOf(notes);
        checks = List.copyOf(checks);
    }
}
