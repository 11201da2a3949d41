package io.chunfeng.road;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** A list of the files of a folder with their sizes and checksums, kept in the folder: the engine itself notices only some kinds of damage. */
final class FolderSeal {
    private static final String NAME = "seal.txt";

    private FolderSeal() {}

    static void put(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), seal(folder, OpeningListener.NONE), StandardCharsets.UTF_8);
    }

    static boolean holds(Path folder) {
        return holds(folder, OpeningListener.NONE);
    }

    /** @param listener told the bytes compared so far */
    static boolean holds(Path folder, OpeningListener listener) {
        try {
            return Files.isRegularFile(folder.resolve(NAME))
                    && Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8)
                            .equals(seal(folder, listener));
        } catch (IOException e) {
            return false;
        }
    }

    private static String seal(Path folder, OpeningListener listener) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> !isLockOrSeal(file)).toList();
        }
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        long done = 0;
        TreeSet<String> lines = new TreeSet<>();
        for (Path file : files) {
            lines.add(file.getFileName() + " " + Files.size(file) + " " + checksum(file));
            done += Files.size(file);
            listener.at(OpeningStage.CHECKING, done, total);
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isLockOrSeal(Path file) {
        String name = file.getFileName().toString();
        return name.equals(NAME) || name.endsWith(".lock");
    }

    private static String checksum(Path file) {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(checksum.getValue());
    }
}
