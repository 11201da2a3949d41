package io.chunfeng;

import io.chunfeng.road.MapFormatException;
import io.chunfeng.run.SolverConfigs.UnreadableSolverConfigsException;
import io.chunfeng.storage.DataFolderException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says in Chinese and English why the application did not start and what to do, for every foreseeable reason. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupFailureAnalyzer implements FailureAnalyzer {
    private final Environment environment;

    StartupFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    /** Null for a failure that has no words of its own. */
    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(this::words)
                .filter(Objects::nonNull)
                .findFirst()
                .map(words -> new FailureAnalysis(words, null, failure))
                .orElse(null);
    }

    private String words(Throwable cause) {
        if (cause instanceof DataFolderException || cause instanceof UnreadableSolverConfigsException) {
            return cause.getMessage();
        }
        if (cause instanceof MapFormatException) {
            return "地图无法读取：" + cause.getMessage()
                    + "\n请检查设置 chunfeng.map 或 chunfeng.maps 所指的文件；不设置 chunfeng.map 则使用 maps/ 中的默认路网。\n"
                    + "The map cannot be read, see above. Check the settings chunfeng.map or chunfeng.maps; without"
                    + " chunfeng.map the default network in maps/ is used.";
        }
        if (cause instanceof PortInUseException port) {
            return "端口 " + port.getPort() + " 已被占用。请停止占用它的程序，或用 --server.port=8081 换一个端口。\n" + "Port " + port.getPort()
                    + " is in use. Stop the program that uses it, or choose another port with" + " --server.port=8081.";
        }
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            return database(sql);
        }
        if (saysNotPostgres(String.valueOf(cause.getMessage()))) {
            return "数据库地址 " + url() + " 不是 PostgreSQL 的 JDBC 地址。格式应为 jdbc:postgresql://主机:5432/数据库名。\n"
                    + "The database address " + url() + " is not a JDBC address of PostgreSQL. Its form is"
                    + " jdbc:postgresql://host:5432/database.";
        }
        return null;
    }

    /** The words of Hikari and of Spring Boot; their exceptions have no class of their own. */
    private static boolean saysNotPostgres(String message) {
        return message.contains("claims to not accept jdbcUrl")
                || message.contains("'url' must start with")
                || message.contains("Failed to determine a suitable driver class")
                || message.contains("Failed to load driver class");
    }

    /** By the class of the SQLSTATE: PostgreSQL documentation, appendix A. */
    private String database(SQLException e) {
        String state = e.getSQLState();
        if (state.startsWith("08")) {
            return "连接不上数据库 " + url() + "：" + e.getMessage()
                    + "\n请检查 spring.datasource.url 以及该 PostgreSQL 是否在运行；不设置它则使用内置数据库。\n"
                    + "No connection to the database " + url()
                    + ". Check spring.datasource.url and whether that PostgreSQL is running; without this setting the"
                    + " embedded database is used.";
        }
        if (state.startsWith("28")) {
            return "数据库 " + url() + " 拒绝了用户名或密码。请检查 spring.datasource.username 和 spring.datasource.password。\n"
                    + "The database "
                    + url() + " rejected user or password. Check spring.datasource.username and"
                    + " spring.datasource.password.";
        }
        if (state.equals("3D000")) {
            return "数据库 " + url() + " 不存在。请先在该 PostgreSQL 中执行 CREATE DATABASE。\n" + "The database " + url()
                    + " does not exist. Create it on that PostgreSQL with CREATE DATABASE first.";
        }
        return null;
    }

    private String url() {
        return environment.getProperty("spring.datasource.url", "");
    }
}
