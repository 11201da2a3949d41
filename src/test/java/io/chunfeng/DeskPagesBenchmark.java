package io.chunfeng;

import io.chunfeng.plan.PlanRepository;
import io.chunfeng.solver.PeakDay;
import io.chunfeng.web.DeskStopwatch;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The desk of the national peak day in a real browser: {@code mvn -q test-compile exec:exec@desk-pages}; explained in
 * src/docs/desk.md.
 */
final class DeskPagesBenchmark {
    private DeskPagesBenchmark() {}

    public static void main(String[] words) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "desk-pages-");
        PeakDay.Made made = PeakDay.make();
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(ChunfengApplication.class)
                .run("--server.port=0", "--chunfeng.data-folder=" + folder)) {
            long plan = application.getBean(PlanRepository.class).save(made.problem(), made.plan());
            System.out.printf(
                    "%d groups, %d coach trips, %d people left; load %.1f on %d processors%n",
                    made.problem().groups().size(),
                    made.plan().coachTrips().size(),
                    made.plan().unserved().stream()
                            .mapToInt(left -> left.headcount())
                            .sum(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors());
            DeskStopwatch.measure(
                    "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"),
                    "/plans/" + plan + "/desk");
        }
        // the program has threads of its own
        System.exit(0);
    }
}
