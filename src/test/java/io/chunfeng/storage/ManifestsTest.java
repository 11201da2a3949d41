package io.chunfeng.storage;

import static io.chunfeng.storage.ManifestWorld.COUNTY;
import static io.chunfeng.storage.ManifestWorld.DISPATCHER;
import static io.chunfeng.storage.ManifestWorld.GROUP;
import static io.chunfeng.storage.ManifestWorld.HOMEWARD;
import static io.chunfeng.storage.ManifestWorld.OTHER_COUNTY;
import static io.chunfeng.storage.ManifestWorld.OTHER_GROUP;
import static io.chunfeng.storage.ManifestWorld.SHUOZHOU;
import static io.chunfeng.storage.ManifestWorld.TAIYUAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.account.AuditLog.Entry;
import io.chunfeng.account.Role;
import io.chunfeng.demand.GroupState;
import io.chunfeng.manifest.Asker;
import io.chunfeng.manifest.Manifest;
import io.chunfeng.manifest.ManifestClosedException;
import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.ManifestMatch;
import io.chunfeng.manifest.ManifestRow;
import io.chunfeng.manifest.ManifestRow.Elsewhere;
import io.chunfeng.manifest.NoSuchManifestException;
import io.chunfeng.manifest.OpeningReason;
import io.chunfeng.manifest.Passenger;
import io.chunfeng.manifest.PassengerRole;
import io.chunfeng.manifest.SharedPassengers;
import io.chunfeng.manifest.StaleManifestException;
import io.chunfeng.manifest.TestPersons;
import io.chunfeng.manifest.TwiceInManifestException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may open and change which manifest, what is recorded, who is found twice, and that nothing is lost. */
class ManifestsTest {
    @TempDir
    private Path folder;

    private ManifestWorld world;

