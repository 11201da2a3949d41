package io.chunfeng.solver;

import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Optima that {@link ExactSolver} proved, kept in exact-optima.csv with the hash of the whole problem, so that the file is
 * of no use for another problem. {@code mvn test -Dtest=ExactCasesTest -Dexact.write=true} makes it anew.
 */
final class ExactOptima {
    private static final String RESOURCE = "exact-optima.csv";
    private static final String HEAD = "kind,seed,fen,problem sha256";

    record Optimum(ExactCases.Kind kind, long seed, long fen, String problemSha256) {}

    private ExactOptima() {}

    static List<Optimum> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ExactOptima.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(ExactOptima::optimum).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optimum optimum(String line) {
        String[] cells = line.split(",");
        return new Optimum(
                ExactCases.Kind.valueOf(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2]), cells[3]);
    }

    static void write(List<Optimum> optima) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        optima.forEach(o -> lines.add(o.kind + "," + o.seed + "," + o.fen + "," + o.problemSha256));
        Files.write(Path.of("src/test/resources/io/chunfeng/solver", RESOURCE), lines);
    }

    /** Of the problem as it is written. */
    static String sha256(PlanningProblem problem, Path folder) throws IOException {
        Path file = folder.resolve("problem.json");
        ProblemWriter.write(problem, file);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
