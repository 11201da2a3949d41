package io.chunfeng.road;

import static io.chunfeng.road.Fixtures.A;
import static io.chunfeng.road.Fixtures.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A map opened in the background, held at one of its stages by who listens. */
@Timeout(60)
class OpeningNetworkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Set<OpeningStage> stages = Collections.synchronizedSet(new LinkedHashSet<>());

    @ParameterizedTest
    @EnumSource
    void refusesInWordsUntilItIsReadyAndAnswersThen(GraphStorage storage) throws Exception {
        Held held = new Held(OpeningStage.PREPARING);
        try (OpeningNetwork roads = open(tables(), storage, held)) {
            held.awaitReached();
            assertThat(roads.preparing()).isTrue();
            assertThat(roads.opening().stage()).isEqualTo(OpeningStage.PREPARING);
            assertThat(roads.opening().percent()).as("the engine does not tell").isEqualTo(-1);
            assertThat(roads.description()).isEqualTo("trunk network map");
            assertThatThrownBy(roads::mapSha256).isInstanceOf(MapNotReadyException.class);
            assertThatThrownBy(() -> roads.matrix(List.of(A, B))).isInstanceOf(MapNotReadyException.class);
            assertThat(roads.await(Duration.ofMillis(1))).isFalse();

            List<Opening> told = new ArrayList<>();
            roads.whenOver(told::add);
            assertThat(told).isEmpty();
            held.release();

            assertThat(roads.await(PATIENCE)).isTrue();
            assertThat(roads.preparing()).isFalse();
            assertThat(roads.matrix(List.of(A, B)).metres()[0][1]).isEqualTo(130_000);
            roads.whenOver(told::add);
            assertThat(told.get(told.size() - 1).state()).isEqualTo(Opening.State.READY);
        }
    }

    @Test
    void stagesComeInOrderAndAPreparedGraphIsOnlyCheckedAndLoaded() throws Exception {
        openFully(extract());
        assertThat(stages)
                .containsExactly(
                        OpeningStage.CHECKING,
                        OpeningStage.READING,
                        OpeningStage.SORTING,
                        OpeningStage.INDEXING,
                        OpeningStage.PREPARING,
                        OpeningStage.SAVING);
        stages.clear();

        openFully(extract());
        assertThat(stages).containsExactly(OpeningStage.CHECKING, OpeningStage.LOADING);
    }

    /** The engine's reader takes the interrupt for the end of the file: the rest must not be taken for the map. */
    @ParameterizedTest
    @EnumSource(
            value = OpeningStage.class,
            names = {"READING", "SORTING", "INDEXING", "PREPARING", "SAVING"})
    void closedHalfWayItLeavesNothingThatIsTakenForAGraph(OpeningStage stage) throws Exception {
        for (GraphStorage storage : GraphStorage.values()) {
            Held held = new Held(stage);
            OpeningNetwork roads = open(extract(), storage, held);
            held.awaitReached();

            roads.close();

            Fixtures.assertNoGraphIn(folder.resolve("graphs"));
            assertThatThrownBy(roads::mapSha256).isInstanceOf(MapNotReadyException.class);
        }
        assertThat(metres(openFully(extract()))).isEqualTo(8_880);
    }

    @Test
    void whatCanBeToldInAMomentIsToldAtOnce() throws IOException {
        Path cutOff = folder.resolve("cut.osm.pbf");
        byte[] whole = Files.readAllBytes(extract().path());
        Files.write(cutOff, Arrays.copyOf(whole, whole.length - 5));

        assertThatThrownBy(() -> open(MapSource.find(folder, cutOff), GraphStorage.RAM, OpeningListener.NONE))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("cut off");
        MapSource wrongLine = Fixtures.tables(folder.resolve("map"), Fixtures.PLACES, List.of("from,to", "A,B"));
        assertThatThrownBy(() -> open(wrongLine, GraphStorage.RAM, OpeningListener.NONE))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("links.csv line 1");
        assertThat(folder.resolve("graphs")).doesNotExist();
    }

    @Test
    void aFailedImportAnswersWithItsReasonForEver() throws Exception {
        Path spoilt = folder.resolve("spoilt.osm.pbf");
        byte[] bytes = Files.readAllBytes(extract().path());
        Arrays.fill(bytes, TinyPbf.HEAD_BYTES + 40, bytes.length - 1, (byte) 0x7f);
        Files.write(spoilt, bytes);
        try (OpeningNetwork roads = open(MapSource.find(folder, spoilt), GraphStorage.RAM, OpeningListener.NONE)) {
            assertThatThrownBy(() -> roads.await(PATIENCE))
                    .isInstanceOf(MapFormatException.class)
                    .hasMessageContaining("spoilt.osm.pbf")
                    .hasMessageContaining("cannot be imported");
            assertThat(roads.preparing()).isFalse();
            assertThat(roads.opening().state()).isEqualTo(Opening.State.FAILED);
            assertThatThrownBy(() -> roads.offMap(List.of(A)))
                    .isInstanceOf(MapFormatException.class)
                    .hasMessage(roads.opening().failure().getMessage());
        }
    }

    /** Memory may run out in this thread, or in one that the engine's reader started and waits for. */
    @Test
    void tooLittleMemoryIsToldWithWhatToDo() throws Exception {
        OpeningNetwork here = new OpeningNetwork("big.osm.pbf", OpeningListener.NONE, listener -> {
            throw new IllegalStateException("wrapped", new OutOfMemoryError("Java heap space"));
        });
        assertTooLarge(here);
        OpeningNetwork elsewhere = new OpeningNetwork("big.osm.pbf", OpeningListener.NONE, listener -> {
            Thread worker = new Thread(() -> {
                throw new OutOfMemoryError("Java heap space");
            });
            worker.start();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("the reader waited for its worker");
        });
        assertTooLarge(elsewhere);
    }

    private static void assertTooLarge(OpeningNetwork roads) {
        assertThatThrownBy(() -> roads.await(PATIENCE))
                .isInstanceOf(MapTooLargeException.class)
                .hasMessageStartingWith("big.osm.pbf: " + MapTooLargeException.heapMb() + " MB")
                .hasMessageContaining("-Xmx")
                .hasMessageContaining("chunfeng.graph-storage=MMAP");
    }

    private MapSource tables() {
        return Fixtures.tables(folder.resolve("map"), Fixtures.PLACES, Fixtures.LINKS);
    }

    private MapSource extract() throws IOException {
        Path file = folder.resolve("tiny.osm.pbf");
        if (!Files.exists(file)) {
            Files.write(
                    file,
                    new TinyPbf()
                            .node(1, 112, 37)
                            .node(2, 112.1, 37)
                            .way(1, 2, "highway", "primary")
                            .bytes());
        }
        return MapSource.find(folder, file);
    }

    private int metres(OpeningNetwork roads) {
        return roads.matrix(List.of(Fixtures.place("w", 112, 37), Fixtures.place("e", 112.1, 37)))
                .metres()[0][1];
    }

    private OpeningNetwork openFully(MapSource source) throws InterruptedException {
        OpeningNetwork roads = open(source, GraphStorage.RAM, (stage, done, total) -> stages.add(stage));
        assertThat(roads.await(PATIENCE)).isTrue();
        return roads;
    }

    private OpeningNetwork open(MapSource source, GraphStorage storage, OpeningListener listener) {
        return RoadNetworks.openInBackground(source, folder.resolve("graphs"), storage, listener);
    }
}
