package io.chunfeng.solver;

import io.chunfeng.plan.Planner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.phase.PhaseConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** A file of solver-configs, by which solutions are searched. */
final class SolverFile {
    /** The temperatures in solver-configs are meant for trips of so many fen; see the files. */
    private static final long REFERENCE_TRIP_FEN = 2_000_000;

    private static final double REPLANNING_COOLNESS = 0.05;

    private final Path file;
    private final SolverConfig config;
    private final double warmth;

    private SolverFile(Path file, SolverConfig config, double warmth) {
        this.file = file;
        this.config = config;
        this.warmth = warmth;
    }

    /** @throws IllegalArgumentException when the file cannot be read; the message names file and fault */
    static SolverFile read(Planner.Options options) {
        Path file = options.config();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "solver configuration not found: " + file + " (choose a file of the folder solver-configs)");
        }
        try {
            return new SolverFile(file, SolverConfig.createFromXmlFile(file.toFile()), 1);
        } catch (RuntimeException fault) {
            throw unusable(file, fault);
        }
    }

    /**
     * A problem whose trips cost a hundredth is searched at a hundredth of the temperature; what people were told already is
     * hardly ever made worse.
     */
    SolverFile scaledFor(Instance instance) {
        return warm((double) TypicalTrip.fen(instance, REFERENCE_TRIP_FEN)
                / REFERENCE_TRIP_FEN
                * (instance.problem.replans() ? REPLANNING_COOLNESS : 1));
    }

    /** So many times as warm at first. */
    SolverFile warm(double share) {
        return new SolverFile(file, config, warmth * share);
    }

    /** A new search, to be used once. */
    Solver<Assignment> solver(long seed, TerminationConfig end) {
        try {
            SolverConfig own = new SolverConfig(config).withRandomSeed(seed);
            scaleTemperature(own);
            own.withTerminationConfig(end);
            return SolverFactory.<Assignment>create(own).buildSolver();
        } catch (RuntimeException fault) {
            throw unusable(file, fault);
        }
    }

    private void scaleTemperature(SolverConfig own) {
        if (own.getPhaseConfigList() == null) {
            return;
        }
        for (PhaseConfig<?> phase : own.getPhaseConfigList()) {
            if (phase instanceof LocalSearchPhaseConfig search
                    && search.getAcceptorConfig() != null
                    && search.getAcceptorConfig().getSimulatedAnnealingStartingTemperature() != null) {
                HardMediumSoftLongScore stated = HardMediumSoftLongScore.parseScore(
                        search.getAcceptorConfig().getSimulatedAnnealingStartingTemperature());
                long soft = Math.max(1, Math.round(stated.softScore() * warmth));
                search.getAcceptorConfig()
                        .setSimulatedAnnealingStartingTemperature(
                                HardMediumSoftLongScore.of(stated.hardScore(), stated.mediumScore(), soft)
                                        .toString());
            }
        }
    }

    private static IllegalArgumentException unusable(Path file, RuntimeException fault) {
        return new IllegalArgumentException(
                "solver configuration " + file + " cannot be used: " + rootMessage(fault), fault);
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
