package io.chunfeng.storage;

import io.chunfeng.day.Happening;
import io.chunfeng.demand.Actor;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings the register in line with an accepted proposal: another number of people, another window, nobody at all. Who does
 * not come stays registered: 登记人数 and 实乘人数 are two figures.
 */
final class IncidentGroups {
    private final RegistrationRepository registrations;

    IncidentGroups(RegistrationRepository registrations) {
        this.registrations = registrations;
    }

    void register(Happening happening, PlanningProblem before, PlanningProblem after, String actor) {
        Map<String, Group> now = after.groups().stream().collect(Collectors.toMap(Group::id, Function.identity()));
        boolean missing = happening instanceof Happening.NoShows;
        List<RegistrationChange> changes = new ArrayList<>();
        for (Group was : before.groups()) {
            Group is = now.get(was.id());
            boolean otherPersons = is != null && is.headcount() != was.headcount() && !missing;
            boolean otherWindow = is != null
                    && !(is.earliestDeparture().equals(was.earliestDeparture())
                            && is.latestArrival().equals(was.latestArrival()));
            if (is == null || otherPersons || otherWindow) {
                registrations
                        .find(new Scope.Everything(), was.id())
                        // who is under way is told by telephone; the register keeps what they left with
                        .filter(registration -> registration.state() == GroupState.PUBLISHED)
                        .ifPresent(registration -> changes.add(change(registration, is, otherPersons, otherWindow)));
            }
        }
        registrations.apply(changes, new Actor(actor, Party.DISPATCHER, new Scope.Everything()));
    }

    private static RegistrationChange change(
            Registration registration, Group is, boolean otherPersons, boolean otherWindow) {
        Group group = registration.group();
        if (is == null) {
            return new RegistrationChange.Move(group.id(), GroupState.WITHDRAWN, registration.version(), "突发情况：全部未到");
        }
        Group changed = otherPersons ? group.withHeadcount(is.headcount(), is.wheelchairs()) : group;
        changed = otherWindow ? changed.withWindow(is.earliestDeparture(), is.latestArrival()) : changed;
        return new RegistrationChange.Put(changed, GroupState.PUBLISHED, registration.version());
    }
}
