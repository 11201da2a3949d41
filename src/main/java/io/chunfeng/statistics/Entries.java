package io.chunfeng.statistics;

import io.chunfeng.statistics.StatisticsTemplate.Column;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The entered figures in force, rolled up. A county's figure is what it entered. A city's is what the city itself entered
 * (市本级) plus what each of its counties entered; a province's is the sum of its cities'. Nothing entered anywhere is
 * nothing, not zero. Of lists a county's own word stands for it; for the others the city's.
 */
public final class Entries {
    public static final Entries NONE = new Entries(List.of());

    private final Map<String, Map<String, EnteredFigure>> byColumn = new HashMap<>();

    /** @param inForce one for each unit and column */
    public Entries(Collection<EnteredFigure> inForce) {
        for (EnteredFigure figure : inForce) {
            if (!(figure.value() instanceof EnteredValue.Nothing)) {
                byColumn.computeIfAbsent(figure.column(), key -> new HashMap<>())
                        .put(figure.unit(), figure);
            }
        }
    }

    /** What the unit itself entered. */
    public Optional<EnteredFigure> own(Column column, String unit) {
        return Optional.ofNullable(of(column).get(unit));
    }

    /** The figure of a unit with all that lies below it, as it is kept: 分 for money. */
    public Optional<Long> total(Column column, String unit) {
        return sum(column, unit, true);
    }

    /** What the units below entered, without the unit's own. */
    public Optional<Long> below(Column column, String unit) {
        return sum(column, unit, false);
    }

    private Optional<Long> sum(Column column, String unit, boolean withOwn) {
        return of(column).values().stream()
                .filter(figure -> figure.unit().startsWith(unit)
                        && (withOwn || !figure.unit().equals(unit))
                        && figure.value() instanceof EnteredValue.Number)
                .map(figure -> ((EnteredValue.Number) figure.value()).kept())
                .reduce(Math::addExact);
    }

    /** Codes of the counties of the unit that are on the list; empty when nobody there entered the list. */
    public Optional<SortedSet<String>> counties(Column column, String unit) {
        SortedSet<String> counties = new TreeSet<>();
        boolean entered = false;
        for (EnteredFigure figure : of(column).values()) {
            if (figure.unit().startsWith(unit) && figure.value() instanceof EnteredValue.Counties list) {
                entered = true;
                list.codes().stream()
                        .filter(code -> code.equals(figure.unit()) || !enteredLists(code))
                        .forEach(counties::add);
            }
        }
        return entered ? Optional.of(counties) : Optional.empty();
    }

    /** Whether the county itself said on which list it is. */
    public boolean enteredLists(String county) {
        return byColumn.values().stream()
                .map(figures -> figures.get(county))
                .anyMatch(figure -> figure != null
                        && figure.value() instanceof EnteredValue.Counties list
                        && !list.codes().isEmpty());
    }

    public Optional<String> text(Column column, String unit) {
        return own(column, unit)
                .map(EnteredFigure::value)
                .map(value -> value instanceof EnteredValue.Text text ? text.words() : null);
    }

    private Map<String, EnteredFigure> of(Column column) {
        return byColumn.getOrDefault(column.key(), Map.of());
    }
}
