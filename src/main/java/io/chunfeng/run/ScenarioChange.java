package io.chunfeng.run;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.RuleSetting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One thing that a what-if supposes to be otherwise. Numbers are added to what the base has. */
public sealed interface ScenarioChange {

    /**
     * The problem with it; places and matrix may be short of what is new in it.
     *
     * @throws IllegalArgumentException with words for the dispatcher: it does not fit the problem
     */
    PlanningProblem applied(PlanningProblem problem);

    /** @param coaches more, or fewer if negative */
    record MoreCoaches(String poolId, int coaches) implements ScenarioChange {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withCoachPools(one(problem.coachPools(), CoachPool::id, poolId, "车队", pool -> {
                require(
                        pool.count() + coaches >= 0,
                        "车队 " + poolId + " 只有 " + pool.count() + " 辆，不能减少 " + -coaches + " 辆");
                return pool.withCount(pool.count() + coaches);
            }));
        }
    }

    record NewPool(CoachPool pool) implements ScenarioChange {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withCoachPools(added(problem.coachPools(), CoachPool::id, pool, "车队"));
        }
    }

    /** @param carriages more, or fewer if negative */
    record MoreCarriages(String serviceId, int carriages) implements ScenarioChange {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withTrainServices(one(problem.trainServices(), TrainService::id, serviceId, "列车", train -> {
                int most = train.maxCarriages() + carriages;
                require(
                        most >= train.minCarriages(),
                        "列车 " + serviceId + " 最多 " + train.maxCarriages() + " 节、最少 " + train.minCarriages() + " 节，不能减少 "
                                + -carriages + " 节");
                return train.withMaxCarriages(most);
            }));
        }
    }

    record NewTrain(TrainService train) implements ScenarioChange {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withTrainServices(added(problem.trainServices(), TrainService::id, train, "列车"));
        }
    }

    /** @param seats more, or fewer if negative */
    record MoreSeats(String flightId, int seats) implements ScenarioChange {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem.withFlights(one(problem.flights(), Flight::id, flightId, "航班", flight -> {
                int most = flight.seats() + seats;
                require(
                        most >= Math.max(1, flight.minPassengers()),
                        "航班 " + flightId + " 有 " + flight.seats() + " 座、最少 " + flight.minPassengers() + " 人，不能减少 "
                                + -seats + " 座");
                return flight.withSeats(most, flight.minPassengers());
            }));
        }
    }

    record GroupWindow(String groupId, Instant earliestDeparture, Instant latestArrival) implements ScenarioChange {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            require(earliestDeparture.isBefore(latestArrival), "团组 " + groupId + " 的最晚到达应晚于最早出发");
            return problem.withGroups(one(
                    problem.groups(),
                    Group::id,
                    groupId,
                    "团组",
                    group -> group.withWindow(earliestDeparture, latestArrival)));
        }
    }

    /** @param value without zeros at its end, so that equal values are equal */
    record RuleChanged(RuleSetting setting, BigDecimal value) implements ScenarioChange {
        public RuleChanged {
            value = new BigDecimal(value.stripTrailingZeros().toPlainString());
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return Remade.rules(problem, setting.in(problem.rules(), value), problem.emergency());
        }
    }

    /** 紧急包车任务, or not. */
    record Emergency(boolean on) implements ScenarioChange {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return Remade.rules(problem, problem.rules(), on);
        }
    }

    private static <T> List<T> one(
            List<T> all, Function<T, String> idOf, String id, String kind, UnaryOperator<T> change) {
        require(all.stream().anyMatch(each -> idOf.apply(each).equals(id)), "这次规划里没有" + kind + " " + id);
        return all.stream()
                .map(each -> idOf.apply(each).equals(id) ? change.apply(each) : each)
                .toList();
    }

    private static <T> List<T> added(List<T> all, Function<T, String> idOf, T one, String kind) {
        String id = idOf.apply(one);
        require(all.stream().noneMatch(each -> idOf.apply(each).equals(id)), "这次规划里已有" + kind + " " + id);
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
