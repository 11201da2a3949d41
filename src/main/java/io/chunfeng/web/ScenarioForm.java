package io.chunfeng.web;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.RuleSetting;
import io.chunfeng.run.ScenarioChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A change of a what-if as it was typed. What is new is like something that is there: a pool with its prices, a train with
 * its stations and times of day.
 *
 * @param kind of {@link Kind}
 * @param like id of the pool, train, flight or group, or name of the rule's setting
 * @param number coaches, carriages or seats to add; the value of a rule
 */
record ScenarioForm(
        String kind,
        String like,
        String number,
        String id,
        String name,
        String depot,
        String seats,
        String date,
        String earliest,
        String latest) {

    enum Kind {
        COACHES,
        POOL,
        CARRIAGES,
        TRAIN,
        SEATS,
        WINDOW,
        RULE,
        EMERGENCY
    }

    private static final int MOST = 10_000;

    static ScenarioForm empty() {
        return new ScenarioForm("", "", "", "", "", "", "", "", "", "");
    }

    /** Something typed that cannot be meant; the key of a message. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String key) {
            super(key);
        }
    }

    /**
     * @param problem of the what-if with the changes before this one
     * @param places where a new pool may stand
     */
    ScenarioChange read(PlanningProblem problem, Function<String, Place> places) throws Wrong {
        return switch (kind()) {
            case "COACHES" -> new ScenarioChange.MoreCoaches(pool(problem).id(), added());
            case "POOL" -> newPool(problem, places);
            case "CARRIAGES" -> new ScenarioChange.MoreCarriages(train(problem).id(), added());
            case "TRAIN" -> newTrain(problem);
            case "SEATS" ->
                new ScenarioChange.MoreSeats(one(problem.flights(), Flight::id).id(), added());
            case "WINDOW" -> window(problem);
            case "RULE" -> rule();
            case "EMERGENCY" -> new ScenarioChange.Emergency("on".equals(number));
            default -> throw new Wrong("scenario.error.kind");
        };
    }

    private ScenarioChange newPool(PlanningProblem problem, Function<String, Place> places) throws Wrong {
        CoachPool model = pool(problem);
        Place place = depot == null || depot.isBlank() ? null : places.apply(depot.strip());
        if (place == null) {
            throw new Wrong("scenario.error.depot");
        }
        return new ScenarioChange.NewPool(new CoachPool(
                fresh(problem.coachPools(), CoachPool::id),
                name == null || name.isBlank() ? model.operator() : name.strip(),
                place.id(),
                place.prefecture(),
                whole(seats, 2, 100, "scenario.error.approvedSeats"),
                model.wheelchairSpaces(),
                whole(number, 1, MOST, "scenario.error.count"),
                model.availableFrom(),
                model.availableUntil(),
                model.dispatchFen(),
                model.fenPerLoadedKm(),
                model.fenPerEmptyKm(),
                model.fenPerDriverDay()));
    }

    /** The same times of day on another date; it can be booked until then as long before it leaves. */
    private ScenarioChange newTrain(PlanningProblem problem) throws Wrong {
        TrainService model = train(problem);
        LocalDate day;
        try {
            day = LocalDate.parse(date == null ? "" : date.strip());
        } catch (DateTimeParseException e) {
            throw new Wrong("planning.error.date");
        }
        Duration later = Duration.ofDays(
                day.toEpochDay() - Format.dateOf(model.calls().get(0).depart()).toEpochDay());
        Instant bookBy = model.bookBy().plus(later);
        int carriages = whole(number, Math.max(1, model.minCarriages()), MOST, "scenario.error.count");
        return new ScenarioChange.NewTrain(new TrainService(
                fresh(problem.trainServices(), TrainService::id),
                name == null || name.isBlank() ? model.name() : name.strip(),
                model.kind(),
                model.calls().stream()
                        .map(call -> new TrainService.Call(
                                call.place(),
                                call.arrive().plus(later),
                                call.depart().plus(later)))
                        .toList(),
                model.seatsPerCarriage(),
                model.wheelchairSpacesPerCarriage(),
                model.minCarriages(),
                carriages,
                model.serviceFen(),
                model.fenPerCarriage(),
                model.fenPerPassenger(),
                bookBy.isBefore(problem.asOf()) ? problem.asOf() : bookBy));
    }

    private ScenarioChange window(PlanningProblem problem) throws Wrong {
        Group group = one(problem.groups(), Group::id);
        Instant from = moment(earliest, group.earliestDeparture());
        Instant until = moment(latest, group.latestArrival());
        if (!from.isBefore(until)) {
            throw new Wrong("scenario.error.window");
        }
        return new ScenarioChange.GroupWindow(group.id(), from, until);
    }

    private static Instant moment(String typed, Instant otherwise) throws Wrong {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDateTime.parse(typed.strip())
                    .atZone(PlanningProblem.ZONE)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new Wrong("planning.error.moment");
        }
    }

    private ScenarioChange rule() throws Wrong {
        try {
            RuleSetting setting = RuleSetting.valueOf(like);
            BigDecimal value = new BigDecimal(number.strip());
            if (setting.admits(value)) {
                return new ScenarioChange.RuleChanged(setting, value);
            }
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Wrong("scenario.error.rule");
        }
        throw new Wrong("scenario.error.rule");
    }

    private CoachPool pool(PlanningProblem problem) throws Wrong {
        return one(problem.coachPools(), CoachPool::id);
    }

    private TrainService train(PlanningProblem problem) throws Wrong {
        return one(problem.trainServices(), TrainService::id);
    }

    private <T> T one(List<T> all, Function<T, String> idOf) throws Wrong {
        String wanted = like == null ? "" : like.strip();
        return all.stream()
                .filter(each -> idOf.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Wrong("scenario.error.like"));
    }

    /** The id typed, or X1, X2, … */
    private <T> String fresh(List<T> all, Function<T, String> idOf) throws Wrong {
        Map<String, T> known = new HashMap<>();
        all.forEach(each -> known.put(idOf.apply(each), each));
        if (id != null && !id.isBlank()) {
            if (known.containsKey(id.strip())) {
                throw new Wrong("scenario.error.known");
            }
            return id.strip();
        }
        int number = 1;
        while (known.containsKey("X" + number)) {
            number++;
        }
        return "X" + number;
    }

    private int added() throws Wrong {
        int more = whole(number, -MOST, MOST, "scenario.error.number");
        if (more == 0) {
            throw new Wrong("scenario.error.number");
        }
        return more;
    }

    private static int whole(String typed, int least, int most, String wrong) throws Wrong {
        try {
            int number = Integer.parseInt(typed == null ? "" : typed.strip().replace("+", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Wrong(wrong);
        }
        throw new Wrong(wrong);
    }
}
