package io.chunfeng.day;

/**
 * Who of a group did not board, by reason.
 *
 * @param noShow 未到: did not come
 * @param refused 拒载: came and were not let aboard
 * @param moved 改乘: rode another trip instead
 * @param movedTo vehicle id of that trip, or null
 */
public record Absent(int noShow, int refused, int moved, String movedTo) {
    public static final Absent NOBODY = new Absent(0, 0, 0, null);

    public Absent {
        movedTo = movedTo == null || movedTo.isBlank() ? null : movedTo.strip();
    }

    public static Absent noShow(int persons) {
        return new Absent(persons, 0, 0, null);
    }

    public int total() {
        return noShow + refused + moved;
    }

    boolean sound() {
        return noShow >= 0 && refused >= 0 && moved >= 0 && (movedTo == null || moved > 0);
    }
}
