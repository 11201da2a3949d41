package io.chunfeng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an alternative would break, told in the language of the page. */
class BrokenWordsTest {
    private static final Instant NINE = Instant.parse("2024-02-17T01:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of("SEATS", List.of(50, 48), "50 人乘坐 48 个座位", "50 people on 48 seats"),
                Arguments.of("WHEELCHAIRS", List.of(2, 1), "2 个轮椅使用 1 个轮椅位", "2 wheelchairs on 1 spaces"),
                Arguments.of(
                        "COACHES",
                        List.of(4, NINE, 0, 3),
                        "02-17 09:00 有 4 辆车在外，车队共 3 辆",
                        "4 coaches are away at 02-17 09:00, the pool has 3"),
                Arguments.of(
                        "COACHES",
                        List.of(4, NINE, 1, 4),
                        "02-17 09:00 有 4 辆车在外，1 辆停用，车队共 4 辆",
                        "4 coaches are away at 02-17 09:00 and 1 out of service, the pool has 4"),
                Arguments.of(
                        "AVAILABLE",
                        List.of(NINE, TEN, TEN, TEN),
                        "用车 02-17 09:00 至 02-17 10:00，车队可用时间为 02-17 10:00 至 02-17 10:00",
                        "the coach is away from 02-17 09:00 to 02-17 10:00, the pool runs from 02-17 10:00 to 02-17 10:00"),
                Arguments.of(
                        "LEAVES_EARLY",
                        List.of(NINE, TEN),
                        "02-17 09:00 出发，早于最早出发 02-17 10:00",
                        "leaves at 02-17 09:00, before 02-17 10:00"),
                Arguments.of(
                        "ARRIVES_LATE",
                        List.of(TEN, NINE),
                        "02-17 10:00 到达，晚于最晚到达 02-17 09:00",
                        "arrives at 02-17 10:00, after 02-17 09:00"),
                Arguments.of(
                        "MINIMUM", List.of(90, 100), "乘客 90 人，至少需要 100 人", "90 passengers, at least 100 are needed"),
                Arguments.of(
                        "CARRIAGES",
                        List.of(5, 1, 4),
                        "预订 5 节车厢，允许 1 至 4 节",
                        "5 carriages are booked, from 1 to 4 are admitted"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("violations")
    void figuresInBothLanguages(String key, List<Object> figures, String chinese, String english) {
        PlanningProblem problem = new Tiny().problem();
        Violation violation = new Violation(Rule.H01, "coach trip C1", "text of the checker", key, figures);

        assertThat(new VehicleWords(problem, Locale.SIMPLIFIED_CHINESE).broken(violation))
                .isEqualTo("H01 " + Rule.H01.zh() + "：" + chinese);
        assertThat(new VehicleWords(problem, Locale.ENGLISH).broken(violation))
                .isEqualTo("H01 " + Rule.H01.en() + ": " + english);
    }
}
