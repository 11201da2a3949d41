package io.chunfeng.road;

import io.chunfeng.place.Place;
import java.util.ArrayList;
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
    }

    void add(WayStar star) {
        for (int i = 0; i < star.size(); i++) {
            int from = star.inward() ? star.others()[i] : star.point();
            int to = star.inward() ? star.point() : star.others()[i];
            add(from, to, star.metres()[i], star.seconds()[i], star.expressway()[i] / SHARE_STEPS);
        }
    }

    /** @param part the matrix's places, points and ways */
    void add(RoadMatrix matrix, Points.Part part) {
        for (int from = 0; from < matrix.size(); from++) {
            BitSet row = part.wanted().rows()[from];
            for (int to = row.nextSetBit(0); to >= 0; to = row.nextSetBit(to + 1)) {
                add(
                        part.points()[from],
                        part.points()[to],
                        matrix.metres()[from][to],
                        matrix.seconds()[from][to],
                        matrix.expressway()[from][to]);
            }
        }
    }

    private void add(int from, int to, int wayMetres, int waySeconds, double share) {
        metres[from][to] = wayMetres;
        seconds[from][to] = waySeconds;
        expressway[from][to] = share;
        known.want(from, to);
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
        return RoadMatrix.of(places.stream().map(Place::id).toList(), (from, to) -> {
            int row = points.ofPlace()[from];
            int column = points.ofPlace()[to];
            return !wanted.wanted(from, to) || metres[row][column] == RoadMatrix.UNREACHABLE
                    ? null
                    : new DoorToDoor(metres[row][column], seconds[row][column], expressway[row][column], true);
        });
    }
}
