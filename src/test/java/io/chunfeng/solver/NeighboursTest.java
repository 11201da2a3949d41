package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {

    /** Searching from the nearest origins outwards overlooks nobody. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nearestOfAllGroups(long seed) {
        Instance in = new Instance(WeekendProblems.weekend(300, seed));
        Relatedness relatedness = new Relatedness(in);
        Neighbours neighbours = new Neighbours(in);

        for (GroupFact group : in.groups) {
            List<GroupFact> expected = new ArrayList<>(in.groups);
            expected.sort(Comparator.<GroupFact>comparingDouble(other -> other == group
                            ? -1
                            : relatedness.seconds(group.from, other.from)
                                    + relatedness.seconds(group.to, other.to)
                                    + relatedness.daysApart(group, other))
                    .thenComparingInt(other -> other.index));
            assertThat(neighbours.of(group)).containsExactlyElementsOf(expected.subList(0, 100));
        }
    }
}
