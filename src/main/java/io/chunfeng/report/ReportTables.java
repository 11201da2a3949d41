package io.chunfeng.report;

import static io.chunfeng.report.ReportText.count;

import io.chunfeng.dispatch.Direction;
import io.chunfeng.place.Corridor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of a stage report. */
final class ReportTables {
    private ReportTables() {}

    static Block.Table modes(StageFigures figures) {
        List<String> columns = new ArrayList<>(List.of("运送方式", "本阶段数量", "本阶段运送人次"));
        if (figures.compared() != null) {
            columns.add("上一阶段运送人次");
        }
        columns.addAll(List.of("累计数量", "累计运送人次"));
        return new Block.Table(
                "表1 分方式运送情况",
                columns,
                List.of(
                        mode("专车（辆次）", figures, Carried::coaches, Carried::coachPersonTrips),
                        mode("专列（含包车厢）", figures, Carried::railUnits, Carried::railPersonTrips),
                        mode("包机（架次）", figures, Carried::flightUnits, Carried::airPersonTrips),
                        mode("合计", figures, null, Carried::personTrips)),
                true);
    }

    private interface Part {
        long of(Carried carried);
    }

    /** @param units null where they cannot be added up */
    private static List<String> mode(String name, StageFigures figures, Part units, Part personTrips) {
        List<String> row =
                new ArrayList<>(List.of(name, units(figures.stage(), units), count(personTrips.of(figures.stage()))));
        if (figures.compared() != null) {
            row.add(count(personTrips.of(figures.compared())));
        }
        row.add(units(figures.cumulative(), units));
        row.add(count(personTrips.of(figures.cumulative())));
        return row;
    }

    private static String units(Carried carried, Part units) {
        return units == null ? "—" : count(units.of(carried));
    }

    static Block.Table corridors(StageFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        for (Corridor corridor : Corridor.values()) {
            long toWork = figures.personTrips(Direction.TO_WORK, corridor);
            long homeward = figures.personTrips(Direction.HOMEWARD, corridor);
            rows.add(List.of(corridor.chinese(), count(toWork), count(homeward), count(toWork + homeward)));
        }
        long toWork = figures.personTrips(Direction.TO_WORK);
        long homeward = figures.personTrips(Direction.HOMEWARD);
        rows.add(List.of("合计", count(toWork), count(homeward), count(toWork + homeward)));
        return new Block.Table("表2 分走廊运送情况", List.of("走廊", "返岗（人次）", "返乡（人次）", "合计（人次）"), rows, true);
    }

    static Block.Table days(StageFigures figures, Direction direction) {
        List<String> columns = Stream.of(
                        Stream.of("日期"),
                        Arrays.stream(Corridor.values()).map(corridor -> corridor.chinese() + "（人次）"),
                        Stream.of("合计（人次）"))
                .flatMap(part -> part)
                .toList();
        SortedMap<LocalDate, Map<Corridor, Long>> days = new TreeMap<>(figures.byDay(direction));
        List<List<String>> rows = new ArrayList<>();
        days.firstKey()
                .datesUntil(days.lastKey().plusDays(1))
                .forEach(day -> rows.add(row(ReportText.day(day), days.getOrDefault(day, Map.of()))));
        Map<Corridor, Long> sum = figures.byCorridor().get(direction);
        rows.add(row("合计", sum));
        return new Block.Table(
                (direction == Direction.TO_WORK ? "表3 " : "表4 ") + "逐日" + direction.zh() + "流量", columns, rows, true);
    }

    private static List<String> row(String name, Map<Corridor, Long> persons) {
        List<String> row = new ArrayList<>(List.of(name));
        for (Corridor corridor : Corridor.values()) {
            row.add(count(persons.getOrDefault(corridor, 0L)));
        }
        row.add(count(persons.values().stream().mapToLong(Long::longValue).sum()));
        return row;
    }

    /** With the stage before: in words, with the share where there is something to compare with. */
    static String comparison(ReportVersion version, StageFigures figures) {
        long before = figures.compared().personTrips();
        long difference = figures.stage().personTrips() - before;
        String stage = "与上一阶段（" + ReportText.days(version.comparedFrom(), version.comparedTo()) + "，" + count(before)
                + "人次）相比，";
        if (difference == 0) {
            return stage + "持平。";
        }
        String share = before == 0 ? "" : "（" + ReportText.percent(Math.abs(difference), before) + "）";
        return stage + (difference > 0 ? "增加" : "减少") + count(Math.abs(difference)) + "人次" + share + "。";
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** 万元 with two decimals: the sum in fen is divided once. */
    static String tenThousandYuan(long fen) {
        return BigDecimal.valueOf(fen)
                .divide(BigDecimal.valueOf(1_000_000), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
