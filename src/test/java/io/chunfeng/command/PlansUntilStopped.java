package io.chunfeng.command;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.MapFormatException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A process of its own for the test of stopping: plans for ever. */
final class PlansUntilStopped extends ServesNobody {
    public static void main(String[] args) {
        System.exit(CommandLine.run(
                new String[] {"plan", args[0], "--out", args[1], "--solver-configs", args[2]},
                System.out,
                System.err,
                new PlansUntilStopped(),
                (asked, made, journey) -> List.of(),
                (folder, map) -> {
                    throw new MapFormatException("no map expected here");
                }));
    }

    @Override
    public Plan plan(PlanningProblem problem, Options options, Consumer<Progress> progress, BooleanSupplier stop) {
        System.out.println("planning");
        while (!stop.getAsBoolean()) {
            LockSupport.parkNanos(10_000_000);
        }
        return super.plan(problem, options, progress, stop);
    }
}
