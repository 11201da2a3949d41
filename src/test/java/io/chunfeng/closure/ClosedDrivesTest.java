package io.chunfeng.closure;

import static io.chunfeng.closure.TwoMaps.A;
import static io.chunfeng.closure.TwoMaps.B;
import static io.chunfeng.closure.TwoMaps.C;
import static io.chunfeng.closure.TwoMaps.EIGHT;
import static io.chunfeng.closure.TwoMaps.FAR;
import static io.chunfeng.closure.TwoMaps.PLACES;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.Plan;
import io.chunfeng.road.Closure;
import io.chunfeng.road.RoadNetwork;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedDrivesTest {
    private TwoMaps maps;

    @BeforeEach
    void open(@TempDir Path folder) {
        maps = new TwoMaps(folder);
    }

    @AfterEach
    void close() {
        maps.close();
    }

    private static Instant minute(int minutes) {
        return EIGHT.plusSeconds(minutes * 60L);
    }

    private static Plan.Drive drive(Place from, Place to, int begin, int end) {
        return new Plan.Drive(minute(begin), minute(end), from.id(), to.id(), 100_000, true);
    }

    private static Plan plan(Plan.Event... events) {
        Plan.CoachTrip trip = new Plan.CoachTrip("C1", "K", 2, 1, 1, List.of(events), 1);
        return new Plan(
                "p",
                "quick.xml",
                1,
                null,
                EIGHT,
                List.of(trip),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    /** @param begin minutes after eight, as {@code end}; null: no end is known */
    private static Closure closure(int begin, Integer end) {
        return new Closure(
                new Closure.Area(Position.wgs84(112.5, 37.0), 500),
                minute(begin),
                end == null ? null : minute(end),
                "大雪");
    }

    private List<ClosedDrive> hit(Closure closure, RoadNetwork after, Plan.Event... events) {
        return new ClosedDrives(PLACES, maps.before, after).of(plan(events), closure);
    }

    @Test
    void aDetourAndADeadEnd() {
        assertThat(hit(
                        closure(0, null),
                        maps.after,
                        drive(A, B, 0, 60),
                        new Plan.Stop(minute(60), minute(70), B.id()),
                        drive(B, C, 70, 170)))
                .containsExactly(
                        new ClosedDrive("C1", "a", "b", minute(0), minute(60), true, false),
                        new ClosedDrive("C1", "b", "c", minute(70), minute(170), true, true));
    }

    @Test
    void onlyWhileItIsClosed() {
        Plan.Drive drive = drive(A, B, 60, 120);

        assertThat(hit(closure(0, 60), maps.after, drive)).isEmpty();
        assertThat(hit(closure(0, 61), maps.after, drive)).hasSize(1);
        assertThat(hit(closure(119, null), maps.after, drive)).hasSize(1);
        assertThat(hit(closure(120, null), maps.after, drive)).isEmpty();
    }

    /** A rest splits the drive, and only the second part lies within the closure: it is one drive, told once. */
    @Test
    void restsDoNotSplitADrive() {
        assertThat(hit(
                        closure(80, 90),
                        maps.after,
                        drive(A, B, 0, 30),
                        new Plan.Rest(minute(30), minute(50)),
                        drive(A, B, 50, 100)))
                .containsExactly(new ClosedDrive("C1", "a", "b", minute(0), minute(100), true, false));
    }

    /** There and there again: two drives between the same two places. */
    @Test
    void stopsDo() {
        assertThat(hit(
                        closure(0, null),
                        maps.after,
                        drive(A, B, 0, 60),
                        new Plan.Stop(minute(60), minute(70), B.id()),
                        drive(A, B, 70, 130)))
                .hasSize(2);
    }

    @Test
    void roadsThatStayOpenHitNobody() {
        assertThat(hit(closure(0, null), maps.before, drive(A, B, 0, 60))).isEmpty();
    }

    @Test
    void placesOffTheMapAreNotGuessedAt() {
        assertThat(hit(closure(0, null), maps.after, drive(FAR, B, 0, 60))).isEmpty();
    }
}
