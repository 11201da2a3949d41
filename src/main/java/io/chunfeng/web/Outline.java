package io.chunfeng.web;

import java.util.ArrayList;
import java.util.List;

/** Lines with fewer points that look the same (Douglas and Peucker 1973). */
final class Outline {
    private Outline() {}

    /**
     * @param points longitude before latitude, at least two
     * @param tolerance degrees that a dropped point may lie off the line
     */
    static List<double[]> of(List<double[]> points, double tolerance) {
        boolean[] kept = new boolean[points.size()];
        kept[0] = true;
        kept[points.size() - 1] = true;
        List<int[]> open = new ArrayList<>(List.of(new int[] {0, points.size() - 1}));
        while (!open.isEmpty()) {
            int[] range = open.remove(open.size() - 1);
            int furthest = furthest(points, range[0], range[1], tolerance);
            if (furthest > 0) {
                kept[furthest] = true;
                open.add(new int[] {range[0], furthest});
                open.add(new int[] {furthest, range[1]});
            }
        }
        List<double[]> outline = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                outline.add(points.get(i));
            }
        }
        return outline;
    }

    /** Index of the point between the two that lies furthest off their line, or -1 when all lie within the tolerance. */
    private static int furthest(List<double[]> points, int from, int to, double tolerance) {
        int index = -1;
        double most = tolerance;
        for (int i = from + 1; i < to; i++) {
            double off = distance(points.get(i), points.get(from), points.get(to));
            if (off > most) {
                most = off;
                index = i;
            }
        }
        return index;
    }

    /** Of a point from a stretch, in degrees. */
    private static double distance(double[] p, double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square;
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
    }
}
