package io.chunfeng.statistics;

import io.chunfeng.dispatch.Author;
import io.chunfeng.statistics.FileFinding.Fault;
import io.chunfeng.statistics.FormFile.Content;
import io.chunfeng.statistics.StatisticsTable.Amount;
import io.chunfeng.statistics.StatisticsTable.Figure;
import io.chunfeng.statistics.StatisticsTemplate.Column;
import io.chunfeng.statistics.StatisticsTemplate.Entered;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A filled-in workbook of ours: what it would change, and then all of it or nothing. */
public final class FigureImport {
    private final FigureEntry entry;
    private final EnteredFigures figures;

    public FigureImport(FigureEntry entry, EnteredFigures figures) {
        this.entry = entry;
        this.figures = figures;
    }

    /** @param before as printed, empty for nothing @param after likewise, of the whole unit with what lies below it */
    public record Change(String address, String unit, String column, String before, String after) {}

    /** @param values by code of the unit and key of the column */
    public record Preview(
            StatisticsTable table,
            int version,
            List<Change> changes,
            List<FileFinding> findings,
            Map<String, Map<String, EnteredValue>> values) {

        public boolean needsReason() {
            return !findings.isEmpty() && findings.stream().allMatch(FileFinding::acceptedWithReason);
        }

        public boolean refused() {
            return findings.stream().anyMatch(finding -> !finding.acceptedWithReason());
        }
    }

    /** @param table as it stands now, of the unit that the file is of */
    public Preview preview(TemplateVersion version, StatisticsTable table, byte[] xlsx) {
        FormFile file = FormFile.read(xlsx, table);
        List<FileFinding> findings = new ArrayList<>(file.findings());
        List<Change> changes = new ArrayList<>();
        Map<String, Map<String, EnteredValue>> values = new LinkedHashMap<>();
        for (StatisticsTable.Row row : table.rows()) {
            Map<Integer, Content> cells = file.cells().get(row.unit().code());
            if (cells != null) {
                EntrySheet sheet =
                        entry.sheet(version, row.unit(), table.counted().asOf());
                addUnit(sheet, row, cells, findings, changes, values);
            }
        }
        return new Preview(table, version.version(), List.copyOf(changes), List.copyOf(findings), values);
    }

    private static void addUnit(
            EntrySheet sheet,
            StatisticsTable.Row row,
            Map<Integer, Content> cells,
            List<FileFinding> findings,
            List<Change> changes,
            Map<String, Map<String, EnteredValue>> values) {
        Map<Integer, EnteredValue> read = new HashMap<>();
        int before = findings.size();
        cells.forEach((number, content) -> {
            Column column = sheet.template().column(number);
            if (column.source() instanceof Entered) {
                TypedValue value = value(sheet, number, content, findings);
                if (value != null && value.finding() != null) {
                    findings.add(FileFinding.of(content.address(), value.finding()));
                } else if (value != null) {
                    read.put(number, value.value());
                }
            } else {
                requireCounted(row.cells().get(number - 1), content, findings);
            }
        });
        if (findings.size() > before) {
            return;
        }
        for (EntryFinding finding : EntryCheck.check(sheet, read)) {
            Content content = cells.get(finding.column());
            findings.add(FileFinding.of(content == null ? "" : content.address(), finding));
        }
        Map<String, EnteredValue> byKey = new LinkedHashMap<>();
        sheet.changes(read).forEach((number, value) -> {
            Content content = cells.get(number);
            byKey.put(sheet.template().column(number).key(), value);
            changes.add(new Change(
                    content.address(),
                    sheet.unit().name(),
                    sheet.template().column(number).text(),
                    printed(row.cells().get(number - 1)),
                    content.text()));
        });
        if (!byKey.isEmpty()) {
            values.put(sheet.unit().code(), byKey);
        }
    }

    /** Of a city the file has the whole figure; its own is what its counties did not enter. */
    private static TypedValue value(EntrySheet sheet, int number, Content content, List<FileFinding> findings) {
        Column column = sheet.template().column(number);
        ValueKind kind = sheet.source(number).kind();
        if (kind == ValueKind.COUNTIES || kind == ValueKind.TEXT) {
            return TypedValue.read(sheet.template(), number, sheet.unit(), content.text());
        }
        if (content.number() == null) {
            findings.add(FileFinding.of(content.address(), Fault.TEXT_IN_NUMBER, content.words()));
            return null;
        }
        TypedValue whole = TypedValue.number(column, number, content.number());
        Long below = sheet.entries().below(column, sheet.unit().code()).orElse(null);
        if (below == null || !(whole.value() instanceof EnteredValue.Number typed)) {
            return whole;
        }
        if (typed.kept() < below) {
            return new TypedValue(
                    null,
                    EntryFinding.of(
                            number,
                            EntryFinding.Code.BELOW_COUNTIES,
                            content.text(),
                            column.printed(below).toPlainString()));
        }
        boolean nothingOwn = typed.kept() == below && sheet.current(number) instanceof EnteredValue.Nothing;
        return new TypedValue(
                nothingOwn ? new EnteredValue.Nothing() : new EnteredValue.Number(typed.kept() - below), null);
    }

    private static void requireCounted(StatisticsTable.Cell cell, Content content, List<FileFinding> findings) {
        String expected = printed(cell);
        boolean same = content.number() == null
                ? content.words().strip().equals(expected)
                : !expected.isEmpty() && content.number().compareTo(new BigDecimal(expected)) == 0;
        if (!same) {
            findings.add(FileFinding.of(content.address(), Fault.COUNTED_CHANGED, expected, content.text()));
        }
    }

    private static String printed(StatisticsTable.Cell cell) {
        if (cell instanceof Figure figure) {
            return String.valueOf(figure.value());
        }
        if (cell instanceof Amount amount) {
            return amount.value().toPlainString();
        }
        return cell instanceof StatisticsTable.Words words ? words.text() : "";
    }

    /**
     * @param seen newest recording when the file was looked at
     * @return id of the recording
     * @throws StaleFiguresException when somebody entered figures of one of the units since
     */
    public long take(Preview preview, long seen, Author author) {
        if (preview.refused()
                || preview.needsReason() && author.reason() == null
                || preview.changes().isEmpty()) {
            throw new IllegalArgumentException("a file with findings, or without changes, is not taken");
        }
        return figures.record(
                preview.table().template().id(),
                preview.version(),
                preview.table().counted().asOf(),
                preview.values().entrySet().stream()
                        .map(unit -> new EnteredFigures.Entry(unit.getKey(), seen, unit.getValue()))
                        .toList(),
                author);
    }
}
