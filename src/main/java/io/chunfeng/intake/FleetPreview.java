package io.chunfeng.intake;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetFinding;
import io.chunfeng.capacity.FleetReading;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.capacity.FleetText;
import io.chunfeng.capacity.Plates;
import io.chunfeng.intake.TableException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file of coaches and drivers would change: plates and certificates that are known are updated, others added. */
public record FleetPreview(List<Row> rows) {
    /** Registers hold thousands of rows at most. */
    private static final TableLimits LIMITS = TableLimits.of(5, 20_000);

    private static final int FIRST_ROWS = 30;

    private static final List<FleetColumn> COACH = List.of(
            new FleetColumn("plate", "车牌", List.of("车牌号", "车牌号码", "号牌", "车号")),
            new FleetColumn("poolId", "车队编号", List.of("车队", "运力编号", "编号")),
            new FleetColumn("approvedSeats", "核载（座）", List.of("核载", "核定载客", "核定载客人数", "座位数")),
            new FleetColumn("permit", "道路运输证号", List.of("道路运输证", "营运证号", "运输证号")),
            new FleetColumn("state", "状态", List.of("车辆状态")));
    private static final List<FleetColumn> DRIVER = List.of(
            new FleetColumn("name", "姓名", List.of("驾驶员", "驾驶员姓名", "司机")),
            new FleetColumn("phone", "联系电话", List.of("电话", "手机", "手机号", "手机号码")),
            new FleetColumn("operator", "运输企业", List.of("企业", "企业名称", "所属企业", "公司")),
            new FleetColumn("licence", "从业资格证号", List.of("从业资格证", "资格证号")),
            new FleetColumn("state", "状态", List.of("在岗状态")));

    /** Has a message {@code fleet.import.state.<name>}. */
    public enum State {
        NEW,
        CHANGED,
        UNCHANGED,
        PROBLEM
    }

    /**
     * @param item what it says, as far as it can be said: plate, or name
     * @param coach null for a driver, and with problems
     * @param driver null for a coach, and with problems
     */
    public record Row(String sheet, int row, State state, String item, Coach coach, Driver driver, List<Cell> cells) {}

    /** One finding in its cell. @param column letters; empty where the file has none */
    public record Cell(String column, String header, FleetFinding finding) {}

    private record FleetColumn(String key, String title, List<String> synonyms) implements Column {}

    public FleetPreview {
        rows = List.copyOf(rows);
    }

    /** The heads of the template, a sheet each. */
    public static List<TextWorkbook.Sheet> template() {
        return List.of(
                new TextWorkbook.Sheet("车辆", titles(COACH), List.of()),
                new TextWorkbook.Sheet("驾驶员", titles(DRIVER), List.of()));
    }

    private static List<String> titles(List<FleetColumn> columns) {
        return columns.stream().map(FleetColumn::title).toList();
    }

    /** @throws TableException when the file is no table, or has neither a sheet of coaches nor one of drivers */
    public static FleetPreview of(Path file, FleetRegister register, Collection<CoachPool> pools) {
        Map<String, List<TableRow>> sheets = new LinkedHashMap<>();
        TableFile.read(
                file,
                LIMITS,
                row -> sheets.computeIfAbsent(row.sheet(), name -> new ArrayList<>())
                        .add(row));
        Known known = new Known(register, pools);
        List<Row> rows = new ArrayList<>();
        boolean any = false;
        for (List<TableRow> sheet : sheets.values()) {
            any |= known.read(sheet, rows);
        }
        if (!any) {
            throw new TableException(Reason.NO_HEADER, "车牌、车队编号、核载；姓名、运输企业、从业资格证号");
        }
        return new FleetPreview(rows);
    }

    public List<Coach> coaches() {
        return changed().map(Row::coach).filter(Objects::nonNull).toList();
    }

    public List<Driver> drivers() {
        return changed().map(Row::driver).filter(Objects::nonNull).toList();
    }

    private Stream<Row> changed() {
        return rows.stream().filter(row -> row.state() == State.NEW || row.state() == State.CHANGED);
    }

