package io.chunfeng.closure;

import static io.chunfeng.closure.TwoMaps.A;
import static io.chunfeng.closure.TwoMaps.B;
import static io.chunfeng.closure.TwoMaps.C;
import static io.chunfeng.closure.TwoMaps.FAR;
import static io.chunfeng.closure.TwoMaps.PLACES;
import static io.chunfeng.closure.TwoMaps.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyChangesTest {
    private TwoMaps maps;

    @BeforeEach
    void open(@TempDir Path folder) {
        maps = new TwoMaps(folder);
    }

    @AfterEach
    void close() {
        maps.close();
    }

    private JourneyChanges changes(List<Group> groups) {
        return JourneyChanges.of(groups, PLACES, maps.before, maps.after);
    }

    @Test
    void nameTheLongerAndTheCutOff() {
        JourneyChanges changes = changes(List.of(
                group("g1", A, B, 20, Mode.COACH),
                group("g2", A, B, 30, Mode.COACH, Mode.RAIL),
                group("g3", C, A, 7, Mode.COACH),
                group("g4", B, C, 9, Mode.COACH)));

        assertThat(changes.looked()).isEqualTo(3);
        assertThat(changes.longer()).singleElement().satisfies(change -> {
            assertThat(change)
                    .isEqualTo(new JourneyChange(A, B, 2, 50, new Way(100_000, 3600), new Way(130_000, 7200)));
            assertThat(change.moreMetres()).isEqualTo(30_000);
            assertThat(change.moreSeconds()).isEqualTo(3600);
        });
        assertThat(changes.cutOff())
                .containsExactly(
                        new JourneyChange(B, C, 1, 9, new Way(150_000, 6000), null),
                        new JourneyChange(C, A, 1, 7, new Way(250_000, 9600), null))
                .allMatch(JourneyChange::cutOff);
    }

    @Test
    void groupsThatNeverGoByCoachAreNoJourneysByRoad() {
        assertThat(changes(List.of(group("g1", A, B, 20, Mode.RAIL, Mode.AIR))))
                .isEqualTo(new JourneyChanges(0, List.of(), List.of()));
    }

    @Test
    void placesOffTheMapAreLeftOut() {
        assertThat(changes(List.of(group("g1", FAR, B, 20, Mode.COACH), group("g2", C, B, 20, Mode.COACH))))
                .satisfies(changes -> assertThat(changes.looked()).isEqualTo(1))
                .satisfies(changes -> assertThat(changes.cutOff()).hasSize(1));
    }

    @Test
    void theSameRoadsChangeNothing() {
        assertThat(JourneyChanges.of(
                        List.of(group("g1", A, B, 20, Mode.COACH), group("g2", C, B, 20, Mode.COACH)),
                        PLACES,
                        maps.after,
                        maps.after))
                .isEqualTo(new JourneyChanges(2, List.of(), List.of()));
    }

    /** More than four hundred go through one matrix, which must say the same. */
    @Test
    void manyJourneysSayTheSameAsFew() {
        Map<String, Place> places = new HashMap<>(PLACES);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < 401; i++) {
            Place near = new Place("n" + i, "近" + i, "140100", Position.wgs84(112.0 + i / 1e5, 37.0));
            places.put(near.id(), near);
            groups.add(group("g" + i, near, i % 2 == 0 ? B : C, 10, Mode.COACH));
        }
        JourneyChanges all = JourneyChanges.of(groups, places, maps.before, maps.after);
        JourneyChanges some = JourneyChanges.of(groups.subList(0, 400), places, maps.before, maps.after);

        assertThat(all.looked()).isEqualTo(401);
        assertThat(all.longer()).hasSize(201);
        assertThat(all.cutOff()).hasSize(200);
        assertThat(some.longer()).hasSize(200).isSubsetOf(all.longer());
        assertThat(some.cutOff()).containsExactlyElementsOf(all.cutOff());
    }
}
