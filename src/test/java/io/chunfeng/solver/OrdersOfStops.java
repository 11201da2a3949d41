package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Rules;
import io.chunfeng.road.RoadMatrix;
import java.util.Arrays;

/** Tries every order of the stops of some riders; the drives of each order that H12 and H05 admit must not have been left out. */
final class OrdersOfStops {
    private final Rules rules;
    private final RoadMatrix whole;
    private final RoadMatrix sparse;
    private int[][] riders;
    int admitted;

    OrdersOfStops(Rules rules, RoadMatrix whole, RoadMatrix sparse) {
        this.rules = rules;
        this.whole = whole;
        this.sparse = sparse;
    }

    /** @param rides from place to place */
    void require(int[]... rides) {
        riders = rides;
        int[] boards = Arrays.stream(rides).mapToInt(ride -> ride[0]).distinct().toArray();
        int[] alights =
                Arrays.stream(rides).mapToInt(ride -> ride[1]).distinct().toArray();
        if (boards.length <= rules.maxBoardingStops() && alights.length <= rules.maxAlightingStops()) {
            permute(boards, 0, alights);
        }
    }

    private void permute(int[] boards, int done, int[] alights) {
        if (done == boards.length) {
            permuteAlights(boards, alights, 0);
        }
        for (int i = done; i < boards.length; i++) {
            swap(boards, done, i);
            permute(boards, done + 1, alights);
            swap(boards, done, i);
        }
    }

    private void permuteAlights(int[] boards, int[] alights, int done) {
        if (done == alights.length) {
            int[] stops = Arrays.copyOf(boards, boards.length + alights.length);
            System.arraycopy(alights, 0, stops, boards.length, alights.length);
            if (Arrays.stream(riders).allMatch(ride -> shortEnough(ride, stops, boards.length))) {
                admitted++;
                requireDrives(stops);
            }
        }
        for (int i = done; i < alights.length; i++) {
            swap(alights, done, i);
            permuteAlights(boards, alights, done + 1);
            swap(alights, done, i);
        }
    }

    private boolean shortEnough(int[] ride, int[] stops, int boards) {
        int at = 0;
        while (stops[at] != ride[0]) {
            at++;
        }
        long driving = 0;
        for (int last = boards; at < last || stops[at] != ride[1]; at++) {
            driving += whole.seconds()[stops[at]][stops[at + 1]];
        }
        return driving <= rules.maxRideSeconds(whole.seconds()[ride[0]][ride[1]]);
    }

    private void requireDrives(int[] stops) {
        for (int i = 0; i + 1 < stops.length; i++) {
            assertThat(sparse.reachable(stops[i], stops[i + 1]))
                    .as("%s of stops %s for riders %s", i, Arrays.toString(stops), Arrays.deepToString(riders))
                    .isTrue();
        }
    }

    private static void swap(int[] a, int i, int j) {
        int t = a[i];
        a[i] = a[j];
        a[j] = t;
    }
}
