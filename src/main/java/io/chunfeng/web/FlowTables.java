package io.chunfeng.web;

import io.chunfeng.dispatch.Direction;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Corridor;
import io.chunfeng.place.Prefectures;
import io.chunfeng.report.Carrying;
import io.chunfeng.report.Flows;
import io.chunfeng.web.FigureTable.Cell;
import io.chunfeng.web.FigureTable.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.MessageSource;

/** The tables of 动态监测, each figure with the way to its trips. */
final class FlowTables {
    private final Flows flows;
    private final FlowQuery query;
    private final MessageSource messages;
    private final Locale locale;
    private final Format format;

    FlowTables(Flows flows, FlowQuery query, MessageSource messages, Locale locale) {
        this.flows = flows;
        this.query = query;
        this.messages = messages;
        this.locale = locale;
        this.format = new Format(locale);
    }

    /** @throws NotFoundException for a key that is none */
    FigureTable table(String key) {
        return switch (key) {
            case "days" -> days();
            case "flows" -> matrix();
            case "modes" -> modes();
            case "load" -> load();
            case "cost" -> cost();
            default -> throw new NotFoundException();
        };
    }

    FigureTable days() {
        List<List<Cell>> rows = new ArrayList<>();
        long toWork = 0;
        long homeward = 0;
        for (Flows.Day day : flows.byDay()) {
            FlowQuery onDay = query.onDay(day.day());
            rows.add(List.of(
                    new Cell(day.day().toString(), format.dayOfYear(day.day()), null),
                    count(day.toWork(), onDay.with(Direction.TO_WORK)),
                    count(day.homeward(), onDay.with(Direction.HOMEWARD)),
                    count(day.persons(), onDay)));
            toWork += day.toWork();
            homeward += day.homeward();
        }
        List<Cell> sum = List.of(
                Cell.text(text("sum")),
                count(toWork, query.with(Direction.TO_WORK)),
                count(homeward, query.with(Direction.HOMEWARD)),
                count(toWork + homeward, query));
        return table("days", List.of("day", "toWork", "homeward", "personTrips"), 1, rows, sum);
    }

    FigureTable modes() {
        List<List<Cell>> rows = new ArrayList<>();
        long persons = flows.personTrips();
        long trips = flows.trips();
        for (Flows.Share share : flows.byMode()) {
            FlowQuery ofMode = query.with(share.mode());
            rows.add(List.of(
                    Cell.text(message("mode." + share.mode())),
                    count(share.personTrips(), ofMode),
                    percent(share.personTrips(), persons),
                    count(share.trips(), ofMode),
                    percent(share.trips(), trips)));
        }
        List<Cell> sum = List.of(
                Cell.text(text("sum")),
                count(persons, query),
                percent(persons, persons),
                count(trips, query),
                percent(trips, trips));
        return table("modes", List.of("mode", "ofMode", "personShare", "trips", "tripShare"), 1, rows, sum);
    }

    /** Home cities down, regions away across. */
    FigureTable matrix() {
        List<Flows.Flow> all =
                flows.originsAndDestinations(query.levelOrDefault().digits());
        SortedSet<String> regions = new TreeSet<>();
        TreeMap<String, Map<String, Long>> byHome = new TreeMap<>();
        for (Flows.Flow flow : all) {
            regions.add(flow.away());
            byHome.computeIfAbsent(flow.homeCity(), key -> new TreeMap<>())
                    .merge(flow.away(), flow.personTrips(), Long::sum);
        }
        List<Column> columns = new ArrayList<>(List.of(new Column(text("home"), false)));
        regions.forEach(region -> columns.add(new Column(region(region), true)));
        columns.add(new Column(text("sum"), true));
        List<List<Cell>> rows = new ArrayList<>();
        byHome.forEach((home, row) -> rows.add(line(region(home), home, row, regions)));
        Map<String, Long> sums = new TreeMap<>();
        byHome.values().forEach(row -> row.forEach((region, persons) -> sums.merge(region, persons, Long::sum)));
        return new FigureTable(
                "flows", caption("flows"), columns, rows, line(text("sum"), query.city(), sums, regions));
    }

