package io.chunfeng.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.road.Doubt;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetworks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands say of coordinates, on a map of two cities 90 km apart and an island of its own. */
class CoordinatesTest {
    private static final String PROBLEM = """
            {"format":"chunfeng-problem/1","id":"p","name":"n","asOf":"2024-02-15T00:00:00+08:00",
             "places":[{"id":"a","name":"甲","adminCode":"140105","lon":112.0,"lat":37.0},
                       {"id":"b","name":"乙","adminCode":"140200","lon":113.0,"lat":37.0},
                       {"id":"c","name":"丙","adminCode":"CODE","LON_LAT}],
             "groups":[{"id":"g","county":"140105","from":"a","to":"b","headcount":3,
               "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-17T15:00:00+08:00"}]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void map() throws IOException {
        Files.write(
                folder.resolve("places.csv"),
                List.of(
                        "id,name,adminCode,lon,lat,kind",
                        "A,甲市,140100,112.00,37.00,city",
                        "B,乙市,140200,113.00,37.00,city",
                        "X,岛甲,460100,110.00,20.00,city",
                        "Y,岛乙,460200,110.20,20.00,city"));
        Files.write(folder.resolve("links.csv"), List.of("from,to,ref,name,km,minutes", "A,B,,,100,80", "X,Y,,,30,45"));
    }

    private int run(String command, String code, String lonLat) throws IOException {
        Path problem = folder.resolve("p.json");
        Files.writeString(problem, PROBLEM.replace("CODE", code).replace("\"LON_LAT", lonLat));
        Files.writeString(folder.resolve("standard.xml"), "<solver/>");
        err.reset();
        List<String> args = new ArrayList<>(List.of(command, problem.toString()));
        args.addAll(command.equals("check") ? List.of() : List.of("--out"));
        args.addAll(List.of(target().toString(), "--map", folder.toString()));
        return CommandLine.run(
                args.toArray(String[]::new),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ServesNobody(),
                (asked, made, journey) -> List.of(),
                (mapsFolder, map) -> RoadNetworks.open(MapSource.find(folder, map), folder.resolve("graphs")));
    }

    private Path target() {
        return folder.resolve("out.json");
    }

    private List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aPairWithoutAWayIsNullInMetresSecondsAndExpressway() throws IOException {
        assertThat(run("matrix", "460100", "\"lon\":110.1,\"lat\":20.0"))
                .as("%s", err())
                .isZero();

        JsonNode matrix = JsonMapper.shared().readTree(Files.readString(target()));
        for (String part : List.of("metres", "seconds", "expressway")) {
            JsonNode rows = matrix.get(part);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    boolean island = i == 2 ^ j == 2;
                    assertThat(rows.get(i).get(j).isNull())
                            .as("%s %d %d", part, i, j)
                            .isEqualTo(island);
                    assertThat(island || rows.get(i).get(j).doubleValue() < 200_000)
                            .isTrue();
                }
            }
        }
        assertThat(err()).singleElement().asString().startsWith("map: ");
    }

    @Test
    void aDoubtIsOneLineAndChangesNoExitCode() throws IOException {
        String typo = "p.json: $.places[2]: warning: 丙 lies 1900 km from 岛甲 (4601); check lon, lat and adminCode";
        for (String command : List.of("matrix", "plan", "check")) {
            assertThat(run(command, "460105", "\"lon\":112.0,\"lat\":37.0"))
                    .as("%s", err())
                    .isZero();
            assertThat(err()).contains(typo);
            assertThat(target()).exists();
        }
    }

    @Test
    void axesThatAreSwappedAreNamedBeforeThePlaceIsFoundOffTheMap() throws IOException {
        assertThat(run("matrix", "140105", "\"lon\":37.5,\"lat\":75.5")).isEqualTo(CommandLine.BAD_INPUT);
        assertThat(err())
                .contains("p.json: $.places[2]: warning: 丙: longitude and latitude look swapped: (37.5, 75.5) →"
                        + " (75.5, 37.5)");
        assertThat(err().get(err().size() - 1))
                .startsWith("p.json: $.places[2]: 丙 is off the map and cannot be reached: the nearest road lies ")
                .contains(" km east, at most 150 km are allowed; correct lon and lat");
        assertThat(target()).doesNotExist();
    }

    @Test
    void axesThatCannotBeReadAreNamedToo() throws IOException {
        assertThat(run("matrix", "140105", "\"lon\":39.9,\"lat\":116.4")).isEqualTo(CommandLine.BAD_INPUT);
        assertThat(err())
                .containsExactly(
                        "p.json: $.places[2].lat: is the number 116.4, expected a number from -90.0 to 90.0",
                        "p.json: $.places[2].lon: lon and lat look swapped: (39.9, 116.4) → (116.4, 39.9)");
        assertThat(run("matrix", "140105", "\"lon\":2.35,\"lat\":116.4")).isEqualTo(CommandLine.BAD_INPUT);
        assertThat(err()).as("Paris is not in China either way").hasSize(1);
    }

    @Test
    void aShiftedSetNamesAllItsPlacesInOneLine() {
        List<Place> places = IntStream.range(0, 4)
                .mapToObj(i -> new Place("p" + i, "第" + i, "140105", Position.wgs84(112, 37 + i)))
                .toList();
        Doubt doubt = new Doubt.OtherSystem(List.of(places.get(1), places.get(3)), Crs.GCJ02, 38, 4);

        assertThat(DoubtLines.of(List.of(doubt), "p.json", places))
                .containsExactly(
                        "p.json: $.places[1,3]: warning: 第1 and 1 more: given in WGS84, but the streets fit GCJ02:"
                                + " median distance to a road 4 m instead of 38 m; check crs, also of other places from the same source");
    }
}
