package io.chunfeng;

import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapTooLargeException;
import io.chunfeng.run.SolverConfigs.UnreadableSolverConfigsException;
import io.chunfeng.storage.DataFolderException;
import io.chunfeng.storage.OwnDatabaseException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in Chinese and English why the application did not start and what to do, for every foreseeable reason. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupFailureAnalyzer implements FailureAnalyzer {
    /** Null for a failure that has no words of its own. */
    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(StartupFailureAnalyzer::words)
                .filter(Objects::nonNull)
                .findFirst()
                .map(words -> new FailureAnalysis(words, null, failure))
                .orElse(null);
    }

    private static String words(Throwable cause) {
        if (cause instanceof DataFolderException
                || cause instanceof OwnDatabaseException
                || cause instanceof UnreadableSolverConfigsException) {
            return cause.getMessage();
        }
        if (cause instanceof MapFormatException) {
            return map(cause.getMessage());
        }
        if (cause instanceof OutOfMemoryError) {
            String heap = MapTooLargeException.heapMb() + " MB";
            return "内存不足：Java 只有 " + heap + "。请用更大的 -Xmx 启动；大地图所需的内存见 src/docs/roads.md。\n"
                    + "Out of memory: Java has " + heap + ". Start with a larger -Xmx; what large maps need is in"
                    + " src/docs/roads.md.";
        }
        if (cause instanceof PortInUseException port) {
            return "端口 " + port.getPort() + " 已被占用。请停止占用它的程序，或用 --server.port=" + (port.getPort() + 1) + " 换一个端口。\n"
                    + "Port " + port.getPort()
                    + " is in use. Stop the program that uses it, or choose another port with" + " --server.port="
                    + (port.getPort() + 1) + ".";
        }
        if (cause instanceof BindException wrong && wrong.getProperty() != null) {
            String setting =
                    wrong.getProperty().getName() + "=" + wrong.getProperty().getValue();
            return "设置 " + setting + " 无效，请更正。\nThe setting " + setting + " is not valid, correct it. " + root(wrong);
        }
        if (cause instanceof BindException outOfRange) {
            return "设置无效，请更正。\nA setting is not valid, correct it. " + root(outOfRange);
        }
        if (cause instanceof FlywayException) {
            return "数据库的表结构不能由本程序使用（可能属于更新的版本，或数据库中有别的程序的表）。请用匹配的程序版本，或换一个空的数据库。\n"
                    + "The tables of the database cannot be used by this program (they may belong to a newer version, or to"
                    + " another program). Use the matching version, or an empty database. "
                    + cause.getMessage().lines().limit(2).collect(Collectors.joining(" "));
        }
        return null;
    }

    /** @param fault which file, what is wrong and what to do */
    static String map(String fault) {
        return "地图无法读取：" + fault
                + "\n请检查设置 chunfeng.map 或 chunfeng.maps 所指的文件；不设置 chunfeng.map 则使用 maps/ 中的默认路网。\n"
                + "The map cannot be read, see above. Check the settings chunfeng.map or chunfeng.maps; without"
                + " chunfeng.map the default network in maps/ is used.";
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
