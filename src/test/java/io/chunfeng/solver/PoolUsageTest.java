package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against counting who is away second by second; trips may take no time at all. */
class PoolUsageTest {
    private static final int SECONDS = 40;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void admitsWhatCountingAdmits(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int trips = random.nextInt(12);
            int coaches = random.nextInt(5);
            long[] from = new long[trips];
            long[] until = new long[trips];
            for (int i = 0; i < trips; i++) {
                from[i] = random.nextInt(SECONDS);
                until[i] = Math.min(SECONDS, from[i] + random.nextInt(9));
            }
            int[] away = away(from, until);

            PoolUsage usage = new PoolUsage(coaches, from, until);

            int worst = 0;
            for (int second = 0; second < SECONDS; second++) {
                worst = Math.max(worst, away[second]);
            }
            assertThat(usage.overload()).isEqualTo(Math.max(0, worst - coaches));
            for (int begin = 0; begin < SECONDS; begin++) {
                for (int end = begin + 1; end <= SECONDS; end++) {
                    assertThat(usage.admits(begin, end))
                            .as("[%s, %s) of %s coaches", begin, end, coaches)
                            .isEqualTo(free(away, coaches, begin, end));
                }
            }
            assertThat(usage.admitsSome(SECONDS, SECONDS, 5)).isEqualTo(coaches > 0);
        }
    }

    private static int[] away(long[] from, long[] until) {
        int[] away = new int[SECONDS];
        for (int i = 0; i < from.length; i++) {
            for (long second = from[i]; second < until[i]; second++) {
                away[(int) second]++;
            }
        }
        return away;
    }

    private static boolean free(int[] away, int coaches, int begin, int end) {
        for (int second = begin; second < end; second++) {
            if (away[second] >= coaches) {
                return false;
            }
        }
        return true;
    }
}
