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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
