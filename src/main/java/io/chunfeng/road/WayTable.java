package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Known ways between points, filled from stars and from computed matrices. */
final class WayTable {
    private static final double SHARE_STEPS = 10_000;

    private final int[][] metres;
    private final int[][] seconds;
    private final double[][] expressway;
    private final Pairs known;

    WayTable(int points) {
        metres = new int[points][points];
        seconds = new int[points][points];
        expressway = new double[points][points];
        known = Pairs.none(points);
        for (int from = 0; from < points; from++) {
            Arrays.fill(metres[from], RoadMatrix.UNREACHABLE);
            Arrays.fill(seconds[from], RoadMatrix.UNREACHABLE);
        }
    }

    void add(WayStar star) {
        for (int i = 0; i < star.size(); i++) {
            int from = star.inward() ? star.others()[i] : star.point();
            int to = star.inward() ? star.point() : star.others()[i];
            add(from, to, star.metres()[i], star.seconds()[i], star.expressway()[i] / SHARE_STEPS);
        }
    }

    /** Takes the ways of a part from several threads; where none comes there is none. */
    RoadNetwork.Ways taking(Points.Part part) {
        int[] points = part.points();
        for (int from = 0; from < points.length; from++) {
            int row = points[from];
            part.wanted().rows()[from].stream().forEach(to -> known.want(row, points[to]));
        }
        return (from, to, wayMetres, waySeconds, share) -> put(points[from], points[to], wayMetres, waySeconds, share);
    }

    private void add(int from, int to, int wayMetres, int waySeconds, double share) {
        put(from, to, wayMetres, waySeconds, share);
        known.want(from, to);
    }

    private void put(int from, int to, int wayMetres, int waySeconds, double share) {
        metres[from][to] = wayMetres;
        seconds[from][to] = waySeconds;
        expressway[from][to] = share;
    }

    Pairs missing(Pairs wanted) {
        Pairs missing = Pairs.none(wanted.places());
        for (int from = 0; from < wanted.places(); from++) {
            missing.rows()[from].or(wanted.rows()[from]);
            missing.rows()[from].andNot(known.rows()[from]);
        }
        return missing;
    }

    /**
     * These ways as few stars: each way goes to the larger of the two it may belong to. So one place more among many gives two, one outward and one
     * inward, and all ways between many places give one for each.
     */
    List<WayStar> stars(Pairs ways) {
        int points = ways.places();
        int[] into = new int[points];
        for (BitSet row : ways.rows()) {
            row.stream().forEach(to -> into[to]++);
        }
        Pairs outward = Pairs.none(points);
        Pairs inward = Pairs.none(points);
        for (int from = 0; from < points; from++) {
            BitSet row = ways.rows()[from];
            int out = row.cardinality();
            for (int to = row.nextSetBit(0); to >= 0; to = row.nextSetBit(to + 1)) {
                if (out >= into[to]) {
                    outward.want(from, to);
                } else {
                    inward.want(to, from);
                }
            }
        }
        List<WayStar> stars = new ArrayList<>();
        for (int point = 0; point < points; point++) {
            star(stars, point, false, outward.rows()[point]);
            star(stars, point, true, inward.rows()[point]);
        }
        return stars;
    }

    private void star(List<WayStar> stars, int point, boolean inward, BitSet ends) {
        if (ends.isEmpty()) {
            return;
        }
        int[] others = ends.stream().toArray();
        int[] starMetres = new int[others.length];
        int[] starSeconds = new int[others.length];
        short[] shares = new short[others.length];
        for (int i = 0; i < others.length; i++) {
            int from = inward ? others[i] : point;
            int to = inward ? point : others[i];
            starMetres[i] = metres[from][to];
            starSeconds[i] = seconds[from][to];
            shares[i] = (short) Math.round(expressway[from][to] * SHARE_STEPS);
        }
        stars.add(new WayStar(point, inward, others, starMetres, starSeconds, shares));
    }

    /** The wanted ways; all others are {@link RoadMatrix#UNREACHABLE}. */
    RoadMatrix matrix(List<Place> places, Points points, Pairs wanted) {
        RoadMatrix matrix = RoadMatrix.empty(places.stream().map(Place::id).toList());
        for (int from = 0; from < places.size(); from++) {
            int row = points.ofPlace()[from];
            BitSet ends = wanted.rows()[from];
            for (int to = ends.nextSetBit(0); to >= 0; to = ends.nextSetBit(to + 1)) {
                int column = points.ofPlace()[to];
                matrix.metres()[from][to] = metres[row][column];
                matrix.seconds()[from][to] = seconds[row][column];
                matrix.expressway()[from][to] = expressway[row][column];
            }
        }
        return matrix;
    }
}
