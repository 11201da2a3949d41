package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded server through restarts, crashes and folders that are not fit. */
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    private static JdbcClient connect(EmbeddedDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
    }

    private static long serverProcess(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0));
    }

    @Test
    void aNewDataFolderIsItsOwnersAlone() throws IOException {
        Path fresh = folder.resolve("fresh");
        EmbeddedDatabase.start(fresh).close();

        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        assumeTrue(view != null, "this file system has no POSIX permissions");
        assertThat(PosixFilePermissions.toString(view.readAttributes().permissions()))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsItsDataIsDurableAndAsksForThePassword() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            JdbcClient sql = connect(first);
            assertThat(sql.sql("SHOW server_version").query(String.class).single())
                    .startsWith(DataFolder.POSTGRES_MAJOR + ".");
            assertThat(sql.sql("SHOW server_encoding").query(String.class).single())
                    .isEqualTo("UTF8");
            assertThat(sql.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
            assertThat(sql.sql("SHOW synchronous_commit").query(String.class).single())
                    .isEqualTo("on");
            sql.sql("CREATE TABLE kept AS SELECT '春风' AS word").update();
            DriverManagerDataSource intruder = new DriverManagerDataSource(first.jdbcUrl(), first.user(), "guessed");
            assertThatThrownBy(intruder::getConnection).hasMessageContaining("password");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();

        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(connect(second)
                            .sql("SELECT word FROM kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("春风");
        }
    }

    @Test
    void refusesASecondApplicationInTheSameFolder() {
        EmbeddedDatabase first = EmbeddedDatabase.start(folder);
        try (first) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("正被另一个春风专运进程使用")
                    .hasMessageContaining("in use by another Chunfeng");
            assertThat(connect(first).sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    /** The server of a killed application lives on and holds its pid file. */
    @Test
    void stopsTheServerThatAKilledApplicationLeft() throws IOException {
        long orphan;
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            connect(first).sql("CREATE TABLE kept AS SELECT 7 AS n").update();
            orphan = serverProcess(folder);
            OrphanedPostmaster.stop(folder.resolve("postgres"));
            assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(connect(second)
                            .sql("SELECT n FROM kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
    }

    @Test
    void recoversFromAKilledServer() throws Exception {
        Path crashed = folder.resolve("postgres");
        EmbeddedDatabase first = EmbeddedDatabase.start(folder);
        try (first) {
            connect(first).sql("CREATE TABLE kept AS SELECT 7 AS n").update();
            ProcessHandle server = ProcessHandle.of(serverProcess(folder)).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(crashed.resolve("postmaster.pid")).exists();

        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(connect(second)
                            .sql("SELECT n FROM kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
    }

    /** After a restart of the machine the number in the pid file may be anybody's: here it is this test's own. */
    @Test
    void aPidFileThatNamesAnotherProcessIsRemovedAndThatProcessSpared() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres"));
        Path pidFile = cluster.resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + cluster + "\n1700000000\n5432\n");

        OrphanedPostmaster.stop(cluster);

        assertThat(pidFile).doesNotExist();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aClusterOfAnotherVersionIsRefusedAndLeftAlone() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "15\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("属于 PostgreSQL 15")
                .hasMessageContaining("belongs to PostgreSQL 15");
        assertThat(cluster.resolve("PG_VERSION")).hasContent("15");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("无法读写")
                .hasMessageContaining("cannot be read and written");
    }

    /** What a first start leaves that was killed within initdb or while the server was unpacked. */
    @Test
    void aHalfMadeFirstStartIsSetAside() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), DataFolder.POSTGRES_MAJOR + "\n");
        Files.writeString(cluster.resolve("postgresql.conf"), "");
        Path unpacked = Files.createDirectories(folder.resolve("postgres-binaries/PG-half/bin"));
        Files.writeString(unpacked.resolve("postgres"), "truncated");

        // the password is missing too, as it was drawn for the cluster that is set aside
        try (DataFolder opened = DataFolder.open(folder)) {
            assertThat(opened.cluster()).doesNotExist();
            assertThat(opened.password()).exists();
        }
        assertThat(folder.resolve("postgres-binaries/PG-half")).doesNotExist();
        try (Stream<Path> kept = Files.list(folder)) {
            assertThat(kept.map(p -> p.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("postgres-incomplete-"));
        }
    }

    @Test
    void aLostPasswordIsTold() throws IOException {
        EmbeddedDatabase.start(folder).close();
        Files.move(folder.resolve("postgres-password"), folder.resolve("away"), StandardCopyOption.ATOMIC_MOVE);

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("密码文件")
                .hasMessageContaining("password file");
    }
}
