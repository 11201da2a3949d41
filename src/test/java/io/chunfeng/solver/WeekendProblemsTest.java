package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.plan.format.ProblemWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekendProblemsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 150, 700})
    void hasSoManyGroupsAndIsReadBackTheSame(int groups) throws IOException {
        PlanningProblem problem = WeekendProblems.weekend(groups, 5);
        Path file = folder.resolve("problem.json");
        Files.write(file, bytes(problem));

        assertThat(problem.groups()).hasSize(groups);
        assertThat(bytes(ProblemReader.read(file))).isEqualTo(bytes(problem));
    }

    @Test
    void sameSeedGivesTheSameProblemAndAnotherSeedAnother() throws IOException {
        assertThat(bytes(WeekendProblems.weekend(60, 3))).isEqualTo(bytes(WeekendProblems.weekend(60, 3)));
        assertThat(WeekendProblems.weekend(60, 3).groups())
                .isNotEqualTo(WeekendProblems.weekend(60, 4).groups());
    }

    @Test
    void groupsAreOfTheSizesOfTheDemonstration() {
        List<Integer> sizes = WeekendProblems.weekend(6_000, 1).groups().stream()
                .map(Group::headcount)
                .toList();

        assertThat(sizes).allMatch(size -> size >= 5 && size <= 500);
        assertThat(sizes.stream().filter(size -> size < 20).count() / 6_000.0).isBetween(0.53, 0.6);
        assertThat(sizes.stream().filter(size -> size > 60).count() / 6_000.0).isBetween(0.08, 0.12);
    }

    @Test
    void peakDayIsThatOfALargeProvince() {
        PlanningProblem problem = WeekendProblems.peakDay(1);

        assertThat(persons(problem)).isEqualTo(36_000);
        assertThat(problem.groups().stream().map(Group::county).distinct()).hasSizeBetween(110, 121);
        assertThat(problem.groups().stream()
                        .map(group -> group.county().substring(0, 4))
                        .distinct())
                .hasSize(14);
        assertThat(problem.coachPools().stream().mapToInt(CoachPool::count).sum())
                .isBetween(750, 1_100);
        assertThat(problem.trainServices()).hasSizeBetween(6, 30);
        assertThat(problem.flights()).hasSizeBetween(3, 12);
    }

    @Test
    void peakWeekIsThatOfTheNation() {
        PlanningProblem problem = WeekendProblems.peakWeek(1);

        assertThat(persons(problem)).isEqualTo(1_300_000);
        assertThat(problem.groups()).hasSizeBetween(30_000, 40_000);
        assertThat(problem.groups().stream().map(Group::county).distinct()).hasSizeBetween(2_700, 2_800);
        assertThat(problem.groups().stream().map(Group::to).distinct()).hasSizeBetween(300, 330);
        assertThat(problem.matrix().size()).isEqualTo(problem.places().size());
    }

    /** Ways are as long and as fast as roads are: a triangle saves next to nothing, both directions nearly agree. */
    @Test
    void waysAreLikeRoads() {
        PlanningProblem problem = WeekendProblems.weekend(40, 9);
        int[][] metres = problem.matrix().metres();
        int[][] seconds = problem.matrix().seconds();
        int size = problem.matrix().size();
        for (int a = 0; a < size; a++) {
            assertThat(metres[a][a]).isZero();
            for (int b = 0; b < size; b++) {
                if (a == b) {
                    continue;
                }
                assertThat(metres[a][b] * 3.6 / seconds[a][b]).isBetween(35.0, 95.0);
                assertThat((double) metres[a][b] / metres[b][a]).isBetween(0.95, 1.05);
                assertThat(problem.matrix().expressway()[a][b]).isBetween(0.0, 0.98);
                for (int c = 0; c < size; c++) {
                    assertThat(metres[a][c] + metres[c][b]).isGreaterThan((int) (0.85 * metres[a][b]));
                }
            }
        }
    }

    /** Nobody is left for want of a coach of the own prefecture, and no prefecture could send everybody at its ease. */
    @Test
    void coachesOfEveryPrefectureSufficeButNotByFar() {
        PlanningProblem problem = WeekendProblems.peakDay(2);
        Map<String, Integer> seats = problem.coachPools().stream()
                .collect(Collectors.groupingBy(
                        CoachPool::homePrefecture,
                        Collectors.summingInt(pool -> pool.count() * (pool.approvedSeats() - 2))));
        Map<String, Integer> persons = problem.groups().stream()
                .collect(Collectors.groupingBy(
                        group -> group.county().substring(0, 4), Collectors.summingInt(Group::headcount)));

        persons.forEach((prefecture, count) -> assertThat((double) seats.get(prefecture) / count)
                .as(prefecture)
                .isBetween(1.0, 1.3));
    }

    private static int persons(PlanningProblem problem) {
        return problem.groups().stream().mapToInt(Group::headcount).sum();
    }

    private static byte[] bytes(PlanningProblem problem) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProblemWriter.write(problem, out);
        return out.toByteArray();
    }
}
