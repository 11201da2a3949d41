package io.chunfeng.web;

import io.chunfeng.demand.Campaign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Persons by day of departure, as columns of a drawing of {@link #WIDTH} by {@link #HEIGHT} units. */
record DayChart(List<Column> columns, int highest) {
    static final int WIDTH = 760;
    static final int HEIGHT = 120;
    private static final int LABEL_WIDTH = 32;

    /**
     * @param label shown below the column: the first of every week
     * @param peak within the peak days of the campaign
     */
    record Column(
            LocalDate day, int persons, double x, double y, double width, double height, boolean label, boolean peak) {}

    static DayChart of(Map<LocalDate, Integer> persons, Campaign campaign) {
        SortedMap<LocalDate, Integer> sorted = new TreeMap<>(persons);
        if (sorted.isEmpty()) {
            return new DayChart(List.of(), 0);
        }
        int highest = sorted.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<LocalDate> days =
                sorted.firstKey().datesUntil(sorted.lastKey().plusDays(1)).toList();
        double step = (double) WIDTH / days.size();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            int count = sorted.getOrDefault(day, 0);
            double height = (double) HEIGHT * count / highest;
            boolean peak = campaign != null && !day.isBefore(campaign.peakFrom()) && !day.isAfter(campaign.peakTo());
            columns.add(new Column(
                    day,
                    count,
                    i * step,
                    HEIGHT - height,
                    Math.max(step - 1, 0.5),
                    height,
                    i % labelEvery(days.size()) == 0 && i * step < WIDTH - LABEL_WIDTH,
                    peak));
        }
        return new DayChart(List.copyOf(columns), highest);
    }

    private static int labelEvery(int days) {
        return days <= 10 ? 1 : days <= 31 ? 3 : 7;
    }
}
