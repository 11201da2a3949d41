package io.chunfeng.statistics;

/** Somebody else entered figures of the same unit meanwhile. */
public final class StaleFiguresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String unit;

    public StaleFiguresException(String unit) {
        super("figures of " + unit + " were entered meanwhile");
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }
}
