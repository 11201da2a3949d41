package io.chunfeng.dispatch;

/**
 * Who of a group boarded one trip.
 *
 * @param persons workers, each one 人次 of the leg
 * @param infants on laps: on the manifest (花名册), never 人次
 * @param escorts staff who travel along (护送人员): never 人次
 */
public record Aboard(int persons, int infants, int escorts) {
    public Aboard {
        if (persons < 0 || infants < 0 || escorts < 0) {
            throw new IllegalArgumentException(
                    "nobody can be fewer than none: " + persons + ", " + infants + ", " + escorts);
        }
    }

    public static Aboard persons(int persons) {
        return new Aboard(persons, 0, 0);
    }
}
