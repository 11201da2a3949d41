package io.chunfeng.intake;

/** Cells that a spreadsheet program would run as a formula when a file of ours is opened. */
public final class FormulaGuard {
    private static final String STARTS = "=+-@\t\r";

    private FormulaGuard() {}

    public static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** For .csv; .xlsx says of a cell that it is text. */
    public static String csv(String text) {
        return startsFormula(text) ? "'" + text : text;
    }
}
