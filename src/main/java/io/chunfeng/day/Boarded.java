package io.chunfeng.day;

/**
 * Who of a group boarded a trip.
 *
 * @param planned by the publication in force when it was counted
 * @param persons workers
 * @param infants on laps, never 人次
 * @param escorts staff who travel along (护送人员), never 人次
 * @param absent why fewer came than were expected; null in an entry: whoever is missing did not come (未到)
 * @param reason remark on those who are missing, or null
 */
public record Boarded(
        String groupId, int planned, int persons, int infants, int escorts, Absent absent, String reason) {

    public Boarded {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    /** As it is entered when only the workers were counted: the rest did not come. */
    public static Boarded persons(String groupId, int persons) {
        return new Boarded(groupId, persons, persons, 0, 0, null, null);
    }

    /** Those included who were missing on the leg before already. */
    public int missing() {
        return planned - persons;
    }
}
