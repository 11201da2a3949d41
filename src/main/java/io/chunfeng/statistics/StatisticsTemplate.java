package io.chunfeng.statistics;

import io.chunfeng.statistics.TemplateCheck.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An official form as data: page, entry form, checks, workbook and import all follow from it. Next year's form is another
 * one of these, not another release. src/docs/templates.md
 *
 * @param province two digits; its cities and their counties are the units that fill the form in
 * @param cities the cities of the province, in the order of their codes
 * @param columns of the header's first row, or the items; those with a source are numbered from 1, depth first
 * @param footer what is signed at the foot, such as 审核人
 * @param notes of the form, printed under it
 */
public record StatisticsTemplate(
        String id,
        String title,
        FormLayout layout,
        String province,
        List<ReportingUnit> cities,
        List<Column> columns,
        List<TemplateCheck> checks,
        List<String> footer,
        List<String> notes,
        ReportingCalendar calendar) {

    /**
     * @param key stays the same in all versions of a template; figures are kept by it
     * @param unit of its figures, or null for words and for a mere heading
     * @param source where the figures come from; null for a heading of columns below
     * @param columns below; an item (其中) may have both a source and columns below it
     */
    public record Column(String key, String text, String unit, Source source, List<Column> columns) {
        public Column {
            if (text == null || text.isBlank()) {
                throw new TemplateFault(TemplateFault.Code.NO_TEXT);
            }
            columns = List.copyOf(columns);
            if (source == null && columns.isEmpty()) {
                throw new TemplateFault(TemplateFault.Code.NO_SOURCE, text);
            }
            if (source instanceof Entered entered
                    && entered.kind() == ValueKind.MONEY
                    && !List.of("万元", "元").contains(unit == null ? "" : unit)) {
                throw new TemplateFault(TemplateFault.Code.MONEY_UNIT, text);
            }
        }

        int depth() {
            return 1 + columns.stream().mapToInt(Column::depth).max().orElse(0);
        }

        Stream<Column> leaves() {
            return Stream.concat(
                    source == null ? Stream.empty() : Stream.of(this),
                    columns.stream().flatMap(Column::leaves));
        }

        /** Decimals between what is kept and what is printed: 分 are divided once, by 10^6 for 万元. */
        int decimals() {
            boolean money = source instanceof Entered entered && entered.kind() == ValueKind.MONEY;
            return !money ? 0 : unit.equals("万元") ? 6 : 2;
        }

        /** As printed. @param kept whole numbers, 分 for money */
        public BigDecimal printed(long kept) {
            BigDecimal exact = BigDecimal.valueOf(kept, decimals()).stripTrailingZeros();
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
    }

    public sealed interface Source {}

    /** The unit's name. */
    public record CityName() implements Source {}

    /** Counted from the trips that ran. */
    public record Measured(Measure measure) implements Source {}

    /** @param columns numbers of columns, all measured or all entered in the same unit, counted from 1 */
    public record SumOf(List<Integer> columns) implements Source {
        public SumOf {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Entered or imported by the labour bureau; transport knows nothing about it.
     *
     * @param cumulative since the campaign began: it does not fall without a reason
     * @param atMost what is plausible for one unit, in the column's unit; more needs a reason. Null for no limit
     */
    public record Entered(ValueKind kind, boolean cumulative, BigDecimal atMost) implements Source {}

    public StatisticsTemplate {
        if (id == null || !id.matches("[A-Z][A-Za-z0-9-]{0,39}")) {
            throw new TemplateFault(TemplateFault.Code.ID, id);
        }
        if (title == null || title.isBlank()) {
            throw new TemplateFault(TemplateFault.Code.TITLE);
        }
        if (layout == null) {
            throw new TemplateFault(TemplateFault.Code.LAYOUT);
        }
        if (ReportingUnits.province(province).isEmpty()) {
            throw new TemplateFault(TemplateFault.Code.PROVINCE, province);
        }
        cities = List.copyOf(cities);
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
        footer = List.copyOf(footer);
        notes = List.copyOf(notes);
        requireDistinct(cities.stream().map(ReportingUnit::code).toList(), "city");
        List<Column> leaves = leaves(columns);
        requireDistinct(leaves.stream().map(Column::key).toList(), "column key");
        if (layout != FormLayout.ITEMS) {
            columns.forEach(StatisticsTemplate::requireHeadings);
        }
        for (int number = 1; number <= leaves.size(); number++) {
            boolean name = leaves.get(number - 1).source() instanceof CityName;
            if (name != (layout == FormLayout.ROWS && number == 1)) {
                throw new TemplateFault(
                        TemplateFault.Code.CITY_COLUMN,
                        number,
                        leaves.get(number - 1).text());
            }
        }
        leaves.forEach(leaf -> requireSummands(leaf, leaves));
        checks.forEach(check -> requireColumns(check, leaves));
    }

    private static void requireDistinct(List<String> codes, String what) {
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.add(code)) {
                throw new TemplateFault(TemplateFault.Code.TWICE, what, code);
            }
        }
    }

    private static void requireHeadings(Column column) {
        if (column.source() != null && !column.columns().isEmpty()) {
            throw new TemplateFault(TemplateFault.Code.SOURCE_AND_COLUMNS, column.text());
        }
        column.columns().forEach(StatisticsTemplate::requireHeadings);
    }

    private static void requireSummands(Column leaf, List<Column> leaves) {
        if (!(leaf.source() instanceof SumOf sum)) {
            return;
        }
        if (sum.columns().isEmpty()) {
            throw new TemplateFault(TemplateFault.Code.SUMS_NOTHING, leaf.text());
        }
        Column first = null;
        for (int number : sum.columns()) {
            if (number < 1
                    || number > leaves.size()
                    || !summable(leaves.get(number - 1).source())) {
                throw new TemplateFault(TemplateFault.Code.SUMMAND, leaf.text(), number);
            }
            Column summand = leaves.get(number - 1);
            first = first == null ? summand : first;
            if (first.source() instanceof Measured != summand.source() instanceof Measured
                    || first.decimals() != summand.decimals()) {
                throw new TemplateFault(TemplateFault.Code.SUMMAND_KIND, leaf.text(), number);
            }
        }
    }

    private static void requireColumns(TemplateCheck check, List<Column> leaves) {
        List<Integer> named = new ArrayList<>(check.parts());
        if (check.whole() != null) {
            named.add(check.whole());
        }
        for (int number : named) {
            if (number < 1 || number > leaves.size() || !(leaves.get(number - 1).source() instanceof Entered entered)) {
                throw new TemplateFault(TemplateFault.Code.CHECK_COLUMN, check.rule(), number);
            }
            boolean list = entered.kind() == ValueKind.COUNTIES;
            if (list != (check.rule() == Rule.PARTITION) || entered.kind() == ValueKind.TEXT) {
                throw new TemplateFault(TemplateFault.Code.CHECK_KIND, check.rule(), number);
            }
        }
    }

    private static boolean summable(Source source) {
        return source instanceof Measured
                || source instanceof Entered entered
                        && (entered.kind() == ValueKind.COUNT || entered.kind() == ValueKind.MONEY);
    }

    /** The columns with a source, in order; number 1 is at index 0. */
    public List<Column> leaves() {
        return leaves(columns);
    }

    /** @throws IndexOutOfBoundsException for a number that is none */
    public Column column(int number) {
        return leaves().get(number - 1);
    }

    public int headerRows() {
        return columns.stream().mapToInt(Column::depth).max().orElse(0);
    }

    /** The province first, then each of its cities followed by its counties. */
    public List<ReportingUnit> units() {
        List<ReportingUnit> units = new ArrayList<>();
        units.add(provinceUnit());
        for (ReportingUnit city : cities) {
            units.add(city);
            units.addAll(ReportingUnits.countiesOf(city.code()));
        }
        return units;
    }

    public ReportingUnit provinceUnit() {
        return ReportingUnits.province(province).orElseThrow();
    }

    public Optional<ReportingUnit> unit(String code) {
        if (province.equals(code)) {
            return Optional.of(provinceUnit());
        }
        return code == null || cities.stream().noneMatch(city -> city.contains(code))
                ? Optional.empty()
                : Stream.concat(cities.stream(), ReportingUnits.county(code).stream())
                        .filter(unit -> unit.code().equals(code))
                        .findFirst();
    }

    /** The rows of the table of a unit: its cities for a province in a table by city, else the unit itself. */
    public List<ReportingUnit> rows(ReportingUnit unit) {
        return layout == FormLayout.ROWS && unit.isProvince() ? cities : List.of(unit);
    }

    /** What a column counts: nothing for words and entered figures, several measures for a sum. */
    public List<Measure> measures(int number) {
        Source source = column(number).source();
        if (source instanceof Measured measured) {
            return List.of(measured.measure());
        }
        if (source instanceof SumOf sum) {
            List<Measure> measures = new ArrayList<>();
            sum.columns().forEach(summand -> measures.addAll(measures(summand)));
            return measures;
        }
        return List.of();
    }

    /** Whether any column comes from the ledger. */
    public boolean counts() {
        return leaves().stream().anyMatch(leaf -> leaf.source() instanceof Measured);
    }

    private static List<Column> leaves(List<Column> columns) {
        return columns.stream().flatMap(Column::leaves).toList();
    }
}
