package io.chunfeng.solver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What others reached or proved for problems of the benchmark; known-values.csv names the sources. */
final class KnownValues {

    enum Kind {
        /** Published; nobody did better. */
        BEST_KNOWN,
        /** Published for vehicles that are used once, while in the problem a coach that is back may leave again. */
        SINGLE_USE,
        /** Whole coaches over generated columns; leaves out fleet counts, exact rests, smallest parts and their costs. */
        WHOLE_COACHES,
        /** Every group its own coaches. */
        BY_HAND,
        /** The same as whole coaches, in fractions. */
        RELAXATION
    }

    record Value(String problem, Kind kind, long fen, String source) {}

    private final List<Value> values;

    private KnownValues(List<Value> values) {
        this.values = values;
    }

    static KnownValues read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownValues.class.getResourceAsStream("known-values.csv")),
                StandardCharsets.UTF_8))) {
            return new KnownValues(lines.lines().skip(1).map(KnownValues::value).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Value value(String line) {
        String[] cells = line.split(",", 4);
        return new Value(
                cells[0],
                Kind.valueOf(cells[1]),
                new BigDecimal(cells[2]).movePointRight(2).longValueExact(),
                cells[3]);
    }

    List<Value> all() {
        return values;
    }

    Optional<Value> of(String problem, Kind kind) {
        return values.stream()
                .filter(value -> value.problem.equals(problem) && value.kind == kind)
                .findFirst();
    }

    /** The strongest that a plan can be measured by. */
    Optional<Value> reference(String problem) {
        return of(problem, Kind.BEST_KNOWN)
                .or(() -> of(problem, Kind.SINGLE_USE))
                .or(() -> of(problem, Kind.WHOLE_COACHES))
                .or(() -> of(problem, Kind.BY_HAND));
    }
}
