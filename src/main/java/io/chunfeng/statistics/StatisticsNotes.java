package io.chunfeng.statistics;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is printed under a table, so that nobody has to guess how its figures came about. */
public final class StatisticsNotes {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private StatisticsNotes() {}

    public static List<String> chinese(StatisticsTable table) {
        CountedTrips counted = table.counted();
        CountingSettings settings = counted.settings();
        List<String> notes = new ArrayList<>();
        notes.add("截止时点：" + local(counted.asOf()).format(ZH) + "（北京时间，含该时点），为累计数。");
        addNotesOfForm(table, notes);
        if (!table.template().counts()) {
            return List.copyOf(notes);
        }
        notes.add("统计口径：" + settings.rule().zh() + "——" + settings.rule().explanationZh() + "。");
        notes.add("专列（含包车厢）数量：" + settings.rail().zh() + "。其中：专列 " + sum(table, Measure.TRAINS) + " 列（编组 "
                + sum(table, Measure.TRAIN_CARRIAGES) + " 节），包车厢 " + sum(table, Measure.CARRIAGES) + " 节。");
        notes.add("包机架次：" + settings.seatBlocks().zh() + "。其中：整机包机 " + sum(table, Measure.CHARTER_FLIGHTS) + " 架次，切位 "
                + sum(table, Measure.SEAT_BLOCKS) + " 班。");
        notes.add("归属：人次按团组登记县所在市统计；车辆、列车、航班由所载人次最多的市填报一次，空驶不计。");
        if (!table.citiesWithoutRow().isEmpty()) {
            notes.add("另有 " + personsWithoutRow(table) + " 人次由表外地区（" + codes(table) + "）登记，未计入本表。");
        }
        return List.copyOf(notes);
    }

    public static List<String> english(StatisticsTable table) {
        CountedTrips counted = table.counted();
        CountingSettings settings = counted.settings();
        List<String> notes = new ArrayList<>();
        notes.add("As of " + local(counted.asOf()).format(EN) + " (Asia/Shanghai, the moment included); cumulative.");
        addNotesOfForm(table, notes);
        if (!table.template().counts()) {
            return List.copyOf(notes);
        }
        notes.add("Counting: " + settings.rule().en() + " – " + settings.rule().explanationEn() + ".");
        notes.add("Trains and carriages: " + settings.rail().en() + ". Of these: trains " + sum(table, Measure.TRAINS)
                + " (with " + sum(table, Measure.TRAIN_CARRIAGES) + " carriages), chartered carriages "
                + sum(table, Measure.CARRIAGES) + ".");
        notes.add("Flights: " + settings.seatBlocks().en() + ". Of these: charter flights "
                + sum(table, Measure.CHARTER_FLIGHTS) + ", seat blocks " + sum(table, Measure.SEAT_BLOCKS) + ".");
        notes.add("Persons count for the city whose county registered the group; a vehicle is reported once, by the"
                + " city with most persons on it. Empty runs do not count.");
        if (!table.citiesWithoutRow().isEmpty()) {
            notes.add(personsWithoutRow(table) + " more person-trips were registered by areas outside this table ("
                    + codes(table) + ").");
        }
        return List.copyOf(notes);
    }

    /** In Chinese in both languages: they belong to the form. */
    private static void addNotesOfForm(StatisticsTable table, List<String> notes) {
        notes.addAll(table.template().notes());
        table.template().checks().stream()
                .map(TemplateCheck::why)
                .filter(Objects::nonNull)
                .forEach(notes::add);
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(ReportingCalendar.ZONE);
    }

    private static long sum(StatisticsTable table, Measure measure) {
        return table.rows().stream()
                .filter(row -> !row.unit().isCounty())
                .mapToLong(row -> table.counted().figure(measure, row.unit().code()))
                .sum();
    }

    private static long personsWithoutRow(StatisticsTable table) {
        List<Measure> persons =
                List.of(Measure.COACH_PERSON_TRIPS, Measure.RAIL_PERSON_TRIPS, Measure.AIR_PERSON_TRIPS);
        return table.citiesWithoutRow().stream()
                .mapToLong(city -> table.counted().figure(persons, city))
                .sum();
    }

    private static String codes(StatisticsTable table) {
        return table.citiesWithoutRow().stream().collect(Collectors.joining("、"));
    }
}
