package io.chunfeng;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Prints the reason of a failed start, and nothing else, on standard error. */
class StartupFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        StringBuilder text = new StringBuilder("\n春风专运没有启动 / Chunfeng did not start\n\n")
                .append(analysis.getDescription())
                .append('\n');
        if (analysis.getAction() != null) {
            text.append('\n').append(analysis.getAction()).append('\n');
        }
        System.err.print(text);
    }
}
