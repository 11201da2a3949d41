package io.chunfeng.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A PostgreSQL that somebody else runs. */
public final class OwnDatabase {
    private static final int OLDEST_MAJOR = 14;
    private static final String LIMIT_SECONDS = "8";

    private OwnDatabase() {}

    /**
     * Connects once; takes at most about eight seconds.
     *
     * @param user null when the URL says it
     * @throws OwnDatabaseException when it cannot be reached, refuses us, is too old or cannot hold Chinese
     */
    public static void require(String url, String user, String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new OwnDatabaseException(
                    "spring.datasource.url 应以 jdbc:postgresql: 开头，例如 jdbc:postgresql://主机:5432/数据库，现为 " + shown(url),
                    "spring.datasource.url must begin with jdbc:postgresql:, for example"
                            + " jdbc:postgresql://host:5432/database; it is " + shown(url),
                    null);
        }
        try (Connection connection = DriverManager.getConnection(url, properties(user, password))) {
            requireVersion(connection);
            requireUtf8(connection);
        } catch (SQLException e) {
            throw refused(shown(url), e);
        }
    }

    private static Properties properties(String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("loginTimeout", LIMIT_SECONDS);
        properties.setProperty("connectTimeout", LIMIT_SECONDS);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    private static void requireVersion(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR) {
            throw new OwnDatabaseException(
                    "数据库是 PostgreSQL " + major + "，需要 " + OLDEST_MAJOR + " 或更高版本。请升级，或换用另一台数据库。",
                    "The database is PostgreSQL " + major + "; " + OLDEST_MAJOR
                            + " or newer is needed. Upgrade it, or use another one.",
                    null);
        }
    }

    private static void requireUtf8(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet encoding = statement.executeQuery("SHOW server_encoding")) {
            encoding.next();
            if (!encoding.getString(1).equals("UTF8")) {
                throw new OwnDatabaseException(
                        "数据库编码是 " + encoding.getString(1) + "，无法保存中文。请以 ENCODING 'UTF8' 新建数据库。",
                        "The database's encoding is " + encoding.getString(1)
                                + ", which cannot hold Chinese. Create a database with ENCODING 'UTF8'.",
                        null);
            }
        }
    }

    private static OwnDatabaseException refused(String url, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return new OwnDatabaseException(
                    "数据库 " + url + " 拒绝了用户名或密码（" + e.getMessage()
                            + "）。请检查 spring.datasource.username 和 spring.datasource.password。",
                    "The database " + url + " refuses the user or the password. Check spring.datasource.username and"
                            + " spring.datasource.password.",
                    e);
        }
        if (state.equals("3D000")) {
            return new OwnDatabaseException(
                    "数据库 " + url + " 不存在。请先用 CREATE DATABASE 新建，或更正 spring.datasource.url。",
                    "The database " + url + " does not exist. Create it with CREATE DATABASE, or correct"
                            + " spring.datasource.url.",
                    e);
        }
        return new OwnDatabaseException(
                "连接不上数据库 " + url + "（" + e.getMessage()
                        + "）。请检查 spring.datasource.url 的主机和端口，以及数据库是否已启动；去掉该设置则使用内置数据库。",
                "The database " + url + " cannot be reached. Check host and port in spring.datasource.url and that the"
                        + " database is running; without that setting an embedded one is used.",
                e);
    }

    /** Without a password that was put into the URL. */
    static String shown(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1***");
    }
}
