package io.chunfeng.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A real PostgreSQL beside the application, for those who bring none of their own. Its data stay where they are when the
 * application ends; it listens on the loopback interface only and asks for a password that was drawn at the first start.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** Name of the superuser that zonky creates. */
    static final String USER = "postgres";

    private static final String DATABASE = "chunfeng";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server, String password) {
        this.folder = folder;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server on a free port with its data in the given folder, created where absent.
     *
     * @throws DataFolderException when that is impossible
     */
    public static EmbeddedDatabase start(Path dataFolder) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            OrphanedPostmaster.stop(folder.cluster());
            Files.deleteIfExists(folder.log());
            Path passwordFile = folder.password();
            String password = Files.readString(passwordFile).strip();
            EmbeddedPostgres server = builder(folder, passwordFile, password).start();
            folder.markComplete();
            createDatabase(server.getPostgresDatabase());
            return new EmbeddedDatabase(folder, server, password);
        } catch (DataFolderException e) {
            folder.close();
            throw e;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            throw failed(folder, e);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, Path passwordFile, String password) {
        // The working directory of zonky itself (ot.epg.working-dir) is left alone: it deletes old clusters it finds
        // there.
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.cluster())
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                // these three become options of initdb
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                // zonky is made for tests and turns durability off
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
    }

    private static void createDatabase(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static DataFolderException failed(DataFolder folder, Throwable cause) {
        String log = folder.log().toString();
        boolean root = false;
        try (folder) {
            OrphanedPostmaster.stop(folder.cluster()); // it may have come up too late for us
            root = Files.exists(folder.log()) && Files.readString(folder.log()).contains("cannot be run as root");
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        if (root) {
            return new DataFolderException(
                    "内置 PostgreSQL 在这台机器上不能以 root 身份运行。请改用普通用户启动，或用 spring.datasource.url 使用自己的 PostgreSQL。",
                    "The embedded PostgreSQL cannot run as root on this machine. Start as an ordinary user, or use your own"
                            + " PostgreSQL with spring.datasource.url.",
                    cause);
        }
        return new DataFolderException(
                "内置 PostgreSQL 启动失败：" + cause.getMessage() + "。详情见 " + log
                        + "；也可以用 spring.datasource.url 使用自己的 PostgreSQL。",
                "The embedded PostgreSQL did not start: " + cause.getMessage() + ". See " + log
                        + "; or use your own PostgreSQL with spring.datasource.url.",
                cause);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try (folder) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
