package io.chunfeng.solver;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Plan.Remedy;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.UnservedReason;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why people stay behind, found by trying: the group alone, with all capacity free, as it is and then with one thing
 * changed at a time. The first change that lets it travel is the remedy.
 */
final class Diagnosis {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int LATEST_EXTENSION_HOURS = 72;
    private static final int EXTENSION_STEP_HOURS = 6;

    /** What is found for a group alone depends on the problem only; what is taken depends on the plan. */
    private final Map<String, Alone> alone = new HashMap<>();

    private final PlanningProblem problem;

    Diagnosis(PlanningProblem problem) {
        this.problem = problem;
    }

    record Finding(UnservedReason reason, Remedy remedy) {}

    /**
     * @param blocked the final finding when the group cannot travel even alone; otherwise null
     * @param pool a pool that could carry it, or null
     * @param service a train or flight that could carry it, or null
     */
    private record Alone(Finding blocked, PoolFact pool, ServiceFact service) {}

    /** @param journeys of the plan, pinned ones included */
    Finding of(Group group, int persons, int wheelchairs, List<Plan.Journey> journeys) {
        Alone found = alone.computeIfAbsent(group.id() + '/' + persons, key -> alone(group, persons, wheelchairs));
        return found.blocked != null ? found.blocked : taken(group, persons, found, journeys);
    }

    private Alone alone(Group group, int persons, int wheelchairs) {
        Trial asIs = new Trial(problem, rest(group, persons, wheelchairs));
        if (asIs.works()) {
            return new Alone(null, asIs.pool, asIs.service);
        }
        return new Alone(blocked(rest(group, persons, wheelchairs)), null, null);
    }

    /** The people left as a group of their own. */
    private static Group rest(Group group, int persons, int wheelchairs) {
        return with(
                group,
                persons,
                wheelchairs,
                Math.min(group.minPart(), group.headcount()),
                group.latestArrival(),
                group);
    }

    private static Group with(
            Group group, int persons, int wheelchairs, int minPart, Instant latestArrival, Group modesOf) {
        return new Group(
                group.id(),
                group.county(),
                group.from(),
                group.to(),
                persons,
                wheelchairs,
                group.earliestDeparture(),
                latestArrival,
                group.preferredDate(),
                modesOf.modes(),
                minPart,
                group.priority(),
                group.employer());
    }

