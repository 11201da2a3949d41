package io.chunfeng.storage;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.PlanReader;
import io.chunfeng.plan.format.PlanWriter;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.plan.format.ProblemWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Problems and plans as they lie in the database: in the exchange format. */
final class ExchangeJson {
    private ExchangeJson() {}

    static String write(PlanningProblem problem) {
        return written(out -> ProblemWriter.write(problem, out));
    }

    static String write(Plan plan) {
        return written(out -> PlanWriter.write(plan, out));
    }

    static PlanningProblem readProblem(String json) {
        return ProblemReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "problem");
    }

    static Plan readPlan(String json) {
        return PlanReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "plan");
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static String written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
