package io.chunfeng.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The folder of the embedded database: held by one application at a time, and made usable again when an earlier start was
 * killed half way.
 *
 * <p>Content: {@code postgres} the database cluster, {@code postgres-binaries} the unpacked server, {@code
 * postgres-password}, {@code postgres.log} of the latest start, {@code lock}.
 */
final class DataFolder implements AutoCloseable {

    /** Major version of the embedded server; a cluster of another one cannot be opened. */
    static final String POSTGRES_MAJOR = "18";

    /** Lies inside the cluster once it has served for the first time; without it initdb was killed half way. */
    private static final String COMPLETE = "chunfeng.complete";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** A new folder is its owner's alone: it holds the database, its password and the server's programs. */
    private static void createPrivately(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /** @throws DataFolderException when it is in use, of another version, or cannot be read and written */
    static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            createPrivately(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(folder);
            }
            DataFolder opened = new DataFolder(folder, channel, lock);
            opened.checkVersion();
            opened.clearHalfMade();
            return opened;
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw inUse(folder);
        } catch (IOException e) {
            close(channel);
            throw new DataFolderException(
                    "数据目录 " + folder + " 无法读写（" + e + "）。请检查目录权限，或用 chunfeng.data-folder 指定另一个目录。",
                    "The data folder " + folder + " cannot be read and written (" + e
                            + "). Check its permissions, or name another one with chunfeng.data-folder.",
                    e);
        } catch (DataFolderException e) {
            close(channel);
            throw e;
        }
    }

    Path cluster() {
        return folder.resolve("postgres");
    }

    Path binaries() {
        return folder.resolve("postgres-binaries");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    boolean initialised() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    void markComplete() throws IOException {
        Files.writeString(cluster().resolve(COMPLETE), "the first start ended well\n");
    }

    /** The superuser's password, made at the first start; readable for the owner alone. */
    Path password() throws IOException {
        Path file = folder.resolve("postgres-password");
        if (Files.exists(file)) {
            return file;
        }
        if (initialised()) {
            throw new DataFolderException(
                    "数据库密码文件 " + file + " 不见了。请从备份恢复该文件，或移走 " + cluster() + " 重新开始。",
                    "The password file " + file + " is missing. Restore it from a backup, or move " + cluster()
                            + " away to begin anew.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, HexFormat.of().formatHex(random));
    }

    private void checkVersion() throws IOException {
        if (!initialised()) {
            return;
        }
        String found = Files.readString(cluster().resolve("PG_VERSION")).strip();
        if (!found.equals(POSTGRES_MAJOR)) {
            throw new DataFolderException(
                    "数据目录 " + cluster() + " 属于 PostgreSQL " + found + "，本程序内置的是 PostgreSQL " + POSTGRES_MAJOR
                            + "。请用原来的程序版本以 pg_dump 导出后再导入，或移走该目录重新开始。",
                    "The data folder " + cluster() + " belongs to PostgreSQL " + found
                            + "; this program embeds PostgreSQL "
                            + POSTGRES_MAJOR
                            + ". Export with pg_dump using the earlier program version and import it, or move the folder"
                            + " away to begin anew.");
        }
    }

    /** What a killed first start leaves: a cluster without its mark is set aside, unpacked binaries likewise are removed. */
    private void clearHalfMade() throws IOException {
        if (Files.exists(cluster()) && !Files.exists(cluster().resolve(COMPLETE))) {
            OrphanedPostmaster.stop(cluster());
            Files.move(cluster(), folder.resolve("postgres-incomplete-" + System.currentTimeMillis()));
        }
        if (!Files.isDirectory(binaries())) {
            return;
        }
        try (Stream<Path> versions = Files.list(binaries())) {
            // .exists is what zonky writes when it has unpacked everything
            for (Path version :
                    versions.filter(v -> !Files.exists(v.resolve(".exists"))).toList()) {
                deleteTree(version);
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static DataFolderException inUse(Path folder) {
        return new DataFolderException(
                "数据目录 " + folder + " 正被另一个春风专运进程使用。请先停止它，或用 chunfeng.data-folder 指定另一个目录。",
                "The data folder " + folder
                        + " is in use by another Chunfeng. Stop that one first, or name another folder with"
                        + " chunfeng.data-folder.");
    }

    private static void close(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close(channel);
        }
    }
}