    private List<Cell> line(String name, String home, Map<String, Long> row, SortedSet<String> regions) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
        for (String region : regions) {
            cells.add(count(row.getOrDefault(region, 0L), query.between(home, narrower(region))));
        }
        cells.add(count(row.values().stream().mapToLong(Long::longValue).sum(), query.between(home, query.away())));
        return cells;
    }

    /** The region away that is asked for may be smaller than the column's. */
    private String narrower(String region) {
        return query.away() != null && query.away().startsWith(region) ? query.away() : region;
    }

    FigureTable load() {
        List<Flows.Load> loads = flows.loads();
        List<List<Cell>> rows = new ArrayList<>();
        for (Flows.Load load : loads) {
            rows.add(load(corridor(load.corridor()), carrying(load.carrying()), load));
        }
        List<Cell> sum = load(text("sum"), "", Flows.sum(null, null, loads));
        return table("load", List.of("corridor", "carrying", "trips", "aboard", "seats", "factor"), 2, rows, sum);
    }

    private List<Cell> load(String corridor, String carrying, Flows.Load load) {
        Cell factor = load.factor() == null ? Cell.text("—") : percent(load.persons(), load.seats());
        return List.of(
                Cell.text(corridor),
                Cell.text(carrying),
                count(load.trips(), null),
                count(load.persons(), null),
                count(load.seats(), null),
                factor);
    }

    /** After the ways of carrying of each corridor what one of its people costs, feeders included. */
    FigureTable cost() {
        List<List<Cell>> rows = new ArrayList<>();
        List<Flows.Cost> costs = flows.costs();
        for (Corridor corridor : Corridor.values()) {
            List<Flows.Cost> here =
                    costs.stream().filter(cost -> cost.corridor() == corridor).toList();
            here.forEach(cost -> rows.add(cost(corridor(corridor), carrying(cost.carrying()), cost)));
            if (!here.isEmpty()) {
                rows.add(cost(corridor(corridor), text("whole"), flows.cost(corridor)));
            }
        }
        return table(
                "cost",
                List.of("corridor", "carrying", "carried", "cost", "perPerson"),
                2,
                rows,
                cost(text("sum"), text("whole"), flows.cost()));
    }

    private List<Cell> cost(String corridor, String carrying, Flows.Cost cost) {
        return List.of(
                Cell.text(corridor),
                Cell.text(carrying),
                count(cost.persons(), null),
                yuan(cost.costFen()),
                cost.fenPerPerson() == null ? Cell.text("—") : yuan(cost.fenPerPerson()));
    }

    private Cell yuan(long fen) {
        return new Cell(BigDecimal.valueOf(fen, 2), format.yuan(fen), null);
    }

    private Cell percent(long part, long all) {
        if (all == 0) {
            return Cell.text("—");
        }
        BigDecimal percent = BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
        return new Cell(percent, percent.toPlainString(), null);
    }

    /** Trips behind a figure; null where the figure is about more than the people looked at. */
    private Cell count(long number, FlowQuery behind) {
        return Cell.count(number, format, behind == null ? null : behind.tripsHref());
    }

    private FigureTable table(String key, List<String> heads, int names, List<List<Cell>> rows, List<Cell> sum) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            columns.add(new Column(text(heads.get(i)), i >= names));
        }
        return new FigureTable(key, caption(key), columns, rows, sum);
    }

    static String region(String code) {
        return code.length() == 2 ? AdminCodes.all().name(code + "0000") : Prefectures.name(code);
    }

    private String corridor(Corridor corridor) {
        return message("corridor." + corridor);
    }

    private String carrying(Carrying carrying) {
        return message("report.carrying." + carrying);
    }

    private String caption(String key) {
        return message("report.table." + key);
    }

    private String text(String column) {
        return message("report.column." + column);
    }

    private String message(String key) {
        return messages.getMessage(key, null, locale);
    }
}
