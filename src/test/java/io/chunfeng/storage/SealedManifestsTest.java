package io.chunfeng.storage;

import static io.chunfeng.storage.ManifestWorld.COUNTY;
import static io.chunfeng.storage.ManifestWorld.GROUP;
import static io.chunfeng.storage.ManifestWorld.OTHER_COUNTY;
import static io.chunfeng.storage.ManifestWorld.OTHER_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.manifest.BrokenManifestException;
import io.chunfeng.manifest.KilledRotation;
import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.ManifestKeysException.Reason;
import io.chunfeng.manifest.ManifestRow;
import io.chunfeng.manifest.OpeningReason;
import io.chunfeng.manifest.PassengerRole;
import io.chunfeng.manifest.TestPersons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests at rest: what the database holds, and what becomes of it without the keys, with other ones, with new ones. */
class SealedManifestsTest {
    private static final int FIRST = 1;
    private static final int LAST = 20;

    @TempDir
    private Path folder;

    private ManifestWorld world;

    @BeforeEach
    void open() {
        world = new ManifestWorld(folder);
        world.put(COUNTY, GROUP, TestPersons.workers(FIRST, LAST + 1));
        world.put(OTHER_COUNTY, OTHER_GROUP, List.of(TestPersons.person(30, PassengerRole.ESCORT, true)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void noTableHoldsANameNumberOrPhone() {
        List<byte[]> content = new ArrayList<>();
        for (String table : world.database
                .sql()
                .sql("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()) {
            world.database.sql().sql("SELECT t::text FROM " + table + " t").query(String.class).list().stream()
                    .map(row -> row.getBytes(StandardCharsets.UTF_8))
                    .forEach(content::add);
        }
        world.database
                .sql()
                .sql("SELECT sealed || coalesce(document_index, '') FROM manifest_passenger")
                .query((row, i) -> row.getBytes(1))
                .list()
                .forEach(content::add);
        assertThat(content).hasSizeGreaterThan(50);
        for (int i = FIRST; i <= LAST; i++) {
            for (String secret : List.of(TestPersons.name(i), TestPersons.id(i), TestPersons.phone(i))) {
                assertThat(content).noneMatch(bytes -> contains(bytes, secret));
            }
        }
        assertThat(content).anyMatch(bytes -> contains(bytes, GROUP));
    }

    private static boolean contains(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.UTF_8).contains(text)
                || new String(bytes, StandardCharsets.UTF_16BE).contains(text)
                || new String(bytes, StandardCharsets.ISO_8859_1)
                        .contains(java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void withoutTheKeyFileManifestsStayClosedAndCountsGoOn() throws IOException {
        Path elsewhere = folder.resolve("backup");
        Files.move(world.keyFile, elsewhere);
        assertRefused(Reason.MISSING);
        assertThat(world.manifests.counts(List.of(GROUP, OTHER_GROUP)))
                .containsEntry(GROUP, new ManifestCounts(20, 0, 0))
                .containsEntry(OTHER_GROUP, new ManifestCounts(1, 0, 1));
        assertThat(world.keyFile).doesNotExist();
        Files.move(elsewhere, world.keyFile);
        assertThat(names(GROUP)).hasSize(20).contains(TestPersons.name(1));
    }

    @Test
    void withOtherKeysTheyStayClosedAndNothingIsOverwritten() throws IOException {
        String own = Files.readString(world.keyFile);
        try (ManifestWorld foreign = new ManifestWorld(folder.resolve("foreign"))) {
            foreign.put(COUNTY, GROUP, TestPersons.workers(1, 2));
            Files.copy(foreign.keyFile, world.keyFile, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertRefused(Reason.WRONG);
        Files.writeString(world.keyFile, "x");
        assertRefused(Reason.UNREADABLE);
        Files.writeString(world.keyFile, own);
        assertThat(names(GROUP)).hasSize(20);
    }

    private void assertRefused(Reason reason) {
        for (Runnable attempt : List.<Runnable>of(
                () -> world.manifests.masked(COUNTY.viewer(), GROUP),
                () -> world.manifests.opened(COUNTY, GROUP, OpeningReason.CHECKING),
                () -> world.put(COUNTY, GROUP, TestPersons.workers(1, 2)),
                () -> world.keys.check(),
                () -> world.keys.rotate())) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOfSatisfying(
                            ManifestKeysException.class,
                            e -> assertThat(e.reason()).isEqualTo(reason))
                    .hasMessageContaining(world.keyFile.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the content of two rows of one group exchanged
                """
                UPDATE manifest_passenger p SET sealed = o.sealed FROM manifest_passenger o
                WHERE p.group_id = 'G1' AND o.group_id = 'G1' AND p.position + o.position = 1
                """,
                // a row moved to another group
                "UPDATE manifest_passenger SET group_id = 'G1', position = 99 WHERE group_id = 'G2'",
                // one byte
                "UPDATE manifest_passenger SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE group_id = 'G1'"
            })
    void rowsThatWereTamperedWithDoNotOpen(String tampering) {
        assertThat(world.database.sql().sql(tampering).update()).isPositive();
        assertThatThrownBy(() -> names(GROUP))
                .isInstanceOf(BrokenManifestException.class)
                .hasMessageContaining(GROUP);
        world.put(COUNTY, GROUP, TestPersons.workers(1, 3));
        assertThat(names(GROUP)).hasSize(2);
    }

    @Test
    void aRotationSealsEverythingAnewAndForgetsTheOldKeys() throws IOException {
        String old = Files.readString(world.keyFile);
        List<byte[]> before = sealed();
        assertThat(world.keys.rotate()).isEqualTo(21);
        assertThat(sealed()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        assertThat(names(GROUP)).hasSize(20).contains(TestPersons.name(1));
        assertThat(Files.readString(world.keyFile)).isNotEqualTo(old);
        String renewed = Files.readString(world.keyFile);
        Files.writeString(world.keyFile, old);
        assertRefused(Reason.WRONG);
        Files.writeString(world.keyFile, renewed);
        assertThat(world.keys.finishRotation()).isZero();
        world.put(COUNTY, GROUP, TestPersons.workers(30, 31));
        assertThat(world.manifests.masked(COUNTY.viewer(), GROUP).twice()).isEqualTo(1);
    }

    /** Killed after the new keys were written: everything works, and the next start finishes. */
    @Test
    void aRotationThatWasKilledIsFinished() {
        KilledRotation.afterWritingKeys(world.keyFile);
        assertThat(names(GROUP)).hasSize(20);
        world.changes.add(COUNTY, GROUP, 1, TestPersons.worker(30));
        assertThat(world.manifests.masked(COUNTY.viewer(), GROUP).twice()).isEqualTo(1);
        assertThat(world.keys.finishRotation()).isEqualTo(22);
        assertThat(world.manifests.masked(COUNTY.viewer(), GROUP).twice()).isEqualTo(1);
        assertThat(world.keys.finishRotation()).isZero();
    }

    @Test
    void keysAreMadeAtFirstNeedOnly() throws IOException {
        try (ManifestWorld empty = new ManifestWorld(folder.resolve("empty"))) {
            assertThat(empty.manifests.masked(COUNTY.viewer(), GROUP).rows()).isEmpty();
            empty.keys.check();
            assertThat(empty.keys.rotate()).isZero();
            assertThat(empty.keyFile).doesNotExist();
            empty.put(COUNTY, GROUP, TestPersons.workers(1, 2));
            assertThat(empty.keyFile).exists();
            // all of it deleted: keys that are lost then are not missed
            empty.put(COUNTY, GROUP, List.of());
            Files.delete(empty.keyFile);
            empty.put(COUNTY, GROUP, TestPersons.workers(1, 3));
            assertThat(empty.manifests.masked(COUNTY.viewer(), GROUP).rows()).hasSize(2);
        }
    }

    private List<String> names(String groupId) {
        return world.manifests.opened(COUNTY, groupId, OpeningReason.CHECKING).rows().stream()
                .map(ManifestRow::name)
                .toList();
    }

    private List<byte[]> sealed() {
        return world.database
                .sql()
                .sql("SELECT sealed FROM manifest_passenger")
                .query((row, i) -> row.getBytes(1))
                .list();
    }
}
