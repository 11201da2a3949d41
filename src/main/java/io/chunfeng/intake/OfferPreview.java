package io.chunfeng.intake;

import io.chunfeng.capacity.CapacityChange;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Fault;
import io.chunfeng.capacity.Finding;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.FlightText;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.Offered;
import io.chunfeng.capacity.PoolText;
import io.chunfeng.capacity.Reading;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.capacity.TrainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a capacity file would change. Of an offer that is known, columns the file lacks stay as they are.
 *
 * @param passedOver sheets that are no capacity sheets
 */
public record OfferPreview(TableKind kind, List<Row> rows, List<String> passedOver) {

    /** Capacity sheets hold hundreds of rows, not the tens of thousands that groups may have. */
    public static final TableLimits LIMITS = TableLimits.of(5, 20_000);

    /** Has a message {@code capacity.import.state.<name>}. */
    public enum State {
        NEW,
        CHANGED,
        UNCHANGED,
        PROBLEM
    }

    /**
     * @param row number in the sheet of its first row
     * @param offer null with problems
     * @param fromVersion of the offer it was compared with
     * @param cells where the findings are
     */
    public record Row(
            String sheet,
            int row,
            Offer.Kind kind,
            State state,
            String id,
            String title,
            Offer offer,
            int fromVersion,
            List<Cell> cells) {}

    /**
     * One finding in its cell.
     *
     * @param column from 0; -1 where the file has none
     * @param header as the file writes it
     */
    public record Cell(int row, int column, String header, Finding finding) {
        public String letter() {
            return column < 0 ? "" : TableRow.letter(column);
        }
    }

    /** @throws TableException when the file is no table, or none of capacity */
    public static OfferPreview of(Path file, CapacityRegister register, Surroundings places) {
        OfferSheets.Found found = OfferSheets.read(file);
        Map<String, Offered<? extends Offer>> known = new HashMap<>();
        Stream.of(register.coachPools(), register.trainServices(), register.flights())
                .flatMap(List::stream)
                .forEach(kept -> known.put(kept.id(), kept));
        Set<String> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (OfferSheets.Typed typed : found.offers()) {
            rows.add(row(typed, known, seen, places));
        }
        return new OfferPreview(found.kind(), rows, found.passedOver());
    }

    private static Row row(
            OfferSheets.Typed typed,
            Map<String, Offered<? extends Offer>> known,
            Set<String> seen,
            Surroundings places) {
        String id = Texts.clean(typed.fields().getOrDefault("id", ""));
        Offered<? extends Offer> kept = known.get(id);
        boolean otherKind = kept != null && kept.offer().offerKind() != typed.kind();
        Map<String, String> fields = kept == null || otherKind ? typed.fields() : over(kept.offer(), typed, places);
        Reading<? extends Offer> reading = switch (typed.kind()) {
            case POOL -> PoolText.read(fields, places);
            case TRAIN -> TrainText.read(fields, typed.calls(), places);
            case FLIGHT -> FlightText.read(fields, places);
        };
        List<Finding> findings = new ArrayList<>(reading.findings());
        if (otherKind) {
            findings.add(new Finding("id", Fault.ID_OF_OTHER_KIND, id, List.of()));
        } else if (!id.isEmpty() && !seen.add(id)) {
            findings.add(new Finding("id", Fault.ID_TWICE, id, List.of()));
        }
        boolean wrong = findings.stream().anyMatch(Finding::error);
        State state = wrong ? State.PROBLEM : state(kept, reading.offer());
        TableRow first = typed.rows().get(0);
        return new Row(
                first.sheet(),
                first.number(),
                typed.kind(),
                state,
                id,
                fields.getOrDefault(typed.kind() == Offer.Kind.POOL ? "operator" : "name", ""),
                wrong ? null : reading.offer(),
                kept == null ? CapacityChange.NEW : kept.version(),
                findings.stream().map(finding -> cell(typed, finding)).toList());
    }

    private static State state(Offered<? extends Offer> kept, Offer offer) {
        if (kept == null) {
            return State.NEW;
        }
        return kept.offer().equals(offer) ? State.UNCHANGED : State.CHANGED;
    }

    private static Map<String, String> over(Offer kept, OfferSheets.Typed typed, Surroundings places) {
        Map<String, String> fields = new LinkedHashMap<>(written(kept, places));
        if (!typed.fields().getOrDefault("leadDays", "").isBlank()) {
            fields.remove("bookBy");
        } else if (typed.fields().getOrDefault("bookBy", "").isBlank()) {
            // either may be left empty; both empty leaves the moment as it is
            typed.fields().remove("bookBy");
        }
        fields.putAll(typed.fields());
        return fields;
    }

    private static Map<String, String> written(Offer kept, Surroundings places) {
        if (kept instanceof CoachPool pool) {
            return PoolText.write(pool, places);
        }
        return kept instanceof TrainService train ? TrainText.write(train) : FlightText.write((Flight) kept, places);
    }

    /** calls[2].arrive is in the third row of its train. */
    private static Cell cell(OfferSheets.Typed typed, Finding finding) {
        int call = 0;
        String field = finding.field();
        if (field.startsWith("calls[")) {
            call = Integer.parseInt(field.substring(6, field.indexOf(']')));
            field = field.substring(field.indexOf(']') + 2);
        } else if (field.equals("calls")) {
            field = "place";
        }
        TableRow row = typed.rows().get(Math.min(call, typed.rows().size() - 1));
        OfferColumn column = OfferColumn.of(typed.kind(), field).orElseThrow();
        return new Cell(row.number(), typed.heading().at(field), typed.heading().header(column), finding);
    }

    public long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /** What taking the valid rows does. */
    public List<CapacityChange> changes() {
        return rows.stream()
                .filter(row -> row.state() == State.NEW || row.state() == State.CHANGED)
                .<CapacityChange>map(row -> new CapacityChange.Put(row.offer(), row.fromVersion()))
                .toList();
    }
}
