package io.chunfeng.statistics;

import java.util.List;

/**
 * What is wrong, or odd, in a cell of a filled-in workbook.
 *
 * @param address such as G5; empty for the file as a whole
 * @param code name of a {@link Fault} or of an {@link EntryFinding.Code}
 */
public record FileFinding(String address, String code, List<String> args, boolean acceptedWithReason) {
    public enum Fault {
        NOT_A_WORKBOOK,
        /** A word of the form is not where it belongs: another form, or shifted columns. */
        HEADER,
        WRONG_UNIT,
        UNIT_TWICE,
        UNIT_MISSING,
        TEXT_IN_NUMBER,
        /** A counted figure, or a sum, is not what the ledger says. */
        COUNTED_CHANGED
    }

    static FileFinding of(String address, Fault fault, String... args) {
        return new FileFinding(address, fault.name(), List.of(args), false);
    }

    static FileFinding of(String address, EntryFinding finding) {
        return new FileFinding(address, finding.code().name(), finding.args(), finding.acceptedWithReason());
    }
}
