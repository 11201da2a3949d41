package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.StatisticsTemplate.Entered;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One form of one unit at one moment, with all that is known about its fields: what the page shows and the checks look at.
 *
 * @param history everything ever entered for the unit, in the order of recording
 * @param entries in force at the moment, of all units
 */
public record EntrySheet(
        StatisticsTemplate template,
        int version,
        ReportingUnit unit,
        Instant asOf,
        List<EnteredFigure> history,
        Entries entries) {

    /** Id of the last recording of the unit's figures, 0 for none: who saves must have seen it. */
    public long seen() {
        return history.stream()
                .mapToLong(figure -> figure.recording().id())
                .max()
                .orElse(0);
    }

    /** Numbers of the columns that are entered. */
    public List<Integer> fields() {
        return IntStream.rangeClosed(1, template.leaves().size())
                .filter(number -> template.column(number).source() instanceof Entered)
                .boxed()
                .toList();
    }

    public Entered source(int number) {
        return (Entered) template.column(number).source();
    }

    /** What the field holds now: the unit's own figure, or of a list what the counties say too. */
    public EnteredValue current(int number) {
        Column column = template.column(number);
        if (source(number).kind() == ValueKind.COUNTIES) {
            return new EnteredValue.Counties(
                    entries.counties(column, unit.code()).orElse(Collections.emptySortedSet()));
        }
        return entries.own(column, unit.code()).map(EnteredFigure::value).orElse(new EnteredValue.Nothing());
    }

    /** As it stands in the field of the form: a plain number, words, names of counties. */
    public String typed(int number) {
        EnteredValue value = current(number);
        if (value instanceof EnteredValue.Number kept) {
            return template.column(number).printed(kept.kept()).toPlainString();
        }
        if (value instanceof EnteredValue.Counties list) {
            return StatisticsTable.names(new TreeSet<>(list.codes()));
        }
        return value instanceof EnteredValue.Text text ? text.words() : "";
    }

    /** What the counties of a city entered, as printed. */
    public Optional<String> below(int number) {
        Column column = template.column(number);
        return entries.below(column, unit.code())
                .map(kept -> column.printed(kept).toPlainString());
    }

    /** In force at each moment that something was entered for. */
    private SortedMap<Instant, EnteredFigure> moments(int number) {
        SortedMap<Instant, EnteredFigure> moments = new TreeMap<>(Comparator.naturalOrder());
        String key = template.column(number).key();
        history.stream()
                .filter(figure -> figure.column().equals(key))
                .forEach(figure -> moments.put(figure.asOf(), figure));
        return moments;
    }

    Optional<EnteredFigure> sameMoment(int number) {
        return Optional.ofNullable(moments(number).get(asOf));
    }

    Optional<EnteredFigure> before(int number) {
        SortedMap<Instant, EnteredFigure> earlier = moments(number).headMap(asOf);
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.lastKey()));
    }

    Optional<EnteredFigure> after(int number) {
        SortedMap<Instant, EnteredFigure> later = moments(number).tailMap(asOf.plusNanos(1));
        return later.isEmpty() ? Optional.empty() : Optional.of(later.get(later.firstKey()));
    }

    /** Those that differ from what the fields hold. @param values by number of the column */
    public SortedMap<Integer, EnteredValue> changes(Map<Integer, EnteredValue> values) {
        SortedMap<Integer, EnteredValue> changes = new TreeMap<>();
        values.forEach((number, value) -> {
            if (!value.equals(current(number))) {
                changes.put(number, value);
            }
        });
        return changes;
    }
}
