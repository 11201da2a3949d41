package io.chunfeng.statistics;

import io.chunfeng.dispatch.Author;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where entered figures are kept. */
public interface EnteredFigures {

    /**
     * For each unit and column the figure in force: of those until the moment the one of the latest moment, of several for
     * the same moment the one recorded last.
     *
     * @param recording what later recordings say is left out
     */
    List<EnteredFigure> inForce(String template, Instant asOf, long recording);

    /** Everything ever entered for a unit in a template, in the order of recording. */
    List<EnteredFigure> history(String template, String unit);

    /** What is entered at once for one unit. @param seen id of the last recording of this unit that the author saw, 0 for none */
    record Entry(String unit, long seen, Map<String, EnteredValue> values) {}

    /**
     * Records all entries as one recording, or none.
     *
     * @throws StaleFiguresException when a unit has a recording that the author did not see
     */
    long record(String template, int version, Instant asOf, List<Entry> entries, Author author);
}
