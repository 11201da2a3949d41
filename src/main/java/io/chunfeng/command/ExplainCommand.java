package io.chunfeng.command;

import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.Explanations;
import io.chunfeng.plan.NamedDrives;
import io.chunfeng.plan.NeededDrives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.VehicleExplanation;
import io.chunfeng.plan.Violation;
import io.chunfeng.plan.format.PlanReader;
import io.chunfeng.plan.format.ProblemReader;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code explain}: one trip, one group, or everything of a plan in words. */
final class ExplainCommand {
    private static final Set<String> OPTIONS = Set.of("--trip", "--group", "--language");

    private ExplainCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err, Alternatives alternatives, MapOpener maps) {
        Set<String> options = new HashSet<>(Roads.OPTIONS);
        options.addAll(OPTIONS);
        Arguments arguments = Arguments.parse(args, List.of("PROBLEM.json", "PLAN.json"), options);
        String trip = arguments.options().get("--trip");
        String group = arguments.options().get("--group");
        if (trip != null && group != null) {
            throw new UsageException("--trip and --group cannot be given together");
        }
        PlanningProblem problem = CheckCommand.read(arguments.file(0), ProblemReader::read, err);
        Plan plan = CheckCommand.read(arguments.file(1), PlanReader::read, err);
        if (problem == null || plan == null) {
            return CommandLine.BAD_INPUT;
        }
        Roads.Routed routed;
        try {
            routed = Roads.routed(
                    problem,
                    String.valueOf(arguments.file(0).getFileName()),
                    // other ways than the plan's are looked at for a group only
                    (p, roads) -> group == null
                            ? roads.matrix(p.places(), NamedDrives.of(p, plan))
                            : NeededDrives.matrix(p, roads),
                    arguments,
                    maps,
                    err);
        } catch (Roads.OffMap e) {
            e.lines().forEach(err::println);
            return CommandLine.BAD_INPUT;
        }
        List<Violation> violations = PlanChecker.check(routed.problem(), plan);
        for (Violation violation : violations) {
            err.println(violation.rule() + " " + violation.where() + ": " + violation.message());
        }
        ExplanationLines lines = new ExplanationLines(routed.problem(), plan, locale(arguments), out);
        Explanations explanations = new Explanations(routed.problem(), plan);
        if (group != null) {
            known(plan, group);
            lines.group(group, violations.isEmpty() ? alternatives : null);
        } else if (trip != null) {
            lines.vehicle(explanations.of(trip).orElseThrow(() -> new UsageException("the plan has no trip " + trip)));
        } else {
            everything(plan, explanations, lines);
        }
        return violations.isEmpty() ? CommandLine.DONE : CommandLine.VIOLATIONS;
    }

    private static void everything(Plan plan, Explanations explanations, ExplanationLines lines) {
        plan.coachTrips().forEach(trip -> explanation(explanations, trip.id(), lines));
        plan.trainBookings().forEach(booking -> explanation(explanations, booking.serviceId(), lines));
        plan.flightBookings().forEach(booking -> explanation(explanations, booking.flightId(), lines));
        lines.split(explanations.costs());
        lines.unserved();
    }

    private static void explanation(Explanations explanations, String vehicle, ExplanationLines lines) {
        explanations.of(vehicle).ifPresent((VehicleExplanation explanation) -> lines.vehicle(explanation));
    }

    private static void known(Plan plan, String group) {
        boolean travels =
                plan.journeys().stream().anyMatch(journey -> journey.groupId().equals(group));
        boolean stays = plan.unserved().stream().anyMatch(rest -> rest.groupId().equals(group));
        if (!travels && !stays) {
            throw new UsageException("the plan has no group " + group);
        }
    }

    private static Locale locale(Arguments arguments) {
        String language = arguments.options().getOrDefault("--language", "zh");
        if (!Set.of("zh", "en").contains(language)) {
            throw new UsageException("--language is " + language + ", expected zh or en");
        }
        return Locale.forLanguageTag(language);
    }
}