    @BeforeEach
    void open() {
        world = new ManifestWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void countsAreComparedWithTheGroup() {
        assertThat(shown(GROUP).match()).isEqualTo(ManifestMatch.NONE);
        world.put(COUNTY, GROUP, TestPersons.workers(1, 20));
        assertThat(shown(GROUP).match()).isEqualTo(ManifestMatch.SHORT);
        world.changes.add(COUNTY, GROUP, 1, TestPersons.person(20, PassengerRole.ESCORT, false));
        assertThat(shown(GROUP).match()).isEqualTo(ManifestMatch.WHEELCHAIRS);
        // on a lap: in no headcount
        world.changes.add(COUNTY, GROUP, 2, new Passenger("测试婴", null, null, PassengerRole.INFANT, false, ""));
        UUID first = shown(GROUP).rows().get(0).id();
        world.changes.correct(COUNTY, GROUP, 3, first, TestPersons.person(1, PassengerRole.WORKER, true));
        assertThat(shown(GROUP).match()).isEqualTo(ManifestMatch.COMPLETE);
        assertThat(world.manifests.counts(List.of(GROUP, OTHER_GROUP)))
                .containsOnly(java.util.Map.entry(GROUP, new ManifestCounts(20, 1, 1)));
        world.changes.add(COUNTY, GROUP, 4, TestPersons.worker(40));
        assertThat(shown(GROUP).match()).isEqualTo(ManifestMatch.OVER);
    }

    @Test
    void rowsKeepTheirOrderAndTheirIds() {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 4));
        List<UUID> ids = ids();
        world.changes.correct(COUNTY, GROUP, 1, ids.get(1), TestPersons.worker(50));
        world.changes.remove(COUNTY, GROUP, 2, ids.get(0));
        world.changes.add(COUNTY, GROUP, 3, TestPersons.worker(51));
        assertThat(ids()).startsWith(ids.get(1), ids.get(2)).hasSize(3);
        assertThat(names(world.manifests.opened(COUNTY, GROUP, OpeningReason.CHECKING)))
                .containsExactly(TestPersons.name(50), TestPersons.name(3), TestPersons.name(51));
        for (UUID gone : List.of(ids.get(0), UUID.randomUUID())) {
            assertThatThrownBy(() -> world.changes.remove(COUNTY, GROUP, 4, gone))
                    .isInstanceOf(NoSuchManifestException.class);
        }
    }

    @Test
    void nobodyIsTwiceInOneManifest() {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 4));
        List<Passenger> twice = new ArrayList<>(TestPersons.workers(5, 9));
        twice.add(TestPersons.worker(5));
        assertThatThrownBy(() -> world.put(COUNTY, GROUP, twice)).isInstanceOf(TwiceInManifestException.class);
        assertThatThrownBy(() -> world.changes.add(COUNTY, GROUP, 1, TestPersons.worker(2)))
                .isInstanceOf(TwiceInManifestException.class);
        assertThatThrownBy(() -> world.changes.correct(COUNTY, GROUP, 1, ids().get(0), TestPersons.worker(2)))
                .isInstanceOf(TwiceInManifestException.class);
        assertThat(shown(GROUP).version()).isEqualTo(1);
        assertThat(shown(GROUP).rows()).hasSize(3);
    }

    @Test
    void whatIsMaskedIsMaskedAndWhatIsOpenIsRecorded() {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 4));
        ManifestRow masked = shown(GROUP).rows().get(0);
        assertThat(masked.name()).isEqualTo("测****");
        assertThat(masked.number()).matches("149\\*{11}.{4}");
        assertThat(masked.age()).isNull();
        assertThat(recorded()).isEqualTo(List.of("manifest.uploaded G1 0 → 3 xian-140107"));
        ManifestRow open = world.manifests
                .opened(DISPATCHER, GROUP, OpeningReason.TICKETS)
                .rows()
                .get(0);
        assertThat(open.number()).isEqualTo(TestPersons.id(1));
        assertThat(open.age()).isEqualTo(123);
        world.manifests.exported(COUNTY, GROUP, OpeningReason.ROLL_CALL);
        assertThat(world.manifests.opened(COUNTY, GROUP, open.id())).isEqualTo(TestPersons.worker(1));
        assertThat(recorded())
                .containsExactly(
                        "manifest.opened G1 1 CORRECTION xian-140107",
                        "manifest.exported G1 3 ROLL_CALL xian-140107",
                        "manifest.opened G1 3 TICKETS diaodu",
                        "manifest.uploaded G1 0 → 3 xian-140107");
    }

    @Test
    void onlyTheOwnCountyAndDispatchersOpenOneAndOnlyTheCountyChangesIt() {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 4));
        UUID row = ids().get(0);
        assertThat(world.manifests.masked(DISPATCHER.viewer(), GROUP).writable())
                .isFalse();
        List<Asker> nobody = new ArrayList<>(List.of(OTHER_COUNTY));
        for (Role role : List.of(Role.REPORTER, Role.ADMINISTRATOR, Role.RECEIVER)) {
            nobody.add(ManifestWorld.asker("a", role));
        }
        for (Asker asker : nobody) {
            assertNoSuch(() -> world.manifests.masked(asker.viewer(), GROUP));
            assertNoSuch(() -> world.manifests.opened(asker, GROUP, OpeningReason.CHECKING));
            assertNoSuch(() -> world.manifests.exported(asker, GROUP, OpeningReason.CHECKING));
        }
        nobody.add(DISPATCHER);
        for (Asker asker : nobody) {
            assertNoSuch(() -> world.manifests.opened(asker, GROUP, row));
            assertNoSuch(() -> world.changes.replace(asker, GROUP, 1, List.of()));
            assertNoSuch(() -> world.changes.add(asker, GROUP, 1, TestPersons.worker(9)));
            assertNoSuch(() -> world.changes.correct(asker, GROUP, 1, row, TestPersons.worker(9)));
            assertNoSuch(() -> world.changes.remove(asker, GROUP, 1, row));
        }
        assertNoSuch(() -> world.manifests.masked(COUNTY.viewer(), "G-unknown"));
        assertNoSuch(() -> world.manifests.conflicts(
                ManifestWorld.asker("a", Role.ADMINISTRATOR).viewer()));
        assertThat(shown(GROUP).rows()).hasSize(3);
    }

    private static void assertNoSuch(Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOf(NoSuchManifestException.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @EnumSource(
            value = GroupState.class,
            names = {"DEPARTED", "CLOSED"})
    void whatHasLeftIsReadAndNotChanged(GroupState state) {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 4));
        world.move(GROUP, state);
        assertThatThrownBy(() -> world.changes.add(COUNTY, GROUP, 1, TestPersons.worker(9)))
                .isInstanceOf(ManifestClosedException.class);
        assertThat(shown(GROUP).rows()).hasSize(3);
        assertThat(shown(GROUP).writable()).isFalse();
    }

    @Test
    void aWithdrawnGroupLosesItsManifestAtOnce() {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 4));
        world.put(OTHER_COUNTY, OTHER_GROUP, TestPersons.workers(5, 6));
        world.move(GROUP, GroupState.WITHDRAWN);
        assertThat(world.rows.find(GROUP)).isEmpty();
        assertThat(world.database
                        .sql()
                        .sql("SELECT count(*) FROM manifest_passenger")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> world.changes.add(COUNTY, GROUP, 0, TestPersons.worker(9)))
                .isInstanceOf(ManifestClosedException.class);
    }

    @Test
    void ofTwoUploadsAtOnceOneIsTakenAndTheOtherIsTold() throws Exception {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 4));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> uploads = new ArrayList<>();
            for (int from : List.of(100, 200)) {
                Callable<Boolean> upload = () -> {
                    together.await(10, TimeUnit.SECONDS);
                    try {
                        world.changes.replace(COUNTY, GROUP, 1, TestPersons.workers(from, from + 15));
                        return true;
                    } catch (StaleManifestException e) {
                        return false;
                    }
                };
                uploads.add(threads.submit(upload));
            }
            assertThat(List.of(uploads.get(0).get(), uploads.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
        Manifest manifest = world.manifests.opened(COUNTY, GROUP, OpeningReason.CHECKING);
        assertThat(manifest.version()).isEqualTo(2);
        assertThat(names(manifest))
                .hasSize(15)
                .isSubsetOf(
                        names(manifest).contains(TestPersons.name(100))
                                ? TestPersons.workers(100, 115).stream()
                                        .map(Passenger::name)
                                        .toList()
                                : TestPersons.workers(200, 215).stream()
                                        .map(Passenger::name)
                                        .toList());
        assertThatThrownBy(() -> world.changes.add(COUNTY, GROUP, 1, TestPersons.worker(9)))
                .isInstanceOf(StaleManifestException.class);
    }

    @Test
    void firstUploadsAtOnceAreNoDifferent() {
        world.changes.replace(COUNTY, GROUP, 0, TestPersons.workers(1, 4));
        assertThatThrownBy(() -> world.rows.save(GROUP, 0, ManifestCounts.NONE, List.of(), "x"))
                .isInstanceOf(StaleManifestException.class);
        assertThat(shown(GROUP).rows()).hasSize(3);
    }

    @Test
    void aCountyLearnsWhichCountyAndWhichDayAndADispatcherBothGroups() {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 6));
        world.put(OTHER_COUNTY, OTHER_GROUP, TestPersons.workers(5, 9));
        Manifest mine = shown(GROUP);
        assertThat(mine.twice()).isEqualTo(1);
        assertThat(mine.rows().get(4).elsewhere())
                .containsExactly(new Elsewhere(null, SHUOZHOU, LocalDate.of(2024, 2, 18)));
        assertThat(world.manifests
                        .masked(OTHER_COUNTY.viewer(), OTHER_GROUP)
                        .rows()
                        .get(0)
                        .elsewhere())
                .containsExactly(new Elsewhere(null, TAIYUAN, LocalDate.of(2024, 2, 17)));
        assertThat(world.manifests
                        .masked(DISPATCHER.viewer(), GROUP)
                        .rows()
                        .get(4)
                        .elsewhere())
                .containsExactly(new Elsewhere(OTHER_GROUP, SHUOZHOU, LocalDate.of(2024, 2, 18)));
        List<SharedPassengers> pairs = world.manifests.conflicts(DISPATCHER.viewer());
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).passengers()).isEqualTo(1);
        assertThat(List.of(pairs.get(0).one().groupId(), pairs.get(0).other().groupId()))
                .containsExactly(GROUP, OTHER_GROUP);
        assertThat(world.manifests.conflicts(OTHER_COUNTY.viewer())).hasSize(1);
        assertThat(world.manifests.conflicts(ManifestWorld.county("140105").viewer()))
                .isEmpty();
        // once the other county has taken them off, nobody is told any more
        world.put(OTHER_COUNTY, OTHER_GROUP, TestPersons.workers(6, 9));
        assertThat(shown(GROUP).twice()).isZero();
    }

    @Test
    void homeAndBackIsNoConflict() {
        world.put(COUNTY, GROUP, TestPersons.workers(1, 6));
        world.put(COUNTY, HOMEWARD, TestPersons.workers(1, 6));
        assertThat(shown(GROUP).twice()).isZero();
        assertThat(world.manifests.conflicts(DISPATCHER.viewer())).isEmpty();
    }

    @Test
    void inAGroupOfOnesOwnTheGroupIsNamed() {
        LocalDate day = LocalDate.of(2024, 2, 20);
        world.database.demand().save(List.of(ManifestWorld.group("G4", TAIYUAN, "P1", "P3", day)));
        world.put(COUNTY, GROUP, TestPersons.workers(1, 3));
        world.put(COUNTY, "G4", TestPersons.workers(2, 4));
        assertThat(shown(GROUP).rows().get(1).elsewhere()).containsExactly(new Elsewhere("G4", TAIYUAN, day));
    }

    @Test
    void fiveHundredPersonsAreNoMatter() {
        world.put(COUNTY, GROUP, TestPersons.workers(0, 500));
        world.changes.remove(COUNTY, GROUP, 1, ids().get(250));
        assertThat(world.manifests
                        .opened(DISPATCHER, GROUP, OpeningReason.EMERGENCY)
                        .rows())
                .hasSize(499)
                .extracting(ManifestRow::number)
                .doesNotHaveDuplicates();
    }

    private Manifest shown(String groupId) {
        return world.manifests.masked(COUNTY.viewer(), groupId);
    }

    private List<UUID> ids() {
        return shown(GROUP).rows().stream().map(ManifestRow::id).toList();
    }

    private static List<String> names(Manifest manifest) {
        return manifest.rows().stream().map(ManifestRow::name).toList();
    }

    /** Newest first. */
    private List<String> recorded() {
        return world.database.audit().entries(null, null, 100, 0).stream()
                .map((Entry e) -> e.action() + " " + e.subject() + " " + e.detail() + " " + e.actor())
                .toList();
    }
}
