package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default map beside distances and times that others have published. */
class PublishedDistancesTest {
    private static final MapSource SOURCE = MapSource.find(Fixtures.MAPS, Fixtures.MAPS.resolve("china-trunk"));
    private static final Path DOCUMENT = Path.of("src/docs/distances.md");
    private static final int AIRPORT_TO_CITY_METRES = 60_000;

    @TempDir
    static Path folder;

    /** What a page states beside our ways between the two cities and between the two airports. */
    private record Compared(PublishedDistance published, int metres, int seconds, int airportMetres) {
        double cityError() {
            return Math.abs(published.differencePercent(metres));
        }

        double airportError() {
            return Math.abs(published.differencePercent(airportMetres));
        }

        String line() {
            long minutes = Math.round(seconds / 60.0);
            String airports = published.betweenAirports()
                    ? text("%,d | %+.1f", km(airportMetres), published.differencePercent(airportMetres))
                    : "– | –";
            return text(
                    "| %s | %s | %,d | %s | %,d | %d:%02d | %+.1f | %s | [%s](%s) |",
                    published.from().label(),
                    published.to().label(),
                    Math.round(published.km()),
                    published.time(),
                    km(metres),
                    minutes / 60,
                    minutes % 60,
                    published.differencePercent(metres),
                    airports,
                    published.source(),
                    published.page());
        }

        private static long km(int metres) {
            return Math.round(metres / 1000.0);
        }
    }

    private static List<Compared> rows;

    @BeforeAll
    static void compare() throws Exception {
        List<PublishedDistance> published = PublishedDistance.read(new TrunkTableReader((TrunkTables) SOURCE).read());
        try (RoadNetwork roads = RoadNetworks.open(SOURCE, folder)) {
            rows = published.stream().map(row -> compared(row, roads)).toList();
        }
    }

    private static Compared compared(PublishedDistance row, RoadNetwork roads) {
        List<Place> ends = List.of(
                row.from().city(),
                row.to().city(),
                row.from().airport(),
                row.to().airport());
        RoadMatrix matrix = roads.matrix(ends);
        return new Compared(row, matrix.metres()[0][1], matrix.seconds()[0][1], matrix.metres()[2][3]);
    }

    @Test
    void theFileFollowsItsOwnRule() {
        assertThat(rows).hasSize(30);
        assertThat(rows)
                .extracting(row -> row.published().km())
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(km -> km <= 2_000);
        assertThat(rows)
                .extracting(
                        row -> Stream.of(row.published().from(), row.published().to())
                                .map(end -> end.city().adminCode())
                                .sorted()
                                .toList())
                .doesNotHaveDuplicates();
        for (Compared row : rows) {
            for (PublishedDistance.End end :
                    List.of(row.published().from(), row.published().to())) {
                Access toTheCity = new AccessRule(1.3, 40, 30_000)
                        .between(end.airport().position(), end.city().position());
                assertThat(toTheCity.metres()).as(end.label()).isLessThan(AIRPORT_TO_CITY_METRES);
            }
        }
    }

    @Test
    void twentyPairsOfCitiesDifferByAtMostFourPerCentOnAverage() {
        assertThat(meanCityError(rows.subList(0, 20))).isLessThanOrEqualTo(4.0);
    }

    @Test
    void theDocumentStatesExactlyTheseFigures() throws Exception {
        List<Compared> airports =
                rows.stream().filter(row -> row.published().betweenAirports()).toList();
        double airportError =
                airports.stream().mapToDouble(Compared::airportError).average().orElseThrow();
        List<String> expected =
                new ArrayList<>(rows.stream().map(Compared::line).toList());
        expected.add(text("- Mean, between the cities, first 20 rows: %.1f %%.", meanCityError(rows.subList(0, 20))));
        expected.add(text("- Mean, between the cities, all %d rows: %.1f %%.", rows.size(), meanCityError(rows)));
        expected.add(text("- Mean, between the airports, %d rows: %.1f %%.", airports.size(), airportError));

        List<String> stated = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && line.contains("](https://") || line.startsWith("- Mean, "))
                .toList();

        assertThat(stated)
                .as("the figures in %s. Lines to paste:%n%s%n", DOCUMENT, String.join("\n", expected))
                .isEqualTo(expected);
    }

    private static double meanCityError(List<Compared> some) {
        return some.stream().mapToDouble(Compared::cityError).average().orElseThrow();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
