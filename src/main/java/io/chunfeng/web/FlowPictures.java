package io.chunfeng.web;

import io.chunfeng.demand.Mode;
import io.chunfeng.report.Carrying;
import io.chunfeng.report.Flows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pictures of 动态监测 as figures of drawings; the tables beside them say the same in numbers. */
record FlowPictures(List<Column> columns, long highest, List<Stick> modes, List<Stick> loads, List<Stick> costs) {
    static final int WIDTH = 760;
    static final int HEIGHT = 140;
    private static final int LABEL_WIDTH = 36;
    private static final int MOST_LABELS = 16;
    private static final int WIDEST = 48;

    /** A day: 返岗 stands on the line, 返乡 on top of it. */
    record Column(
            LocalDate day,
            long toWork,
            long homeward,
            double x,
            double width,
            double toWorkY,
            double toWorkHeight,
            double homewardY,
            double homewardHeight,
            boolean label) {}

    /** A bar that lies. @param name of a message @param style class of its colour @param width in percent of the longest */
    record Stick(String name, String style, double width, String figure) {}

    static FlowPictures of(Flows flows, Format format) {
        List<Flows.Day> days = flows.byDay();
        long highest = days.stream().mapToLong(Flows.Day::persons).max().orElse(0);
        return new FlowPictures(columns(days, highest), highest, modes(flows), loads(flows), costs(flows, format));
    }

    private static List<Column> columns(List<Flows.Day> days, long highest) {
        List<Column> columns = new ArrayList<>();
        double step = (double) WIDTH / Math.max(1, days.size());
        int labelEvery = Math.max(1, (days.size() + MOST_LABELS - 1) / MOST_LABELS);
        for (int i = 0; i < days.size(); i++) {
            Flows.Day day = days.get(i);
            double toWork = (double) HEIGHT * day.toWork() / highest;
            double homeward = (double) HEIGHT * day.homeward() / highest;
            columns.add(new Column(
                    day.day(),
                    day.toWork(),
                    day.homeward(),
                    i * step,
                    Math.min(WIDEST, Math.max(step - 1, 0.5)),
                    HEIGHT - toWork,
                    toWork,
                    HEIGHT - toWork - homeward,
                    homeward,
                    i % labelEvery == 0 && i * step < WIDTH - LABEL_WIDTH));
        }
        return List.copyOf(columns);
    }

    private static List<Stick> modes(Flows flows) {
        long all = Math.max(1, flows.personTrips());
        return flows.byMode().stream()
                .map(share -> new Stick(
                        "mode." + share.mode(),
                        share.mode().name(),
                        100.0 * share.personTrips() / all,
                        percent((double) share.personTrips() / all)))
                .toList();
    }

    /** Of all corridors together, by way of carrying; those without seats are absent. */
    private static List<Stick> loads(Flows flows) {
        List<Flows.Load> loads = flows.loads();
        List<Stick> sticks = new ArrayList<>();
        for (Carrying carrying : Carrying.values()) {
            Flows.Load load = Flows.sum(
                    null,
                    carrying,
                    loads.stream().filter(one -> one.carrying() == carrying).toList());
            if (load.factor() != null) {
                sticks.add(new Stick(
                        name(carrying), style(carrying), 100 * Math.min(1, load.factor()), percent(load.factor())));
            }
        }
        return sticks;
    }

    private static List<Stick> costs(Flows flows, Format format) {
        List<Flows.Cost> costs = flows.costs();
        List<Flows.Cost> sums = Arrays.stream(Carrying.values())
                .map(carrying -> costs.stream()
                        .filter(cost -> cost.carrying() == carrying)
                        .reduce(
                                new Flows.Cost(null, carrying, 0, 0),
                                (a, b) -> new Flows.Cost(
                                        null, carrying, a.persons() + b.persons(), a.costFen() + b.costFen())))
                .filter(cost -> cost.fenPerPerson() != null)
                .toList();
        long highest = sums.stream().mapToLong(Flows.Cost::fenPerPerson).max().orElse(0);
        return sums.stream()
                .map(cost -> new Stick(
                        name(cost.carrying()),
                        style(cost.carrying()),
                        highest == 0 ? 0 : 100.0 * cost.fenPerPerson() / highest,
                        format.yuan(cost.fenPerPerson())))
                .toList();
    }

    private static String name(Carrying carrying) {
        return "report.carrying." + carrying;
    }

    private static String style(Carrying carrying) {
        return carrying == Carrying.FEEDER
                ? carrying.name()
                : Mode.valueOf(carrying.name()).name();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
