package io.chunfeng;

import io.chunfeng.road.MapFormatException;
import io.chunfeng.run.SolverConfigs.UnreadableSolverConfigsException;
import io.chunfeng.storage.DataFolderException;
import io.chunfeng.storage.OwnDatabaseException;
import io.chunfeng.storage.SettingException;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Why the application did not start, for whoever started it: Chinese, then English, each with what to do. */
final class StartFailure implements FailureAnalyzer, Ordered {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = message(cause);
            if (message != null) {
                return new FailureAnalysis(message, null, cause);
            }
        }
        return null;
    }

    private static String message(Throwable cause) {
        if (cause instanceof DataFolderException
                || cause instanceof OwnDatabaseException
                || cause instanceof SettingException
                || cause instanceof UnreadableSolverConfigsException) {
            return cause.getMessage();
        }
        if (cause instanceof MapFormatException) {
            return "地图无法使用，详情见下一行。请更正或换掉该地图，或去掉 chunfeng.map 使用默认地图。\nThe map cannot be used: " + cause.getMessage();
        }
        if (cause instanceof PortInUseException busy) {
            return "端口 " + busy.getPort() + " 已被其他程序占用。请停止该程序，或用 server.port 换一个端口，例如 --server.port="
                    + (busy.getPort() + 1) + "。\nPort " + busy.getPort()
                    + " is in use by another program. Stop that one, or choose another port with server.port, for example"
                    + " --server.port=" + (busy.getPort() + 1) + ".";
        }
        if (cause instanceof BindException wrong && wrong.getProperty() != null) {
            String setting =
                    wrong.getProperty().getName() + "=" + wrong.getProperty().getValue();
            return "设置 " + setting + " 无效，请更正。\nThe setting " + setting + " is not valid, correct it. " + root(wrong);
        }
        if (cause instanceof FlywayException) {
            return "数据库的表结构不能由本程序使用（可能属于更新的版本，或数据库中有别的程序的表）。请用匹配的程序版本，或换一个空的数据库。\n"
                    + "The tables of the database cannot be used by this program (they may belong to a newer version, or to"
                    + " another program). Use the matching version, or an empty database. " + cause.getMessage();
        }
        return null;
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Before Boot's own analyzers, which speak English only. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