    private Finding blocked(Group group) {
        if (group.headcount() < group.minPart()) {
            Group smaller = with(group, group.headcount(), group.wheelchairs(), 1, group.latestArrival(), group);
            if (new Trial(problem, smaller).works()) {
                return new Finding(
                        UnservedReason.PART_TOO_LARGE,
                        remedy(
                                "允许该团组拆分至 " + group.headcount() + " 人",
                                "ALLOW_PART",
                                Map.of("groupId", group.id(), "minPart", String.valueOf(group.headcount()))));
            }
        }
        if (group.wheelchairs() > 0
                && new Trial(problem, with(group, group.headcount(), 0, group.minPart(), group.latestArrival(), group))
                        .works()) {
            return new Finding(
                    UnservedReason.NO_WHEELCHAIR_SPACE,
                    remedy(
                            "增加有 " + group.wheelchairs() + " 个轮椅席位的车辆",
                            "ADD_WHEELCHAIR_SPACE",
                            Map.of("groupId", group.id(), "wheelchairs", String.valueOf(group.wheelchairs()))));
        }
        if (group.minPart() > 1
                && new Trial(
                                problem,
                                with(group, group.headcount(), group.wheelchairs(), 1, group.latestArrival(), group))
                        .works()) {
            return new Finding(
                    UnservedReason.PART_TOO_LARGE,
                    remedy("允许该团组拆分乘车", "ALLOW_PART", Map.of("groupId", group.id(), "minPart", "1")));
        }
        for (int hours = EXTENSION_STEP_HOURS; hours <= LATEST_EXTENSION_HOURS; hours += EXTENSION_STEP_HOURS) {
            Instant later = group.latestArrival().plus(Duration.ofHours(hours));
            if (new Trial(problem, with(group, group.headcount(), group.wheelchairs(), group.minPart(), later, group))
                    .works()) {
                OffsetDateTime local = later.atZone(PlanningProblem.ZONE).toOffsetDateTime();
                return new Finding(
                        UnservedReason.WINDOW_TOO_SHORT,
                        remedy(
                                "最晚到达时间推迟到 " + MOMENT.format(local),
                                "LATER_ARRIVAL",
                                Map.of(
                                        "groupId",
                                        group.id(),
                                        "latestArrival",
                                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local))));
            }
        }
        return blockedByRules(group);
    }

    private Finding blockedByRules(Group group) {
        if (new Trial(withoutHomeEnd(), group).works()) {
            return new Finding(
                    UnservedReason.NO_HOME_COACH,
                    remedy("由起点或终点所在市的客运企业提供车辆，或列为紧急包车任务", "ADD_HOME_COACH", Map.of("groupId", group.id())));
        }
        EnumSet<Mode> more = EnumSet.allOf(Mode.class);
        if (!group.modes().containsAll(more)) {
            Group anyMode = new Group(
                    group.id(),
                    group.county(),
                    group.from(),
                    group.to(),
                    group.headcount(),
                    group.wheelchairs(),
                    group.earliestDeparture(),
                    group.latestArrival(),
                    group.preferredDate(),
                    more,
                    group.minPart(),
                    group.priority(),
                    group.employer());
            if (new Trial(problem, anyMode).works()) {
                return new Finding(
                        UnservedReason.NO_SERVICE_OF_MODE,
                        remedy("允许该团组改乘其他方式", "ALLOW_MODE", Map.of("groupId", group.id())));
            }
        }
        Instance alone = new Instance(only(problem, group));
        GroupFact fact = alone.groups.get(0);
        boolean road = alone.reachable(fact.from, fact.to);
        return new Finding(
                road ? UnservedReason.NO_SERVICE_OF_MODE : UnservedReason.UNREACHABLE,
                remedy(
                        road ? "在该团组的时间窗内增加可用的车辆、列车或航班" : "检查集合点与用工地的位置，道路网络不连通",
                        road ? "ADD_SERVICE" : "CHECK_PLACES",
                        Map.of("groupId", group.id())));
    }

    /** The group could travel alone: something it needs is used up in this plan. */
    private Finding taken(Group group, int persons, Alone found, List<Plan.Journey> journeys) {
        if (found.pool != null) {
            String pool = found.pool.pool.id();
            return new Finding(
                    UnservedReason.CAPACITY_TAKEN,
                    remedy(
                            "车队 " + found.pool.pool.operator() + "（" + found.pool.pool.approvedSeats() + " 座）增加 1 辆",
                            "ADD_COACH",
                            Map.of("poolId", pool, "count", "1")));
        }
        ServiceFact service = found.service;
        int riding = PlanCosts.passengers(journeys).getOrDefault(service.id, 0);
        int missing = service.minPassengers - riding - persons;
        if (missing > 0) {
            return new Finding(
                    UnservedReason.BELOW_MINIMUM,
                    remedy(
                            "“" + name(service.id) + "” 距最低成行人数还差 " + missing + " 人",
                            "FILL_SERVICE",
                            Map.of("serviceId", service.id, "missing", String.valueOf(missing))));
        }
        return new Finding(
                UnservedReason.CAPACITY_TAKEN,
                remedy(
                        "“" + name(service.id) + "” 增加 " + persons + " 个席位",
                        "ADD_SEATS",
                        Map.of("serviceId", service.id, "seats", String.valueOf(persons))));
    }

    private String name(String serviceId) {
        for (TrainService train : problem.trainServices()) {
            if (train.id().equals(serviceId)) {
                return train.name();
            }
        }
        for (Flight flight : problem.flights()) {
            if (flight.id().equals(serviceId)) {
                return flight.name();
            }
        }
        return serviceId;
    }

    private static Remedy remedy(String text, String action, Map<String, String> details) {
        return new Remedy(text, action, details);
    }

    private PlanningProblem withoutHomeEnd() {
        return new PlanningProblem(
                problem.id(),
                problem.name(),
                problem.asOf(),
                true,
                problem.places(),
                problem.matrix(),
                problem.groups(),
                problem.coachPools(),
                problem.trainServices(),
                problem.flights(),
                problem.rules(),
                problem.pinned());
    }

    private static PlanningProblem only(PlanningProblem problem, Group group) {
        return new PlanningProblem(
                problem.id(),
                problem.name(),
                problem.asOf(),
                problem.emergency(),
                problem.places(),
                problem.matrix(),
                List.of(group),
                problem.coachPools(),
                problem.trainServices(),
                problem.flights(),
                problem.rules(),
                PlanningProblem.Pinned.NONE);
    }

    /** One group alone with everything on offer. */
    private static final class Trial {
        private final Instance in;
        private final GroupFact group;
        private final TripScheduler scheduler;
        private final CandidatePools pools;
        PoolFact pool;
        ServiceFact service;

        Trial(PlanningProblem problem, Group alone) {
            in = new Instance(only(problem, alone));
            group = in.groups.get(0);
            scheduler = new TripScheduler(in);
            pools = new CandidatePools(in);
        }

        /** Whether at least the smallest part can travel. */
        boolean works() {
            if (group.headcount < group.group.minPart()) {
                return false;
            }
            int persons = Math.max(group.minPart, Math.min(1, group.headcount));
            int users = Math.min(group.wheelchairs, persons);
            if (group.direct) {
                pool = carrier(LegTask.direct(group, persons, users));
            }
            if (pool != null) {
                return true;
            }
            for (RideOption ride : group.rides) {
                boolean seats = ride.service().unitLimit() * ride.service().seatsPerUnit >= persons
                        && ride.service().unitLimit() * ride.service().wheelchairsPerUnit >= users;
                if (seats
                        && (!ride.feederOut() || carrier(ride.taskOut(group, persons, users)) != null)
                        && (!ride.feederIn() || carrier(ride.taskIn(group, persons, users)) != null)) {
                    service = ride.service();
                    return true;
                }
            }
            return false;
        }

        private PoolFact carrier(LegTask task) {
            for (PoolFact candidate : pools.between(task.board(), task.alight())) {
                if (scheduler.schedule(candidate, List.of(task), null) != null) {
                    return candidate;
                }
            }
            return null;
        }
    }
}
