package io.chunfeng.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A database server that outlived its application, which was killed. Whoever holds the {@link DataFolder} may stop it:
 * nobody else can be using it.
 */
final class OrphanedPostmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Start times of processes are known to a second or so. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private OrphanedPostmaster() {}

    /** Stops the server of this cluster if it still runs; removes a pid file that names somebody else's process. */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 3) {
            Files.delete(pidFile);
            return;
        }
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return; // the server itself clears a file whose process is gone
        }
        Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        if (isPostmaster(process.get(), started)) {
            stop(process.get(), cluster);
        } else {
            // the number was given to another process since, for instance after a restart of the machine
            Files.deleteIfExists(pidFile);
        }
    }

    private static boolean isPostmaster(ProcessHandle process, Instant started) {
        ProcessHandle.Info info = process.info();
        boolean named = info.command()
                .map(command -> command.toLowerCase(Locale.ROOT).contains("postgres"))
                .orElse(true);
        boolean sameStart = info.startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
        return named && sameStart;
    }

    private static void stop(ProcessHandle postmaster, Path cluster) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        if (windows) {
            postmaster.destroyForcibly(); // there is no gentler way from outside; the server recovers at its next start
        } else {
            // SIGINT is the server's fast shutdown; ProcessHandle.destroy would wait for clients that are gone
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .inheritIO()
                    .start();
        }
        try {
            postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new DataFolderException(
                    "上次异常退出留下的数据库进程（进程号 " + postmaster.pid() + "，目录 " + cluster + "）无法停止。请手工结束该进程后重试。",
                    "The database server left over by a crash (process " + postmaster.pid() + ", folder " + cluster
                            + ") does not stop. End that process by hand and start again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an orphaned server was stopping", e);
        }
    }
}
