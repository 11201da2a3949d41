package io.chunfeng.intake;

import io.chunfeng.intake.TableException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file that was uploaded.
 *
 * @param counties that its uploader may register for; null for all
 * @param kind null until it is known
 * @param rowsRead so far
 * @param refusal why it is no table; null when it is
 * @param notes sheets that were passed over and columns that are not read
 * @param counts rows by state
 */
public record Import(
        long id,
        String fileName,
        String uploadedBy,
        Set<String> counties,
        Instant uploadedAt,
        State state,
        TableKind kind,
        int rowsRead,
        Reason refusal,
        String detail,
        List<String> notes,
        Instant appliedAt,
        String appliedBy,
        Map<ImportRow.State, Integer> counts) {

    public enum State {
        READING,
        READ,
        REFUSED,
        /** Its valid rows have been taken. */
        DONE
    }

    public int count(ImportRow.State state) {
        return counts.getOrDefault(state, 0);
    }

    /** Rows that would change something. */
    public int changes() {
        return count(ImportRow.State.NEW) + count(ImportRow.State.CHANGED) + count(ImportRow.State.REQUEST);
    }
}
