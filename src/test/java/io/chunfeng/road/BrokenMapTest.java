package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenMapTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "D,丁市,140300,112.1,37.9|4 fields|5 fields instead of 6",
                "D,丁市,140300,x,37.9,city|lon|lon 'x' is not a number",
                "D,丁市,140300,,37.9,city|lon|lon '' is not a number",
                "D,丁市,140300,1e2,37.9,city|lon|lon '1e2' is not a number",
                "D,丁市,140300,NaN,37.9,city|lon|lon 'NaN' is not a number",
                "D,丁市,140300,37.9,112.1,city|swapped|lon 37.9 is outside 70 to 140",
                "D,丁市,140300,112.1,91,city|lat|lat 91 is outside 0 to 60",
                "D,丁市,14030,112.1,37.9,city|code|adminCode '14030' is not six digits",
                "D,丁市,140300,112.1,37.9,town|kind|kind 'town' is unknown",
                "A,丁市,140300,112.1,37.9,city|twice|id 'A' is already on line 3",
                ",丁市,140300,112.1,37.9,city|id|id is empty",
                "D,,140300,112.1,37.9,city|name|name is empty",
                "D,\"丁市\",140300,112.1,37.9,city|quotes|a quotation mark",
                "D,丁市,140300,112.1,37.9,city|alone|no link touches 'D'",
            })
    void aBrokenLineOfPlacesIsReportedWithItsNumber(String line, String what, String fault) {
        List<String> places = new ArrayList<>(Fixtures.PLACES);
        places.add(line);

        assertThatThrownBy(() -> open(Fixtures.tables(folder.resolve("map"), places, Fixtures.LINKS)))
                .as(what)
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("places.csv line 9: " + fault)
                .hasMessageContaining("; ");
        assertNothingLeft();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A,Z,,,10,10|to 'Z' is not in places.csv",
                "Z,A,,,10,10|from 'Z' is not in places.csv",
                "A,A,,,10,10|the link leads from 'A' to itself",
                "J,A,,,10,10|'J' and 'A' are already joined on line 2",
                "A,B,,,0,10|km and minutes must be greater than 0",
                "A,B,,,10,0|km and minutes must be greater than 0",
                "A,B,,,-10,10|km -10 is outside 0 to 2000",
                "A,B,,,10,|minutes '' is not a number",
                "A,B,,,200,60|no coach drives 200.0 km/h",
                "A,B,,,1,600|no coach drives 0.1 km/h",
                "A,B,,,10|5 fields instead of 6",
            })
    void aBrokenLineOfLinksIsReportedWithItsNumber(String line, String fault) {
        List<String> links = new ArrayList<>(Fixtures.LINKS);
        links.add(line);

        assertThatThrownBy(() -> open(Fixtures.tables(folder.resolve("map"), Fixtures.PLACES, links)))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("links.csv line 7: " + fault);
        assertNothingLeft();
    }

    @Test
    void everyBrokenLineOfBothTablesIsReportedAtOnce() {
        List<String> places = new ArrayList<>(Fixtures.PLACES);
        places.add("D,丁市,140300,x,y,city");
        List<String> links = new ArrayList<>(Fixtures.LINKS);
        links.add("D,A,,,ten,10");

        assertThatThrownBy(() -> open(Fixtures.tables(folder.resolve("map"), places, links)))
                .hasMessageContaining("lon 'x'")
                .hasMessageContaining("lat 'y'")
                .hasMessageContaining("km 'ten'")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(3));
    }

    @Test
    void aWrongHeadAnEmptyTableAndAMissingTableAreReported() throws IOException {
        assertThatThrownBy(() -> open(Fixtures.tables(folder.resolve("head"), List.of("a,b"), Fixtures.LINKS)))
                .hasMessageContaining(
                        "places.csv line 1: the head line is 'a,b'; it must be id,name,adminCode,lon,lat,kind");
        assertThatThrownBy(() -> open(Fixtures.tables(folder.resolve("none"), List.of(), List.of())))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("the table is empty");
        MapSource missing = Fixtures.tables(folder.resolve("missing"), Fixtures.PLACES, Fixtures.LINKS);
        Files.delete(missing.path().resolve("links.csv"));
        assertThatThrownBy(() -> open(missing))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("links.csv")
                .hasMessageContaining("check that the file exists");
        assertNothingLeft();
    }

    @Test
    void aTableInAnotherEncodingIsReportedAndSpreadsheetHabitsAreTaken() throws IOException {
        MapSource gbk = Fixtures.tables(folder.resolve("gbk"), Fixtures.PLACES, Fixtures.LINKS);
        Files.write(gbk.path().resolve("places.csv"), Fixtures.PLACES, Charset.forName("GBK"));
        assertThatThrownBy(() -> open(gbk))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("places.csv: not UTF-8 text; save it as \"CSV UTF-8\"");
        assertNothingLeft();

        MapSource excel = Fixtures.tables(folder.resolve("excel"), Fixtures.PLACES, Fixtures.LINKS);
        Files.writeString(excel.path().resolve("places.csv"), "\uFEFF" + String.join("\r\n", Fixtures.PLACES) + "\r\n");
        try (RoadNetwork roads = open(excel)) {
            assertThat(roads.matrix(List.of(Fixtures.A, Fixtures.B)).metres()[0][1])
                    .isEqualTo(130_000);
        }
    }

    @Test
    void whatIsNoExtractIsRefusedAtOnce() throws IOException {
        byte[] good =
                new TinyPbf().node(1, 112, 37).node(2, 112.1, 37).way(1, 2).bytes();
        refused("text", "这不是地图\n".repeat(1_000).getBytes(), "not an OpenStreetMap extract in PBF format");
        refused("xml", "<?xml version='1.0'?><osm/>".getBytes(), "not an OpenStreetMap extract in PBF format");
        refused("short", new byte[] {0, 0}, "not an OpenStreetMap extract in PBF format");
        refused("empty", new byte[0], "the file is empty");
        refused("cut", Arrays.copyOf(good, good.length - 5), "cut off");
        refused("head", Arrays.copyOf(good, TinyPbf.HEAD_BYTES), "holds no data");
        refused("noise", concat(good, new byte[] {1, 2, 3, 4, 5}), "damaged");
        refused("noRoads", new TinyPbf().node(1, 112, 37).node(2, 112.1, 37).bytes(), "no road");
        TinyPbf fences =
                new TinyPbf().node(1, 112, 37).node(2, 112.1, 37).way(1, 2, "highway", "service", "access", "private");
        refused("private", fences.bytes(), "every road is closed to cars or private");
        byte[] spoilt = good.clone();
        Arrays.fill(spoilt, TinyPbf.HEAD_BYTES + 40, good.length - 1, (byte) 0x7f);
        refused("spoilt", spoilt, "cannot be imported");
    }

    private void refused(String name, byte[] content, String fault) throws IOException {
        Path file = Files.write(folder.resolve(name + ".osm.pbf"), content);
        assertThatThrownBy(() -> open(MapSource.find(folder, file)))
                .as(name)
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining(name + ".osm.pbf")
                .hasMessageContaining(fault);
        assertNothingLeft();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private RoadNetwork open(MapSource source) {
        return RoadNetworks.open(source, folder.resolve("graphs"));
    }

    private void assertNothingLeft() {
        Path graphs = folder.resolve("graphs");
        if (Files.exists(graphs)) {
            Fixtures.assertNoGraphIn(graphs);
        }
    }
}
