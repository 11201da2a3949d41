package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.place.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Explanations of vehicles and alternatives in words, Chinese or English, with the names of one problem. */
public final class VehicleWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final ExplanationWords words;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, CoachPool> pools;

    public VehicleWords(PlanningProblem problem, Locale locale) {
        words = ExplanationWords.of(locale);
        pools = PlanCosts.byId(problem.coachPools(), CoachPool::id);
        for (Place place : problem.places()) {
            names.put(place.id(), place.name());
        }
        pools.values().forEach(pool -> names.put(pool.id(), pool(pool)));
        for (TrainService train : problem.trainServices()) {
            names.put(train.id(), train.name());
        }
        for (Flight flight : problem.flights()) {
            names.put(flight.id(), flight.name());
        }
    }

    /** Of a place, pool, train or flight; the id itself for groups and trips. */
    public String name(String id) {
        return names.getOrDefault(id, id);
    }

    public String component(CostLine line) {
        return words.say("cost." + line.component().name());
    }

    /** How the amount comes about: "312.4 km × ¥9.01". */
    public String basis(CostLine line) {
        String quantity = switch (line.component()) {
            case LOADED_WAY, EMPTY_WAY -> decimals(line.quantity() / 1000.0);
            case TIME -> decimals(line.quantity() / 3600.0);
            default -> String.format(Locale.ROOT, "%,d", line.quantity());
        };
        return words.say(
                "basis." + line.component().name(),
                quantity,
                BigDecimal.valueOf(line.rateFen(), 2).toPlainString());
    }

    /** What binds, and in which direction: "a quarter of an hour later: …". */
    public String bound(VehicleExplanation.TimeBound bound) {
        String why = words.say(
                "bound." + bound.reason().name(),
                bound.subject() == null ? "" : name(bound.subject()),
                bound.limit() == null ? "" : moment(bound.limit()),
                words.difference(bound.costFen()));
        if (bound.seconds() == 0) {
            return why;
        }
        String step = words.say(
                bound.seconds() < 0 ? "step.earlier" : "step.later", String.valueOf(Math.abs(bound.seconds()) / 60));
        return words.say("step.why", step, why);
    }

    public String rest(VehicleExplanation.Rest rest) {
        return words.say("rest." + rest.reason().name());
    }

    public String drivers(BindingReason reason) {
        return words.say("drivers." + reason.name());
    }

    /** What the alternative is, with its vehicles. */
    public String alternative(Alternatives.Alternative alternative) {
        CoachPool pool = alternative.poolId() == null ? null : pools.get(alternative.poolId());
        return words.say(
                "alternative." + alternative.kind().name(),
                name(alternative.vehicle()),
                pool == null ? "" : pool(pool));
    }

    public String difference(long fen) {
        return words.difference(fen);
    }

    /** A broken rule: code, name and figures. */
    public String broken(Violation violation) {
        String name = words.english() ? violation.rule().en() : violation.rule().zh();
        String figures = violation.key() == null
                ? violation.message()
                : words.say(
                        "broken." + violation.key(),
                        violation.figures().stream().map(this::figure).toArray());
        return violation.rule() + " " + name + (words.english() ? ": " : "：") + figures;
    }

    private Object figure(Object figure) {
        return figure instanceof Instant moment ? moment(moment) : figure;
    }

    public String say(String key, Object... figures) {
        return words.say(key, figures);
    }

    private String pool(CoachPool pool) {
        return words.say("pool", pool.operator(), pool.approvedSeats());
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(PlanningProblem.ZONE));
    }
}
