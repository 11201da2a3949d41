package io.chunfeng.command;

/** What {@code help} prints. */
final class Help {
    static final String TEXT = """
            春风专运 Chunfeng: plans point-to-point transport of workers

            java -jar chunfeng.jar                            starts the web application
            java -jar chunfeng.jar plan PROBLEM.json --out PLAN.json [options]
                  --config FILE            solver configuration, a file or a name in solver-configs (standard.xml)
                  --seconds N              how long to plan (60); Ctrl-C ends earlier and writes the best plan so far
                  --seed N                 seed of the random numbers (1)
                  --threads N              cores to use (all)
                  --steps N                changes to try instead of a time: with the same seed, configuration and threads
                                           the plan is the same; --seconds still ends it
                  --solver-configs FOLDER  where solver configurations lie (solver-configs)
            java -jar chunfeng.jar replan PROBLEM.json PLAN.json CHANGES.json --out NEWPLAN.json [options]
                                           plans a published plan anew with as few changes as possible; prints them by
                                           county. Options of plan (--seconds: 10), and
                  --problem-out FILE       writes the changed problem, which check takes with the new plan
                  --language zh|en         of the list of changes (zh)
            java -jar chunfeng.jar check PROBLEM.json PLAN.json [options]
                                           recomputes every rule and every figure of a plan
            java -jar chunfeng.jar explain PROBLEM.json PLAN.json [--trip ID | --group ID] [options]
                                           why each trip runs so, what it costs, what else a group could ride
                  --language zh|en         (zh)
            java -jar chunfeng.jar matrix PROBLEM.json --out MATRIX.json [options]
                                           distances and times by road between all places of the problem

            Options of all, used only where the problem has no matrix (matrix: always):
                  --map FILE               an .osm.pbf extract or a folder of tables
                  --maps FOLDER            where maps lie (maps)
            The folders maps and solver-configs are looked for in the working directory, then beside the jar.

            Exit codes: 0 done (check: the plan is valid); 1 check, explain: violations, one line each with its code;
                        2 bad input, one line for each problem with its JSON path, nothing written; 3 failed otherwise;
                        130 plan, replan: stopped with Ctrl-C, the best plan has been written.
            Formats: src/docs/planning-format.md. Rules: src/docs/rules.md.
            """;

    private Help() {}
}
