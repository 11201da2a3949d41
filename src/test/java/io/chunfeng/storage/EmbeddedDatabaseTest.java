package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsDataAndBelongsToOneProgramThatKnowsThePassword() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "CREATE TABLE kept (name text)");
            execute(database, "INSERT INTO kept VALUES ('春风')");

            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("正被另一个春风专运进程使用")
                    .hasMessageContaining("is in use by another Chunfeng");
            assertThatThrownBy(() -> OwnDatabase.require(database.jdbcUrl(), database.user(), "wrong"))
                    .isInstanceOf(OwnDatabaseException.class)
                    .hasMessageContaining("拒绝了用户名或密码")
                    .hasMessageContaining("refuses the user or the password");
        }
        try (EmbeddedDatabase again = EmbeddedDatabase.start(folder);
                Connection connection = connect(again);
                var rows = connection.createStatement().executeQuery("SELECT name FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("春风");
        }
    }

    @Test
    void refusesDataOfAnotherVersionAndLeavesThem() throws IOException {
        Path version = Files.createDirectories(folder.resolve("postgres")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("属于 PostgreSQL 17")
                .hasMessageContaining("belongs to PostgreSQL 17");
        assertThat(version).exists();
    }

    @Test
    void setsAsideWhatAKilledFirstStartLeft() throws IOException, SQLException {
        Path half = Files.createDirectories(folder.resolve("postgres")).resolve("half-made");
        Files.writeString(half, "");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "SELECT 1");
        }

        assertThat(half).doesNotExist();
        try (var left =
                Files.list(folder).filter(path -> path.getFileName().toString().startsWith("postgres-incomplete-"))) {
            assertThat(left)
                    .singleElement()
                    .satisfies(old -> assertThat(old.resolve("half-made")).exists());
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
