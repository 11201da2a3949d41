package io.chunfeng.manifest;

/**
 * A named passenger. Birth date and sex are read from the document, never asked for.
 *
 * @param document null for an infant that has none yet
 * @param phone digits, a landline as {@code 0351-1234567}; null where none is known
 * @param wheelchair stays in a wheelchair
 * @param remark empty for none
 */
public record Passenger(
        String name, Document document, String phone, PassengerRole role, boolean wheelchair, String remark) {

    ManifestCounts count() {
        return role.count(wheelchair);
    }

    /** Nothing of it, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "Passenger[" + role + "]";
    }
}
