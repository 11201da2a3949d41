package io.chunfeng.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of states for every party: what is not written here is refused. */
class MovesTest {
    private static final Map<Party, Set<String>> ALLOWED = Map.of(
            Party.COUNTY,
            Set.of(
                    "new DRAFT",
                    "new SUBMITTED",
                    "DRAFT DRAFT",
                    "DRAFT SUBMITTED",
                    "DRAFT WITHDRAWN",
                    "SUBMITTED DRAFT",
                    "SUBMITTED SUBMITTED",
                    "SUBMITTED WITHDRAWN",
                    "ACCEPTED SUBMITTED",
                    "ACCEPTED WITHDRAWN",
                    "PLANNED SUBMITTED",
                    "PLANNED WITHDRAWN",
                    "WITHDRAWN DRAFT",
                    "WITHDRAWN SUBMITTED"),
            Party.DISPATCHER,
            Set.of(
                    "new SUBMITTED",
                    "new ACCEPTED",
                    "SUBMITTED DRAFT",
                    "SUBMITTED SUBMITTED",
                    "SUBMITTED ACCEPTED",
                    "ACCEPTED DRAFT",
                    "PLANNED DRAFT",
                    "PUBLISHED PUBLISHED",
                    "PUBLISHED WITHDRAWN"));

    /** What follows from facts: among the states of a group that is taken, there and back. */
    private static final List<String> TAKEN = List.of("ACCEPTED", "PLANNED", "PUBLISHED", "DEPARTED", "CLOSED");

    @ParameterizedTest
    @EnumSource(names = {"COUNTY", "DISPATCHER"})
    void nobodyMovesOtherwise(Party party) {
        assertThat(allowed(party)).isEqualTo(new TreeSet<>(ALLOWED.get(party)));
    }

    @Test
    void programMayWhatAnybodyMayAndWhatFollowsFromFacts() {
        Set<String> expected = new TreeSet<>();
        ALLOWED.values().forEach(expected::addAll);
        TAKEN.forEach(
                from -> TAKEN.stream().filter(to -> !to.equals(from)).forEach(to -> expected.add(from + " " + to)));

        assertThat(allowed(Party.PROGRAM)).isEqualTo(expected);
    }

    /** The naive reading: a county that sees its group may change it. Once workers have been told, it asks. */
    @Test
    void countyChangesNothingThatIsPublished() {
        assertThat(allowed(Party.COUNTY))
                .noneMatch(move -> move.startsWith("PUBLISHED")
                        || move.startsWith("DEPARTED")
                        || move.startsWith("CLOSED")
                        || move.endsWith("ACCEPTED"));
    }

    @ParameterizedTest
    @EnumSource
    void sourcesAreTheSameTableFromTheOtherSide(Party party) {
        List<String> moves = new ArrayList<>();
        for (GroupState to : GroupState.values()) {
            Moves.sources(party, to).forEach(from -> moves.add(from + " " + to));
        }
        assertThat(moves)
                .containsExactlyInAnyOrderElementsOf(allowed(party).stream()
                        .filter(move -> !move.startsWith("new"))
                        .toList());
    }

    private static Set<String> allowed(Party party) {
        Set<String> moves = Arrays.stream(GroupState.values())
                .flatMap(from -> Arrays.stream(GroupState.values())
                        .filter(to -> Moves.allowed(party, from, to))
                        .map(to -> from + " " + to))
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(GroupState.values())
                .filter(to -> Moves.allowed(party, null, to))
                .forEach(to -> moves.add("new " + to));
        return moves;
    }
}
