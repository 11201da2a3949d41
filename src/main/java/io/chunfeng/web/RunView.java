package io.chunfeng.web;

import io.chunfeng.run.PlanningRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A run as the live page shows it.
 *
 * @param points every improvement so far
 * @param mapPreparing no run begins before the map is ready
 */
record RunView(PlanningRun run, Duration elapsed, List<PlanningRun.Point> points, boolean mapPreparing) {
    /** Rows of the table while it changes every second; at the end all of them. */
    private static final int LIVE_ROWS = 8;

    private static final int WIDTH = 600;
    private static final int HEIGHT = 120;

    static RunView of(PlanningRun run, List<PlanningRun.Point> points, Instant now, boolean mapPreparing) {
        Instant start = run.startedAt();
        Instant end = run.finishedAt() == null ? now : run.finishedAt();
        Duration elapsed = start == null || end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
        return new RunView(run, elapsed, points, mapPreparing);
    }

    public boolean ended() {
        return run.state().ended();
    }

    /** Whether it still can be asked to stop. */
    public boolean stoppable() {
        return run.state() == PlanningRun.State.QUEUED || run.state() == PlanningRun.State.RUNNING;
    }

    /** Elapsed share of the time limit, 0 to 100. */
    public int percent() {
        if (run.state() == PlanningRun.State.DONE) {
            return 100;
        }
        return (int) Math.min(
                100, elapsed.toMillis() / 10 / Math.max(1, run.request().seconds()));
    }

    public Duration limit() {
        return Duration.ofSeconds(run.request().seconds());
    }

    /** Queued, and not only behind other runs. */
    public boolean waitingForMap() {
        return mapPreparing && run.state() == PlanningRun.State.QUEUED;
    }

    /** Running, but without a first plan so far. */
    public boolean waiting() {
        return !ended() && points.isEmpty();
    }

    public long dearest() {
        return points.stream().mapToLong(PlanningRun.Point::costFen).max().orElse(0);
    }

    public long cheapest() {
        return points.stream().mapToLong(PlanningRun.Point::costFen).min().orElse(0);
    }

    public int improvements() {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).number();
    }

    public boolean drawable() {
        return points.size() > 1;
    }

    /** Persons served over time: the points of an SVG polyline; steps, because nothing changes between improvements. */
    public String servedLine() {
        int most = Math.max(1, run.persons());
        return line(p -> (double) p.personsServed() / most);
    }

    /** Cost over time, the dearest figure at the top, the cheapest just above the bottom. */
    public String costLine() {
        long cheapest = cheapest();
        double range = Math.max(1, dearest() - cheapest);
        return line(p -> 0.05 + 0.95 * (p.costFen() - cheapest) / range);
    }

    public long mostUnserved() {
        return points.stream().mapToLong(PlanningRun.Point::unserved).max().orElse(0);
    }

    /** Weighted persons left over time, the most at the top, nobody at the bottom. */
    public String unservedLine() {
        long most = Math.max(1, mostUnserved());
        return line(p -> (double) p.unserved() / most);
    }

    /** Newest first. */
    public List<PlanningRun.Point> latest() {
        List<PlanningRun.Point> latest =
                new ArrayList<>(points.subList(ended() ? 0 : Math.max(0, points.size() - LIVE_ROWS), points.size()));
        Collections.reverse(latest);
        return latest;
    }

    private String line(ToDoubleFunction<PlanningRun.Point> height) {
        double span = Math.max(
                1,
                Math.max(
                        elapsed.toMillis(),
                        points.isEmpty() ? 0 : points.get(points.size() - 1).elapsedMillis()));
        StringBuilder line = new StringBuilder();
        double y = Double.NaN;
        for (PlanningRun.Point point : points) {
            double x = WIDTH * point.elapsedMillis() / span;
            if (!Double.isNaN(y)) {
                line.append(at(x, y));
            }
            y = HEIGHT - HEIGHT * height.applyAsDouble(point);
            line.append(at(x, y));
        }
        return points.isEmpty() ? "" : line.append(at(WIDTH, y)).toString().strip();
    }

    private static String at(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }
}