    public long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /** The register that the file is compared with. */
    private static final class Known {
        private final Collection<CoachPool> pools;
        private final Map<String, Coach> coaches;
        private final Map<String, Driver> drivers;
        private final Set<String> seen = new HashSet<>();

        Known(FleetRegister register, Collection<CoachPool> pools) {
            this.pools = pools;
            this.coaches = register.coaches().stream().collect(Collectors.toMap(Coach::plate, Function.identity()));
            this.drivers = register.drivers().stream().collect(Collectors.toMap(Driver::licence, Function.identity()));
        }

        boolean read(List<TableRow> sheet, List<Row> rows) {
            List<TableRow> heads = sheet.subList(0, Math.min(FIRST_ROWS, sheet.size()));
            Heading coach = Heading.find(heads, COACH);
            Heading driver = Heading.find(heads, DRIVER);
            boolean ofCoaches = coach != null && coach.at("plate") >= 0;
            boolean ofDrivers = driver != null && driver.at("licence") >= 0 && driver.at("name") >= 0;
            if (!ofCoaches && !ofDrivers) {
                return false;
            }
            Heading heading = ofCoaches ? coach : driver;
            for (TableRow row : sheet) {
                if (row.number() > heading.last()) {
                    rows.add(ofCoaches ? coach(row, heading) : driver(row, heading));
                }
            }
            return true;
        }

        private Row coach(TableRow row, Heading heading) {
            Map<String, String> typed = typed(row, heading);
            String plate = Plates.normal(typed.getOrDefault("plate", ""));
            Coach kept = coaches.get(plate);
            Map<String, String> fields = over(kept == null ? Map.of() : FleetText.write(kept), typed);
            boolean first = plate.isEmpty() || seen.add("coach " + plate);
            FleetReading<Coach> reading = FleetText.coach(fields, kept, pools, first ? List.of() : List.of(plate));
            State state = state(reading, kept, reading.item());
            return new Row(
                    row.sheet(), row.number(), state, plate, reading.item(), null, cells(reading, heading, COACH));
        }

        private Row driver(TableRow row, Heading heading) {
            Map<String, String> typed = typed(row, heading);
            String licence = Texts.tight(typed.getOrDefault("licence", ""));
            Driver kept = drivers.get(licence);
            Map<String, String> fields = over(kept == null ? Map.of() : FleetText.write(kept), typed);
            boolean first = licence.isEmpty() || seen.add("driver " + licence);
            FleetReading<Driver> reading = FleetText.driver(fields, kept, pools, first ? List.of() : List.of(licence));
            State state = state(reading, kept, reading.item());
            String name = Texts.clean(typed.getOrDefault("name", ""));
            return new Row(
                    row.sheet(), row.number(), state, name, null, reading.item(), cells(reading, heading, DRIVER));
        }

        private static Map<String, String> typed(TableRow row, Heading heading) {
            Map<String, String> typed = new HashMap<>();
            heading.columns().forEach((key, at) -> typed.put(key, row.shown(at)));
            return typed;
        }

        /** Columns that the file lacks stay as they are. */
        private static Map<String, String> over(Map<String, String> kept, Map<String, String> typed) {
            Map<String, String> fields = new HashMap<>(kept);
            fields.putAll(typed);
            return fields;
        }

        private static State state(FleetReading<?> reading, Object kept, Object item) {
            if (!reading.findings().isEmpty()) {
                return State.PROBLEM;
            }
            return kept == null ? State.NEW : kept.equals(item) ? State.UNCHANGED : State.CHANGED;
        }

        private static List<Cell> cells(FleetReading<?> reading, Heading heading, List<FleetColumn> columns) {
            return reading.findings().stream()
                    .map(finding -> {
                        FleetColumn column = columns.stream()
                                .filter(one -> one.key().equals(finding.field()))
                                .findFirst()
                                .orElseThrow();
                        int at = heading.at(column.key());
                        return new Cell(at < 0 ? "" : TableRow.letter(at), heading.header(column), finding);
                    })
                    .toList();
        }
    }
}
