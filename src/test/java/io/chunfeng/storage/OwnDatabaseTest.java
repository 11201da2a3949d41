package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody reads whose settings of the database are wrong. */
@Timeout(15)
class OwnDatabaseTest {
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.empty();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void goodSettingsPass() {
        assertThatCode(() -> OwnDatabase.require(database.url(), TestDatabase.USER, TestDatabase.PASSWORD))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherKindOfDatabase() {
        refused("jdbc:mysql://localhost/x?password=secret", "应以 jdbc:postgresql: 开头", "must begin with");
    }

    @Test
    void unknownHost() {
        refused("jdbc:postgresql://no-such-host.invalid/x", "连接不上", "cannot be reached");
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        refused("jdbc:postgresql://127.0.0.1:" + port + "/x", "连接不上", "cannot be reached");
    }

    @Test
    void silentServer() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused("jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/x", "连接不上", "cannot be reached");
        }
    }

    @Test
    void unknownDatabase() {
        refused(database.url() + "_not", "不存在", "does not exist");
    }

    private static void refused(String url, String chinese, String english) {
        assertThatThrownBy(() -> OwnDatabase.require(url, TestDatabase.USER, "secret"))
                .isInstanceOf(OwnDatabaseException.class)
                .hasMessageContaining(chinese)
                .hasMessageContaining(english)
                .hasMessageNotContaining("secret");
    }
}
