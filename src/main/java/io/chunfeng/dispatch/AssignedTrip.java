package io.chunfeng.dispatch;

/** A trip to be ordered, with who is to drive it. @param key for words: the trip's id, or the number of its order */
public record AssignedTrip(String key, OrderContent trip, Assignment assignment) {

    Work work() {
        return trip.work(key, assignment.drivers().size());
    }
}
