package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHashesTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2021-02-01T10:00:00Z"));
    /** What sha256sum prints for abc. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Path file;
    private KnownHashes hashes;

    @BeforeEach
    void write() throws IOException {
        file = write("a map.osm.pbf", "abc", LONG_AGO);
        hashes = new KnownHashes(folder.resolve("graphs"));
    }

    @Test
    void anUnchangedFileIsReadOnce() {
        assertThat(bytesRead(file)).isEqualTo(3);
        assertThat(bytesRead(file)).isZero();
        assertThat(hashes.of(file, OpeningListener.NONE)).isEqualTo(ABC);
        assertThat(new KnownHashes(folder.resolve("graphs")).of(file, OpeningListener.NONE))
                .isEqualTo(ABC);
    }

    @Test
    void aTouchedReplacedOrGrownFileIsReadAgain() throws IOException {
        bytesRead(file);
        write("a map.osm.pbf", "xyz", LONG_AGO.toInstant().plusNanos(1_000_000));
        assertThat(bytesRead(file)).as("replaced by one of the same size").isEqualTo(3);
        write("a map.osm.pbf", "xyz!", LONG_AGO.toInstant().plusNanos(1_000_000));
        assertThat(bytesRead(file)).as("grown within the same moment").isEqualTo(4);
        assertThat(bytesRead(write("other.osm.pbf", "abc", LONG_AGO)))
                .as("another")
                .isEqualTo(3);
        assertThat(bytesRead(file)).as("still known").isZero();
    }

    /** It may be written still, in the same tick of the disk's clock. */
    @Test
    void aFileChangedJustNowIsNotRemembered() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));

        assertThat(bytesRead(file)).isEqualTo(3);
        assertThat(bytesRead(file)).isEqualTo(3);
    }

    @Test
    void aBrokenListIsPassedOver() throws IOException {
        bytesRead(file);
        Files.writeString(folder.resolve("graphs/hashes.txt"), "\n\nnonsense\n" + "0".repeat(64) + "\n");

        assertThat(bytesRead(file)).isEqualTo(3);
        assertThat(bytesRead(file)).isZero();
    }

    @Test
    void aFolderThatCannotBeWrittenOnlyCostsTime() throws IOException {
        hashes = new KnownHashes(Files.writeString(folder.resolve("no-folder"), ""));

        assertThat(bytesRead(file)).isEqualTo(3);
        assertThat(bytesRead(file)).isEqualTo(3);
    }

    private Path write(String name, String text, Instant changed) throws IOException {
        return write(name, text, FileTime.from(changed));
    }

    private Path write(String name, String text, FileTime changed) throws IOException {
        return Files.setLastModifiedTime(Files.writeString(folder.resolve(name), text), changed);
    }

    private long bytesRead(Path map) {
        AtomicLong bytes = new AtomicLong();
        hashes.of(map, (stage, done, total) -> {
            assertThat(stage).isEqualTo(OpeningStage.CHECKING);
            assertThat(total).isGreaterThanOrEqualTo(done);
            bytes.set(done);
        });
        return bytes.get();
    }
}
