package io.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.storage.EmbeddedDatabase;
import io.chunfeng.storage.TestDatabase;
import io.chunfeng.web.security.OneClick;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a database of somebody's own, and on the embedded one. */
class ApplicationTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();

    @TempDir
    Path folder;

    @Test
    void seedsTheDemoOnceAndKeepsWhatWasThere() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            Group grown = grown(DEMO.groups().get(0));
            try (ConfigurableApplicationContext first = start(own(database))) {
                assertThat(first.getBeanProvider(EmbeddedDatabase.class).stream())
                        .isEmpty();
                assertThat(first.getBean(DemandRepository.class).campaign()).contains(DEMO.campaign());
                assertThat(first.getBean(DemandRepository.class).groups()).hasSameSizeAs(DEMO.groups());
                assertThat(first.getBean(PlaceRepository.class).all()).hasSameSizeAs(DEMO.places());
                assertThat(first.getBean(CapacityRepository.class).flights()).hasSameSizeAs(DEMO.flights());
                assertThat(first.getBean(PlanningRuns.class).configs()).contains("standard.xml");
                assertThat(answer(first)).isLessThan(500);
                first.getBean(DemandRepository.class).save(List.of(grown));
            }
            try (ConfigurableApplicationContext second = start(own(database))) {
                assertThat(second.getBean(DemandRepository.class).group(grown.id()))
                        .contains(grown);
            }
        }
    }

    @Test
    void startsItsOwnDatabaseAndLeavesItEmptyWhenAsked() {
        try (ConfigurableApplicationContext started = start("--chunfeng.demo=false")) {
            assertThat(started.getBean(EmbeddedDatabase.class).jdbcUrl()).startsWith("jdbc:postgresql://localhost:");
            assertThat(started.getBean(DemandRepository.class).campaign()).isEmpty();
        }
        assertThat(folder.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    /** Also not to who claims to be at this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server.address=0.0.0.0",
                "--server.address=",
                "--chunfeng.demo=false",
                "--server.forward-headers-strategy=native"
            })
    void oneClickIsThereOnlyForTheDemoOnThisMachine(String setting) throws Exception {
        try (TestDatabase database = TestDatabase.empty();
                ConfigurableApplicationContext started =
                        start(Stream.concat(Stream.of(own(database)), Stream.of(setting))
                                .toArray(String[]::new))) {
            assertThat(started.getBeanProvider(OneClick.class).stream()).isEmpty();
            HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                            + started.getEnvironment().getProperty("local.server.port") + "/sign-in"))
                    .header("X-Forwarded-For", "127.0.0.1")
                    .header("X-Forwarded-Host", "localhost")
                    .header("X-Forwarded-Proto", "https")
                    .build();
            HttpResponse<String> page = HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("name=\"password\"").doesNotContain("demo-");
            // a proxy is believed only when it has been announced
            boolean announced = setting.endsWith("native");
            assertThat(page.headers().firstValue("Strict-Transport-Security").isPresent())
                    .isEqualTo(announced);
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow().contains("; Secure"))
                    .isEqualTo(announced);
        }
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndAgainWhenAsked() throws Exception {
        PrintStream out = System.out;
        List<String> printed = new ArrayList<>();
        try (TestDatabase database = TestDatabase.empty()) {
            for (String[] more : new String[][] {{}, {}, {"--chunfeng.reset-administrator"}}) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
                start(Stream.concat(Stream.of(own(database)), Stream.of(more)).toArray(String[]::new))
                        .close();
                printed.add(bytes.toString(StandardCharsets.UTF_8));
            }
        } finally {
            System.setOut(out);
        }
        assertThat(printed.get(0)).containsPattern("登录名 admin，一次性密码 (\\w{5}-){3}\\w{5}");
        assertThat(printed.get(1)).doesNotContain("一次性密码 ").contains("--chunfeng.reset-administrator");
        assertThat(printed.get(2)).containsPattern("登录名 admin，一次性密码 (\\w{5}-){3}\\w{5}");
        assertThat(printed.get(2)).isNotEqualTo(printed.get(0));
    }

    @Test
    void closedDuringAnImportItLeavesNoHalfGraph() throws Exception {
        Path extract = Path.of("../shared/data/osm/china-major-roads-2021.osm.pbf");
        assumeThat(extract)
                .as("skipped: %s is not there; it lies beside the project on the project's own machines", extract)
                .exists();
        Path graphs = folder.resolve("graphs");
        try (TestDatabase database = TestDatabase.empty()) {
            String[] settings = Stream.concat(Stream.of(own(database)), Stream.of("--chunfeng.map=" + extract))
                    .toArray(String[]::new);
            try (ConfigurableApplicationContext started = start(settings)) {
                assumeThat(started.getBean(RoadNetwork.class).preparing())
                        .as("skipped: this machine imports a country while the application starts")
                        .isTrue();
            }
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                try (Stream<Path> left = Files.list(graphs)) {
                    assertThat(left).allMatch(path -> path.endsWith("hashes.txt"));
                }
            });
        }
    }

    private ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(ChunfengApplication.class)
                .run(Stream.concat(
                                Stream.of(settings), Stream.of("--server.port=0", "--chunfeng.data-folder=" + folder))
                        .toArray(String[]::new));
    }

    private static String[] own(TestDatabase database) {
        return new String[] {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + TestDatabase.USER,
            "--spring.datasource.password=" + TestDatabase.PASSWORD
        };
    }

    private static int answer(ConfigurableApplicationContext application) throws Exception {
        URI home =
                URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + "/");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(home).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Group grown(Group group) {
        return new Group(
                group.id(),
                group.county(),
                group.from(),
                group.to(),
                group.headcount() + 1,
                group.wheelchairs(),
                group.earliestDeparture(),
                group.latestArrival(),
                group.preferredDate(),
                group.modes(),
                group.minPart(),
                group.priority(),
                group.employer());
    }
}
