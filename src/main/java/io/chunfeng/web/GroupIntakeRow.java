package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.intake.ImportRow;
import io.chunfeng.intake.Problem;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of a file on its preview.
 *
 * @param group as it would become; for a withdrawal as it is; null for problems
 * @param changes field by field, for changed ones
 */
record GroupIntakeRow(
        ImportRow row, Group group, String county, String from, String to, List<Change> changes, List<Fault> faults) {

    /** @param field key of a message below {@code group.} */
    record Change(String field, String before, String after) {}

    record Fault(String letter, String header, String found, String expected, String suggestion, boolean doubt) {}

    static GroupIntakeRow of(ImportRow row, Names names, GroupIntakeWords words, Locale locale) {
        Group group = row.group() != null ? row.group() : row.before();
        Function<String, String> place = id -> name(id, row.newPlace(), names);
        boolean compared = row.group() != null && row.before() != null;
        return new GroupIntakeRow(
                row,
                group,
                row.county() == null
                        ? row.cells().getOrDefault("county", "")
                        : AdminCodes.all().name(row.county()),
                group == null ? row.cells().getOrDefault("from", "") : place.apply(group.from()),
                group == null ? row.cells().getOrDefault("to", "") : place.apply(group.to()),
                compared ? changes(row.before(), row.group(), place, words, locale) : List.of(),
                row.problems().stream().map(p -> fault(p, words, locale)).toList());
    }

    private static Fault fault(Problem problem, GroupIntakeWords words, Locale locale) {
        return new Fault(
                problem.letter(),
                problem.header(),
                problem.found(),
                words.expected(problem, locale),
                problem.suggestion(),
                problem.doubt());
    }

    private static String name(String id, Place fresh, Names names) {
        if (fresh != null && fresh.id().equals(id)) {
            return fresh.name();
        }
        return names.of(id);
    }

    static List<Change> changes(
            Group before, Group after, Function<String, String> place, GroupIntakeWords words, Locale locale) {
        Format format = new Format(locale);
        List<Change> changes = new ArrayList<>();
        add(changes, "from", before.from(), after.from(), place);
        add(changes, "to", before.to(), after.to(), place);
        add(changes, "headcount", before.headcount(), after.headcount(), n -> format.count(n));
        add(changes, "wheelchairs", before.wheelchairs(), after.wheelchairs(), n -> format.count(n));
        add(changes, "day", before.preferredDate(), after.preferredDate(), format::day);
        add(changes, "earliest", before.earliestDeparture(), after.earliestDeparture(), format::shortMoment);
        add(changes, "latest", before.latestArrival(), after.latestArrival(), format::shortMoment);
        add(
                changes,
                "modes",
                before.modes(),
                after.modes(),
                modes -> modes.stream()
                        .sorted()
                        .map(Mode::name)
                        .map(mode -> words.text("mode." + mode, locale))
                        .collect(Collectors.joining("/")));
        add(changes, "minPart", before.minPart(), after.minPart(), n -> format.count(n));
        add(changes, "priority", before.priority(), after.priority(), p -> words.text("priority." + p, locale));
        add(changes, "employer", before.employer(), after.employer(), name -> name);
        return changes;
    }

    private static <T> void add(List<Change> changes, String field, T before, T after, Function<T, String> shown) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(
                    field, before == null ? "–" : shown.apply(before), after == null ? "–" : shown.apply(after)));
        }
    }
}
