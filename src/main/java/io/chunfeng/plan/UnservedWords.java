package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Remedies in words, Chinese or English. The words are those of messages/explanation.properties. */
public final class UnservedWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final ExplanationWords words;

    private UnservedWords(ExplanationWords words) {
        this.words = words;
    }

    public static UnservedWords of(Locale locale) {
        return new UnservedWords(ExplanationWords.of(locale));
    }

    /** Without figures: for remedies that change nothing. */
    public String action(RemedyAction action) {
        return words.say("remedy." + action.name());
    }

    /** What to change, with its figures; the remedy's own text where another program wrote it in its own way. */
    public String text(PlanningProblem problem, Plan.Remedy remedy) {
        return ProblemChange.of(remedy).map(change -> text(problem, change)).orElseGet(() -> known(remedy));
    }

    /** "+¥1,234.50", or empty where the remedy was not priced. */
    public String price(Plan.Remedy remedy) {
        String yuan = remedy.details().get("costYuan");
        try {
            return yuan == null
                    ? ""
                    : words.difference(new BigDecimal(yuan).movePointRight(2).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return "";
        }
    }

    private String known(Plan.Remedy remedy) {
        for (RemedyAction action :
                new RemedyAction[] {RemedyAction.CHECK_PLACES, RemedyAction.NONE, RemedyAction.NOT_TRIED}) {
            if (action.name().equals(remedy.action())) {
                return action(action);
            }
        }
        return remedy.text();
    }

    private String text(PlanningProblem problem, ProblemChange change) {
        String key = "remedy." + change.action().name();
        if (change instanceof ProblemChange.LaterArrival later) {
            return words.say(key, moment(later.latestArrival()), group(problem, later.groupId(), false));
        }
        if (change instanceof ProblemChange.EarlierDeparture earlier) {
            return words.say(key, moment(earlier.earliestDeparture()), group(problem, earlier.groupId(), true));
        }
        if (change instanceof ProblemChange.MoreCoaches more) {
            return words.say(key, more.count(), pool(problem, more.poolId()));
        }
        if (change instanceof ProblemChange.MoreWheelchairSpaces more) {
            return words.say(key, more.spaces(), pool(problem, more.poolId()));
        }
        if (change instanceof ProblemChange.MoreCarriages more) {
            return words.say(key, more.carriages(), service(problem, more.serviceId()));
        }
        if (change instanceof ProblemChange.MoreSeats more) {
            return words.say(key, more.seats(), service(problem, more.flightId()));
        }
        if (change instanceof ProblemChange.FewerForMinimum fewer) {
            return words.say(key, fewer.missing(), service(problem, fewer.flightId()));
        }
        if (change instanceof ProblemChange.SmallerPart part) {
            return words.say(key, part.minPart());
        }
        if (change instanceof ProblemChange.AnotherMode another) {
            return words.say(key, words.say("remedy.mode." + another.mode().name()));
        }
        return words.say(key);
    }

    private String group(PlanningProblem problem, String id, boolean earliest) {
        return problem.groups().stream()
                .filter(group -> group.id().equals(id))
                .map(group -> moment(earliest ? group.earliestDeparture() : group.latestArrival()))
                .findFirst()
                .orElse("");
    }

    private String pool(PlanningProblem problem, String id) {
        return problem.coachPools().stream()
                .filter(pool -> pool.id().equals(id))
                .map(this::pool)
                .findFirst()
                .orElse(id);
    }

    private String pool(CoachPool pool) {
        return words.say("pool", pool.operator(), pool.approvedSeats());
    }

    private static String service(PlanningProblem problem, String id) {
        Map<String, TrainService> trains = PlanCosts.byId(problem.trainServices(), TrainService::id);
        Map<String, Flight> flights = PlanCosts.byId(problem.flights(), Flight::id);
        return trains.containsKey(id)
                ? trains.get(id).name()
                : flights.containsKey(id) ? flights.get(id).name() : id;
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(PlanningProblem.ZONE));
    }
}
