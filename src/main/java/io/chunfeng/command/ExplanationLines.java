package io.chunfeng.command;

import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.CostLine;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.UnservedWords;
import io.chunfeng.plan.VehicleCosts;
import io.chunfeng.plan.VehicleExplanation;
import io.chunfeng.plan.VehicleWords;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Locale;

/** Explanations as lines of text. */
final class ExplanationLines {
    private final PlanningProblem problem;
    private final Plan plan;
    private final VehicleWords words;
    private final UnservedWords remedies;
    private final PrintStream out;

    ExplanationLines(PlanningProblem problem, Plan plan, Locale locale, PrintStream out) {
        this.problem = problem;
        this.plan = plan;
        this.out = out;
        words = new VehicleWords(problem, locale);
        remedies = UnservedWords.of(locale);
    }

    void vehicle(VehicleExplanation vehicle) {
        String name = words.name(vehicle.vehicle());
        out.println(vehicle.vehicle() + (name.equals(vehicle.vehicle()) ? "" : " " + name));
        heading("explain.costs");
        for (CostLine line : vehicle.costs()) {
            amount(line.fen(), words.component(line) + "  " + words.basis(line));
        }
        amount(vehicle.costFen(), words.say("explain.total"));
        heading("explain.sections");
        vehicle.sections().forEach(this::section);
        heading("explain.why");
        vehicle.bounds().forEach(bound -> line(words.bound(bound)));
        if (vehicle.drivers() != null) {
            line(words.drivers(vehicle.drivers()));
        }
        if (vehicle.fill() != null) {
            line(words.say(
                    "explain.fill",
                    vehicle.fill().booked(),
                    vehicle.fill().least(),
                    vehicle.fill().most()));
        }
        vehicle.rests()
                .forEach(rest -> line(VehicleWords.moment(rest.from()) + " – " + VehicleWords.moment(rest.to()) + "  "
                        + words.rest(rest)));
    }

    private void section(VehicleExplanation.Section section) {
        line(words.name(section.from()) + " → " + words.name(section.to()) + "  "
                + words.say("explain.aboard", section.persons()) + "  "
                + words.say("explain.free", section.freeSeats())
                + (section.wheelchairs() == 0 && section.freeSpaces() == 0
                        ? ""
                        : "  " + words.say("explain.wheelchairs", section.wheelchairs(), section.freeSpaces())));
    }

    /** What belongs to no vehicle. */
    void split(VehicleCosts costs) {
        if (costs.splitFen() != 0) {
            amount(costs.splitFen(), words.say("explain.split"));
        }
    }

    void unserved() {
        plan.unserved().forEach(this::unserved);
    }

    private void unserved(Plan.Unserved rest) {
        String price = remedies.price(rest.remedy());
        out.println(rest.groupId() + " " + words.say("explain.unserved") + " "
                + words.say("explain.aboard", rest.headcount()));
        line(rest.reason() + "  " + words.say("reason." + rest.reason()));
        line(remedies.text(problem, rest.remedy()) + (price.isEmpty() ? "" : "  " + price));
    }

    /** @param alternatives null where they would be worth nothing, because the plan breaks rules already */
    void group(String id, Alternatives alternatives) {
        for (int j = 0; j < plan.journeys().size(); j++) {
            Plan.Journey journey = plan.journeys().get(j);
            if (journey.groupId().equals(id)) {
                journey(journey);
                if (alternatives != null) {
                    alternatives(alternatives, j);
                }
            }
        }
        plan.unserved().stream().filter(rest -> rest.groupId().equals(id)).forEach(this::unserved);
    }

    private void journey(Plan.Journey journey) {
        out.println(journey.groupId() + " " + words.say("explain.aboard", journey.headcount()));
        for (Plan.Leg leg : journey.legs()) {
            line(words.name(leg.vehicle()) + "  " + words.name(leg.board()) + " " + VehicleWords.moment(leg.boardAt())
                    + " → " + words.name(leg.alight()) + " " + VehicleWords.moment(leg.alightAt()));
        }
    }

    private void alternatives(Alternatives alternatives, int journey) {
        heading("explain.alternatives");
        var found = alternatives.of(problem, plan, journey);
        if (found.isEmpty()) {
            line(words.say("alternative.none"));
        }
        for (Alternatives.Alternative one : found) {
            line(words.difference(one.differenceFen()) + "  " + words.alternative(one)
                    + (one.valid() ? "  " + words.say("alternative.valid") : ""));
            one.oneOfEachRule().forEach(violation -> line("  " + words.broken(violation)));
        }
    }

    private void heading(String key) {
        out.println("  " + words.say(key));
    }

    private void line(String text) {
        out.println("    " + text);
    }

    private void amount(long fen, String what) {
        line(String.format(Locale.ROOT, "%,14.2f  %s", BigDecimal.valueOf(fen, 2), what));
    }
}
