package io.chunfeng;

import static org.awaitility.Awaitility.await;

import io.chunfeng.account.Account;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.Passwords;
import io.chunfeng.account.Role;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunService;
import io.chunfeng.web.CountyOffice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Pages of twenty counties that hand in files while a plan is computed, beside the same pages while nothing else happens:
 * {@code mvn -q test-compile exec:exec@counties}; explained in src/docs/intake.md.
 */
final class CountiesBenchmark {
    private static final int COUNTIES = 20;
    private static final int GROUPS = 30;
    private static final int ROUNDS = 6;
    private static final int SECONDS = 60;
    private static final int WARM_SECONDS = 20;
    private static final int WARM_ROUNDS = 10;
    private static final List<String> PAGES = List.of("/", "/groups", "/intake");
    /** Before each click: nobody clicks while reading, and twenty that never read would measure the queue alone. */
    private static final long READING_MILLIS = 1_000;
    /** A thread for each, so that no desk waits for another one. */
    private static final ScheduledExecutorService CLICKS = Executors.newScheduledThreadPool(COUNTIES);

    private static final String PASSWORD = "correct horse battery";

    private CountiesBenchmark() {}

    public static void main(String[] words) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "counties-");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(ChunfengApplication.class)
                .run("--server.port=0", "--chunfeng.data-folder=" + folder)) {
            List<CountyOffice> offices = offices(application);
            warmUp(application, offices.get(0));
            List<Double> idle = new ArrayList<>();
            for (CountyOffice office : offices) {
                idle.addAll(look(office));
            }
            long run = start(application, SECONDS);
            long begin = System.nanoTime();
            List<Double> busy = handIn(offices);
            double seconds = (System.nanoTime() - begin) / 1e9;
            PlanningRun.State state = application
                    .getBean(RunService.class)
                    .find(run)
                    .orElseThrow()
                    .state();
            System.out.printf(
                    "%d counties, %d files of %d groups each, %.0f s; the run of %d s is %s at the end%n",
                    COUNTIES, ROUNDS, GROUPS, seconds, SECONDS, state);
            System.out.printf("registered %d of %d%n", registered(application, offices), COUNTIES * ROUNDS * GROUPS);
            System.out.printf(
                    "page, median: idle %.0f ms (%d), busy %.0f ms (%d), ratio %.2f%n",
                    median(idle), idle.size(), median(busy), busy.size(), median(busy) / median(idle));
        }
        // the planning run has threads of its own
        System.exit(0);
    }

    private static List<CountyOffice> offices(ConfigurableApplicationContext application) throws Exception {
        String address = "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
        AccountRepository accounts = application.getBean(AccountRepository.class);
        String hash = application.getBean(Passwords.class).hash(PASSWORD);
        List<CountyOffice> offices = new ArrayList<>();
        for (String county : application.getBean(DemandRepository.class).groups().stream()
                .map(Group::county)
                .distinct()
                .sorted()
                .limit(COUNTIES)
                .toList()) {
            String name = application
                    .getBean(PlaceRepository.class)
                    .find(county)
                    .orElseThrow()
                    .name();
            accounts.add(
                    Account.fresh("office-" + county, name, Role.COUNTY, Set.of(county), null)
                            .settled(),
                    hash);
            CountyOffice office = new CountyOffice(address, county, name);
            office.signIn("office-" + county, PASSWORD);
            offices.add(office);
        }
        return offices;
    }

    private static long start(ConfigurableApplicationContext application, int seconds) {
        return application
                .getBean(RunService.class)
                .start(new RunRequest(
                        LocalDate.parse("2024-02-17"),
                        LocalDate.parse("2024-02-18"),
                        Instant.parse("2024-01-24T16:00:00Z"),
                        "standard.xml",
                        seconds,
                        1));
    }

    /** As on the second day of a season: a plan has been made, files have come in, pages have been looked at. */
    private static void warmUp(ConfigurableApplicationContext application, CountyOffice office) throws Exception {
        long run = start(application, WARM_SECONDS);
        for (int round = 0; round < WARM_ROUNDS; round++) {
            office.handIn("W" + round + "X", GROUPS);
            for (String page : PAGES) {
                office.page(page);
            }
        }
        RunService runs = application.getBean(RunService.class);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> runs.find(run).orElseThrow().state().ended());
    }

    private static List<Double> handIn(List<CountyOffice> offices) throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(COUNTIES);
        List<Callable<List<Double>>> work = new ArrayList<>();
        for (CountyOffice office : offices) {
            work.add(() -> {
                List<Double> millis = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    office.handIn("R" + round + "X", GROUPS);
                    millis.addAll(look(office));
                }
                return millis;
            });
        }
        List<Double> millis = new ArrayList<>();
        for (Future<List<Double>> desk : desks.invokeAll(work)) {
            millis.addAll(desk.get());
        }
        desks.shutdown();
        return millis;
    }

    private static List<Double> look(CountyOffice office) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (String page : PAGES) {
            millis.add(CLICKS.schedule(() -> millisOf(office, page), READING_MILLIS, TimeUnit.MILLISECONDS)
                    .get());
        }
        return millis;
    }

    private static double millisOf(CountyOffice office, String page) throws Exception {
        long begin = System.nanoTime();
        office.page(page);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static long registered(ConfigurableApplicationContext application, List<CountyOffice> offices) {
        RegistrationRepository registrations = application.getBean(RegistrationRepository.class);
        return offices.stream()
                .flatMap(office -> registrations.all(new Scope.RegisteredBy(Set.of(office.county()))).stream())
                .filter(registration -> registration.group().id().matches("\\d{6}-R\\dX\\d+"))
                .count();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
