package io.chunfeng.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The key of escorts' links, beside the database and for the eyes of the program's user alone. Lost: links are made anew. */
public final class DoorKeyFile {
    private static final int BYTES = 32;
    private static final String HEAD = "# Key of the links for escorts (护送人员) of 春风专运. See src/docs/recording.md.\n";

    private DoorKeyFile() {}

    /**
     * Makes it at first need.
     *
     * @throws IllegalStateException with words for the operator when it cannot be read or written
     */
    public static DoorSeal open(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file.toAbsolutePath());
            }
            List<String> lines = Files.readAllLines(file);
            byte[] key = Base64.getDecoder().decode(lines.get(lines.size() - 1));
            if (key.length == BYTES) {
                return new DoorSeal(key);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unusable(file, e);
        }
        throw unusable(file, null);
    }

    private static IllegalStateException unusable(Path file, Exception cause) {
        return new IllegalStateException(
                "护送链接密钥文件 " + file + " 无法读写或已损坏：请检查目录权限，或删去该文件（已发出的链接随之失效）。/ The key of escorts' links " + file
                        + " cannot be read or written: check its folder, or delete it (links that were given out end with it).",
                cause);
    }

    /** At once or not at all. */
    private static void write(Path file) throws IOException {
        Path folder = file.getParent();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, onlyOwner(posix, "rwx------"));
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(folder, "door-key", ".new", onlyOwner(posix, "rw-------"));
        Files.writeString(draft, HEAD + Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] onlyOwner(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
