package io.chunfeng.day;

/**
 * How many of a group boarded a trip.
 *
 * @param planned by the publication in force when it was counted
 * @param reason why fewer came than planned; null when all did, or when they were missing before already
 */
public record Boarded(String groupId, int planned, int persons, String reason) {

    public int missing() {
        return planned - persons;
    }
}
