package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map that comes with the program. */
class DefaultMapTest {
    private static final MapSource SOURCE = MapSource.find(Fixtures.MAPS, Fixtures.MAPS.resolve("china-trunk"));

    @TempDir
    static Path folder;

    private static TrunkMap tables;
    private static List<Place> places;
    private static RoadNetwork roads;

    @BeforeAll
    static void open() {
        tables = new TrunkTableReader((TrunkTables) SOURCE).read();
        places = tables.places().stream()
                .map(point -> Fixtures.place(point.id(), point.lon(), point.lat()))
                .toList();
        roads = RoadNetworks.open(SOURCE, folder);
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    @Test
    void itHasTheFiguresThatItsReadmeStates() throws Exception {
        assertThat(tables.places()).hasSize(864);
        assertThat(tables.links()).hasSize(3155);
        for (String table : List.of("places.csv", "links.csv")) {
            Path file = SOURCE.path().resolve(table);
            assertThat(Files.size(file)).isLessThan(1_000_000);
            assertThat(Files.readAllLines(file).get(0)).contains("© OpenStreetMap contributors, ODbL");
        }
        assertThat(Files.readString(Fixtures.MAPS.resolve("README.md"))).contains("864", "3,155");
    }

    /** An independent reading of the tables: plain Dijkstra, fewest minutes, then fewest kilometres. */
    @Test
    void theMatrixIsTheShortestTimeOverTheTables() {
        RoadMatrix matrix = roads.matrix(places);

        for (int source = 0; source < places.size(); source += 43) {
            Reached[] reference = dijkstra(firstAtTheSamePoint(source));
            for (int target = 0; target < places.size(); target++) {
                Reached expected = reference[firstAtTheSamePoint(target)];
                String what =
                        places.get(source).id() + " to " + places.get(target).id();
                assertThat(Math.abs(matrix.metres()[source][target] - expected.metres))
                        .as(what)
                        .isLessThanOrEqualTo(1);
                assertThat(Math.abs(matrix.seconds()[source][target] - expected.seconds))
                        .as(what)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void theMatrixAgreesWithTheEnginesOwnRoutes() {
        Agreement agreement = new Agreement(roads, 20260101);
        List<Place> anywhere = agreement.places(300, 104, 22, 121, 41);

        assertThat(anywhere.size()).isGreaterThan(250);
        assertThat(agreement.check(anywhere, 5_000)).isEqualTo(5_000);
        assertThat(agreement.check(places, 5_000)).isEqualTo(5_000);
    }

    /** Places are attached by their coordinates, and some of the table share theirs. */
    private static int firstAtTheSamePoint(int place) {
        for (int i = 0; i < place; i++) {
            if (places.get(i).position().equals(places.get(place).position())) {
                return i;
            }
        }
        return place;
    }

    private record Reached(int node, double seconds, double metres) {}

    private static Reached[] dijkstra(int source) {
        List<List<Reached>> neighbours = new ArrayList<>();
        tables.places().forEach(place -> neighbours.add(new ArrayList<>()));
        for (TrunkMap.Link link : tables.links()) {
            neighbours.get(link.from()).add(new Reached(link.to(), link.seconds(), link.metres()));
            neighbours.get(link.to()).add(new Reached(link.from(), link.seconds(), link.metres()));
        }
        Reached[] best = new Reached[neighbours.size()];
        PriorityQueue<Reached> open =
                new PriorityQueue<>(Comparator.comparingDouble(Reached::seconds).thenComparingDouble(Reached::metres));
        open.add(new Reached(source, 0, 0));
        while (!open.isEmpty()) {
            Reached current = open.poll();
            if (best[current.node] != null) {
                continue;
            }
            best[current.node] = current;
            for (Reached next : neighbours.get(current.node)) {
                open.add(new Reached(next.node, current.seconds + next.seconds, current.metres + next.metres));
            }
        }
        return best;
    }
}
