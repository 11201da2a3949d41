package io.chunfeng.plan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chunfeng.plan.Change;
import io.chunfeng.plan.Changes;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of changes, against the full problem and its plan. */
class ChangesReaderTest {
    private static final PlanningProblem PROBLEM = FullFiles.problem(FullFiles.PROBLEM);
    private static final Plan PLAN = FullFiles.plan(FullFiles.PLAN);
    private static final Instant AS_OF = Instant.parse("2024-02-16T00:00:00Z");

    private static Changes read(String changes) {
        return whole("{\"format\":\"chunfeng-changes/1\",\"asOf\":\"2024-02-16T08:00:00+08:00\",\"changes\":[" + changes
                + "]}");
    }

    private static Changes whole(String json) {
        return ChangesReader.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "changes.json", PROBLEM, PLAN);
    }

    @Test
    void readsEveryKind() {
        Changes changes = read("""
                {"kind":"GROUP_RESIZED","groupId":"g1","headcount":25},
                {"kind":"GROUP_CANCELLED","groupId":"g1"},
                {"kind":"GROUP_LATE","groupId":"g1","earliestDeparture":"2024-02-17T10:00:00+08:00"},
                {"kind":"GROUP_ADDED","group":{"id":"g2","county":"140222","from":"a","to":"d","headcount":5,"priority":3,
                  "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-19T22:00:00+08:00"}},
                {"kind":"COACHES_LOST","poolId":"k1","coaches":3},
                {"kind":"COACH_FAILED","tripId":"c1","until":"2024-02-17T12:00:00+08:00"},
                {"kind":"SERVICE_CANCELLED","serviceId":"t1"},
                {"kind":"SERVICE_CANCELLED","serviceId":"f1"},
                {"kind":"TRIP_PINNED","tripId":"c1"}
                """);

        assertThat(changes.asOf()).isEqualTo(AS_OF);
        assertThat(changes.pinnedTrips()).containsExactly("c1");
        assertThat(changes.changes())
                .containsExactly(
                        new Change.GroupResized("g1", 25, 1),
                        new Change.GroupCancelled("g1"),
                        new Change.GroupLate(
                                "g1",
                                Instant.parse("2024-02-17T02:00:00Z"),
                                PROBLEM.groups().get(0).latestArrival()),
                        changes.changes().get(3),
                        new Change.CoachesLost(
                                "k1", 3, AS_OF, PROBLEM.coachPools().get(0).availableUntil()),
                        new Change.CoachFailed("c1", AS_OF, Instant.parse("2024-02-17T04:00:00Z")),
                        new Change.ServiceCancelled("t1"),
                        new Change.ServiceCancelled("f1"));
        assertThat(changes.changes().get(3))
                .isInstanceOfSatisfying(
                        Change.GroupAdded.class,
                        added -> assertThat(added.group().priority()).isEqualTo(3));
    }

    @Test
    void readsChangedRoads() {
        Changes changes = whole("""
                {"format":"chunfeng-changes/1","changes":[],"asOf":"2024-02-15T08:00:00+08:00",
                 "matrix":{"placeIds":["a","b","c","d"],
                  "metres":[[0,null,1,1],[1,0,1,1],[1,1,0,1],[1,1,1,0]],
                  "seconds":[[0,null,1,1],[1,0,1,1],[1,1,0,1],[1,1,1,0]]}}
                """);

        assertThat(changes.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.RoadsChanged.class,
                        roads -> assertThat(roads.matrix().reachable(0, 1)).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"GROUP_CANCELLED\",\"groupId\":\"nope\"} | .groupId",
                "{\"kind\":\"GROUP_CANCELLED\"} | .groupId",
                "{\"kind\":\"GROUP_CANCELLED\",\"groupId\":\"g1\",\"headcount\":3} | .headcount",
                "{\"kind\":\"GROUP_EATEN\",\"groupId\":\"g1\"} | .kind",
                "{\"kind\":\"GROUP_RESIZED\",\"groupId\":\"g1\",\"headcount\":0} | .headcount",
                "{\"kind\":\"GROUP_RESIZED\",\"groupId\":\"g1\",\"headcount\":2,\"wheelchairs\":3} | .wheelchairs",
                "{\"kind\":\"GROUP_LATE\",\"groupId\":\"g1\"} | .earliestDeparture",
                "{\"kind\":\"GROUP_LATE\",\"groupId\":\"g1\",\"latestArrival\":\"2024-02-17T04:59:59+08:00\"} | .latestArrival",
                "{\"kind\":\"GROUP_ADDED\",\"group\":{\"id\":\"g1\"}} | .group.id",
                "{\"kind\":\"COACHES_LOST\",\"poolId\":\"k1\",\"coaches\":4} | .coaches",
                "{\"kind\":\"COACHES_LOST\",\"poolId\":\"k9\",\"coaches\":1} | .poolId",
                "{\"kind\":\"COACH_FAILED\",\"tripId\":\"t1\"} | .tripId",
                "{\"kind\":\"SERVICE_CANCELLED\",\"serviceId\":\"c1\"} | .serviceId",
                "{\"kind\":\"TRIP_PINNED\",\"tripId\":7} | .tripId"
            })
    void namesTheFieldThatIsWrong(String change, String field) {
        FormatException e = catchThrowableOfType(FormatException.class, () -> read(change));

        assertThat(e.problems()).anyMatch(problem -> problem.jsonPath().equals("$.changes[0]" + field));
    }

    @Test
    void refusesAMomentBeforeTheProblemsOwn() {
        FormatException e = catchThrowableOfType(
                FormatException.class,
                () -> whole(
                        "{\"format\":\"chunfeng-changes/1\",\"asOf\":\"2024-02-15T07:59:59+08:00\",\"changes\":[]}"));

        assertThat(e.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.jsonPath()).isEqualTo("$.asOf"));
    }
}
