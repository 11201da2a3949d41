package io.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactPartitionTest {

    @Test
    void sharesAddUpWhateverTheSeed() {
        int[] targets = {4000, 3000, 2000, 1000};
        for (int seed = 0; seed < 50; seed++) {
            int[] sizes = GroupSizes.addingUpTo(10_000, new Random(seed));
            int[] shares = ExactPartition.of(sizes, targets, new Random(seed));
            int[] sums = new int[targets.length];
            for (int i = 0; i < sizes.length; i++) {
                sums[shares[i]] += sizes[i];
            }
            assertThat(sums).as("seed %d", seed).isEqualTo(targets);
        }
    }

    @Test
    void differentSumsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactPartition.of(new int[] {5}, new int[] {4}, new Random(1)));
    }

    @Test
    void whatCannotBeSharedIsSaidInsteadOfLoopingForever() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ExactPartition.of(new int[] {6}, new int[] {3, 3}, new Random(1)));
    }
}
