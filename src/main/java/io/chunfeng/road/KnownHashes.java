package io.chunfeng.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SHA-256 of large files, remembered with path, size and time of change in {@code hashes.txt}, so that a file of gigabytes is read once and not
 * at every start. A file that was touched, grown or replaced is read again.
 */
final class KnownHashes {
    private static final Logger LOG = LoggerFactory.getLogger(KnownHashes.class);
    private static final String NAME = "hashes.txt";
    private static final int KEPT = 50;
    /** A file changed just now may change once more without its time changing; its hash is not remembered. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final Path folder;

    KnownHashes(Path folder) {
        this.folder = folder;
    }

    /**
     * Lower-case hex, as {@code sha256sum} prints it.
     *
     * @throws MapFormatException when the file cannot be read
     */
    String of(Path file, OpeningListener listener) {
        Entry now = Entry.of(file);
        for (Entry known : entries()) {
            if (known.sameFile(now)) {
                return known.hash;
            }
        }
        Instant begun = Instant.now();
        Entry hashed = now.with(Sha256.ofFile(file, listener));
        if (hashed.sameFile(Entry.of(file)) && settled(file, begun)) {
            remember(hashed);
        }
        return hashed.hash;
    }

    private static boolean settled(Path file, Instant begun) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(begun.minus(SETTLED));
        } catch (IOException e) {
            return false;
        }
    }

    /** Lines of other shapes are passed over. */
    private List<Entry> entries() {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split(" ", 4))
                            .filter(fields -> fields.length == 4 && fields[0].matches("[0-9a-f]{64}"))
                            .map(fields -> new Entry(fields[0], fields[1], fields[2], fields[3]))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            return List.of();
        }
    }

    private void remember(Entry newest) {
        List<Entry> entries = new ArrayList<>(entries());
        entries.removeIf(entry -> entry.path.equals(newest.path));
        entries.add(newest);
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, NAME, null);
            Files.write(
                    written,
                    entries.subList(Math.max(0, entries.size() - KEPT), entries.size()).stream()
                            .map(Entry::line)
                            .toList());
            Files.move(written, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.debug("{} cannot be written", folder.resolve(NAME), e);
        }
    }

    /** @param path absolute; last in its line, because it may hold spaces */
    private record Entry(String hash, String bytes, String changed, String path) {

        static Entry of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Entry(
                        "",
                        Long.toString(now.size()),
                        now.lastModifiedTime().toString(),
                        file.toAbsolutePath().normalize().toString());
            } catch (IOException e) {
                throw Sha256.unreadable(file, e);
            }
        }

        Entry with(String sha256) {
            return new Entry(sha256, bytes, changed, path);
        }

        boolean sameFile(Entry other) {
            return bytes.equals(other.bytes) && changed.equals(other.changed) && path.equals(other.path);
        }

        String line() {
            return String.join(" ", hash, bytes, changed, path);
        }
    }
}
