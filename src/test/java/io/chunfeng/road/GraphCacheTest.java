package io.chunfeng.road;

import static io.chunfeng.road.Fixtures.A;
import static io.chunfeng.road.Fixtures.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCacheTest {
    @TempDir
    Path folder;

    @Test
    void aSecondOpenLoadsThePreparedGraph() throws IOException {
        assertThat(metresFromAToB(Fixtures.LINKS)).isEqualTo(130_000);
        Path seal = theGraph().resolve("seal.txt");
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(seal, old);

        assertThat(metresFromAToB(Fixtures.LINKS)).isEqualTo(130_000);
        assertThat(Files.getLastModifiedTime(seal)).as("not written again").isEqualTo(old);
    }

    @Test
    void aChangedTableIsAnotherMap() throws IOException {
        assertThat(metresFromAToB(Fixtures.LINKS)).isEqualTo(130_000);
        List<String> links = new ArrayList<>(Fixtures.LINKS);
        links.set(2, "J,B,,,71,80");

        assertThat(metresFromAToB(links)).isEqualTo(131_000);
        assertThat(graphs()).hasSize(2);
    }

    @Test
    void aDamagedGraphIsPreparedAgain() throws IOException {
        metresFromAToB(Fixtures.LINKS);
        for (String file : List.of("edges", "nodes", "shortcuts_coach", "properties", "seal.txt")) {
            byte[] content = Files.readAllBytes(theGraph().resolve(file));
            content[content.length / 2] ^= 1;
            content[0] ^= 1;
            Files.write(theGraph().resolve(file), content);

            assertThat(metresFromAToB(Fixtures.LINKS)).as(file).isEqualTo(130_000);
            assertThat(FolderSeal.holds(theGraph())).as(file).isTrue();
        }
    }

    @Test
    void aGraphTheEngineCannotReadIsPreparedAgain() throws IOException {
        metresFromAToB(Fixtures.LINKS);
        Files.write(theGraph().resolve("edges"), new byte[] {1, 2, 3});
        FolderSeal.put(theGraph());

        assertThat(metresFromAToB(Fixtures.LINKS)).isEqualTo(130_000);
        assertThat(Files.size(theGraph().resolve("edges"))).isGreaterThan(3);
    }

    @Test
    void whatAStoppedImportLeftIsNotTakenForAGraph() throws IOException {
        Path recent = Files.createDirectories(folder.resolve("graphs/unfinished-1"));
        Path old = Files.createDirectories(folder.resolve("graphs/unfinished-2"));
        Files.writeString(old.resolve("edges"), "half");
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000));

        assertThat(metresFromAToB(Fixtures.LINKS)).isEqualTo(130_000);
        assertThat(recent).as("perhaps another program at work").exists();
        assertThat(old).as("abandoned").doesNotExist();
    }

    @Test
    void severalOpensAtOnceGetTheSameGraph() throws Exception {
        MapSource source = Fixtures.tables(folder.resolve("map"), Fixtures.PLACES, Fixtures.LINKS);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> open = () -> metresFromAToB(source);
            for (Future<Integer> metres : threads.invokeAll(Collections.nCopies(8, open))) {
                assertThat(metres.get()).isEqualTo(130_000);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(graphs()).hasSize(1);
        assertThat(metresFromAToB(source)).isEqualTo(130_000);
    }

    @Test
    void mappedFilesGiveTheSameAndAreTheSame() throws IOException {
        MapSource source = Fixtures.tables(folder.resolve("map"), Fixtures.PLACES, Fixtures.LINKS);
        for (GraphStorage prepared : GraphStorage.values()) {
            Path cache = folder.resolve("prepared-" + prepared);
            for (GraphStorage used : List.of(prepared, GraphStorage.RAM, GraphStorage.MMAP)) {
                try (RoadNetwork roads =
                        RoadNetworks.open(source, cache, AccessRule.usual(source), used, OpeningListener.NONE)) {
                    assertThat(roads.matrix(List.of(A, B)).metres()[0][1])
                            .as("prepared with %s, used with %s", prepared, used)
                            .isEqualTo(130_000);
                }
            }
            try (Stream<Path> entries = Files.list(cache)) {
                assertThat(entries).as("never prepared again").hasSize(1);
            }
        }
    }

    private int metresFromAToB(List<String> links) {
        return metresFromAToB(Fixtures.tables(folder.resolve("map"), Fixtures.PLACES, links));
    }

    private int metresFromAToB(MapSource source) {
        try (RoadNetwork roads = RoadNetworks.open(source, folder.resolve("graphs"))) {
            return roads.matrix(List.of(A, B)).metres()[0][1];
        }
    }

    private Path theGraph() throws IOException {
        assertThat(graphs()).hasSize(1);
        return graphs().get(0);
    }

    private List<Path> graphs() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("graphs"))) {
            return entries.toList();
        }
    }
}
