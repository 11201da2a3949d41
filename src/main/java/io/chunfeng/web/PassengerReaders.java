package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.manifest.PassengerReader;
import io.chunfeng.plan.PlanningProblem;
import java.time.Clock;
import java.time.LocalDate;

/** Readers that know the day a group travels. */
final class PassengerReaders {
    private PassengerReaders() {}

    static PassengerReader of(Group group, Clock clock) {
        return new PassengerReader(LocalDate.now(clock.withZone(PlanningProblem.ZONE)), GroupRow.day(group));
    }
}
