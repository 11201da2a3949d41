package io.chunfeng.manifest;

import io.chunfeng.manifest.ManifestKeysException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/** The keys of manifests as text, outside of the database, for the eyes of the program's user alone. */
final class KeyFile {
    private static final String HEAD = """
            # Keys of the manifests (花名册) of 春风专运. Whoever has this file and a copy of the database can read them;
            # without it nobody can. Keep a copy apart from the copies of the database. See src/docs/manifests.md.
            """;
    private static final String SEALING = "sealing ";
    private static final String INDEX = "index ";

    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    Path path() {
        return file;
    }

    /** Empty when there is no such file. */
    Optional<KeySets> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new KeySets(KeySets.handle(line(lines, SEALING)), KeySets.handle(line(lines, INDEX))));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new ManifestKeysException(
                    Reason.UNREADABLE,
                    "花名册密钥文件 " + file + " 无法读取或已损坏，请从备份恢复。/ The file of manifest keys " + file
                            + " cannot be read or is damaged: restore it from its backup. ("
                            + e.getClass().getSimpleName() + ")",
                    null); // parsers put what they parse into their messages
        }
    }

    private static String line(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow();
    }

    /** Replaces the file at once, so that a kill leaves the former one or the new one. */
    void write(KeySets keys) {
        try {
            Path folder = file.getParent();
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, onlyOwner(folder, "rwx------"));
            }
            Path draft = Files.createTempFile(folder, "manifest-keys", ".new", onlyOwner(folder, "rw-------"));
            String text =
                    HEAD + SEALING + KeySets.json(keys.sealing()) + "\n" + INDEX + KeySets.json(keys.index()) + "\n";
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ManifestKeysException(
                    Reason.UNREADABLE,
                    "花名册密钥文件 " + file + " 无法写入，请检查目录权限或 chunfeng.manifest-keys。/ The file of manifest keys " + file
                            + " cannot be written: check its folder or chunfeng.manifest-keys.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys cannot be written as text", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
