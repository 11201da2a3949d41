package io.chunfeng.report;

/**
 * What people write in a stage report; the figures are the program's.
 *
 * @param launch 活动启动与部署, paragraphs parted by line breaks, empty for what is still to be written; like all texts here
 * @param homeward 返乡人数, entered; null where it is not known
 * @param stayed 留岗人数, entered; null where it is not known
 * @param measures 主要做法 @param difficulties 困难问题 @param suggestions 意见建议
 */
public record ReportEntry(
        String launch, Long homeward, Long stayed, String measures, String difficulties, String suggestions) {
    public static final ReportEntry EMPTY = new ReportEntry("", null, null, "", "", "");

    /** Characters of one text. */
    public static final int LONGEST = 10_000;

    public ReportEntry {
        launch = clean(launch);
        measures = clean(measures);
        difficulties = clean(difficulties);
        suggestions = clean(suggestions);
        if (homeward != null && homeward < 0 || stayed != null && stayed < 0) {
            throw new IllegalArgumentException("nobody can be fewer than none: " + homeward + ", " + stayed);
        }
    }

    /** Without what no document can hold: control characters, halves of characters. Lines end in one line feed. */
    static String clean(String typed) {
        if (typed == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(ReportEntry::holds)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean holds(int character) {
        return character == '\n'
                || character == '\t'
                || character >= 0x20
                        && !Character.isISOControl(character)
                        && !isHalf(character)
                        && (character & 0xFFFE) != 0xFFFE;
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
