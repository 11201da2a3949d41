package io.chunfeng.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines with fewer points that look the same at a zoom level (Douglas and Peucker 1973). GraphHopper has this too, but measures to the endless line:
 * where a way turns round it drops the far end.
 */
final class Outline {
    /** Half a pixel; what a dropped point may lie off the line. */
    static final double TOLERANCE_PIXELS = 0.5;

    private Outline() {}

    /** @param points longitude before latitude, at least two; the first and the last are kept */
    static List<double[]> of(List<double[]> points, Zoom zoom) {
        double[][] pixels = points.stream().map(zoom::pixel).toArray(double[][]::new);
        boolean[] kept = new boolean[pixels.length];
        kept[0] = true;
        kept[kept.length - 1] = true;
        List<int[]> open = new ArrayList<>(List.of(new int[] {0, kept.length - 1}));
        while (!open.isEmpty()) {
            int[] range = open.remove(open.size() - 1);
            int furthest = furthest(pixels, range[0], range[1]);
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
    private static int furthest(double[][] pixels, int from, int to) {
        int index = -1;
        double most = TOLERANCE_PIXELS;
        for (int i = from + 1; i < to; i++) {
            double off = distance(pixels[i], pixels[from], pixels[to]);
            if (off > most) {
                most = off;
                index = i;
            }
        }
        return index;
    }

    /** Of a point from a stretch. */
    static double distance(double[] p, double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square;
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
    }
}
