package io.chunfeng.place;

/** Names that are written nearly alike: did you mean … */
public final class Similar {
    private Similar() {}

    /** One character in three may differ, and at least one; short names must share their beginning or end. */
    public static boolean names(String typed, String known) {
        if (typed.isEmpty() || Math.abs(typed.length() - known.length()) > 3) {
            return false;
        }
        int allowed = Math.max(1, Math.max(typed.length(), known.length()) / 3);
        return distance(typed, known) <= allowed
                && (typed.charAt(0) == known.charAt(0)
                        || typed.charAt(typed.length() - 1) == known.charAt(known.length() - 1));
    }

    /** Characters to add, drop or change. */
    public static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
