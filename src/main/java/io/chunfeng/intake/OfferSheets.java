package io.chunfeng.intake;

import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.TrainText;
import io.chunfeng.intake.TableException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Capacity sheets: which kind each sheet is, and what is typed about each offer. A train takes a row for each station. */
final class OfferSheets {
    private static final int FIRST_ROWS = 30;
    private static final String SKIPPED = "(合计|总计|小计|共计|示例|样例|【示例】).*";

    private OfferSheets() {}

    /** @param rows of the file that say it; the first one names the train of the others */
    record Typed(
            Offer.Kind kind,
            Heading heading,
            List<TableRow> rows,
            Map<String, String> fields,
            List<Map<String, String>> calls) {}

    /** @param passedOver sheets that are no capacity sheets */
    record Found(TableKind kind, List<Typed> offers, List<String> passedOver) {}

    /** @throws TableException also when no sheet has a header that is known */
    static Found read(Path file) {
        Map<String, List<TableRow>> sheets = new LinkedHashMap<>();
        TableKind kind = TableFile.read(
                file,
                OfferPreview.LIMITS,
                row -> sheets.computeIfAbsent(row.sheet(), name -> new ArrayList<>())
                        .add(row));
        List<Typed> offers = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        sheets.forEach((name, rows) -> {
            if (!read(rows, offers)) {
                passedOver.add(name);
            }
        });
        if (passedOver.size() == sheets.size()) {
            throw new TableException(Reason.NO_HEADER, "停车场、核载；车站、到达、开车；起飞机场、到达机场、座位");
        }
        return new Found(kind, offers, passedOver);
    }

    private static boolean read(List<TableRow> rows, List<Typed> offers) {
        // JSON may bring its header several times, each longer than the one before
        List<TableRow> heads = rows.stream().anyMatch(row -> row.number() == 0)
                ? rows.stream().filter(row -> row.number() == 0).toList()
                : rows.subList(0, Math.min(FIRST_ROWS, rows.size()));
        Offer.Kind kind = null;
        Heading heading = null;
        for (Offer.Kind candidate : Offer.Kind.values()) {
            Heading found = Heading.find(heads, OfferColumn.of(candidate));
            boolean better = found != null
                    && OfferColumn.all(candidate, found)
                    && (heading == null
                            || found.columns().size() > heading.columns().size());
            if (better) {
                kind = candidate;
                heading = found;
            }
        }
        if (heading == null) {
            return false;
        }
        int last = heading.last();
        for (TableRow row : rows) {
            if (row.number() > last && row.number() > 0 && !skipped(row)) {
                add(kind, heading, row, offers);
            }
        }
        return true;
    }

    private static boolean skipped(TableRow row) {
        return row.cells().values().stream()
                .anyMatch(value -> Texts.tight(value.shown()).matches(SKIPPED));
    }

    private static void add(Offer.Kind kind, Heading heading, TableRow row, List<Typed> offers) {
        Map<String, String> fields = new HashMap<>();
        heading.columns().forEach((key, at) -> {
            if (OfferColumn.of(kind, key).isPresent()) {
                fields.put(key, row.shown(at));
            }
        });
        fields.remove("remark");
        if (fields.values().stream().allMatch(String::isBlank)) {
            return;
        }
        if (kind != Offer.Kind.TRAIN) {
            offers.add(new Typed(kind, heading, List.of(row), fields, List.of()));
            return;
        }
        Map<String, String> call = new HashMap<>();
        TrainText.CALL_FIELDS.forEach(field -> call.put(field, fields.remove(field)));
        Typed before = offers.isEmpty() ? null : offers.get(offers.size() - 1);
        String id = fields.getOrDefault("id", "");
        boolean goesOn = before != null
                && before.kind() == kind
                && before.heading() == heading
                && (id.isBlank() || id.equals(before.fields().get("id")))
                && (!id.isBlank() || fields.getOrDefault("name", "").isBlank());
        if (goesOn) {
            before.rows().add(row);
            before.calls().add(call);
        } else {
            offers.add(new Typed(kind, heading, new ArrayList<>(List.of(row)), fields, new ArrayList<>(List.of(call))));
        }
    }
}
