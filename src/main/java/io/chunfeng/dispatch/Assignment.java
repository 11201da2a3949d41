package io.chunfeng.dispatch;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import java.util.List;

/**
 * Who drives a trip with which coach.
 *
 * @param coach null where none is assigned
 */
public record Assignment(Coach coach, List<Driver> drivers) {
    public static final Assignment NONE = new Assignment(null, List.of());

    public Assignment {
        drivers = List.copyOf(drivers);
        if (drivers.size() > DrivingTime.MOST_DRIVERS) {
            throw new IllegalArgumentException(drivers.size() + " drivers on one trip");
        }
    }
}
