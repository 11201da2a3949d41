package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small maps written by the tests themselves. */
final class Fixtures {
    static final Path MAPS = Path.of("maps");
    static final Path OSM = Path.of("../shared/data/osm");

    static final List<String> PLACES = List.of(
            "# credit",
            "id,name,adminCode,lon,lat,kind",
            "A,甲市,140100,112.00,37.00,city",
            "B,乙市,140200,113.00,37.00,city",
            "C,丙县,140221,113.00,38.00,county",
            "J,枢纽,,112.50,37.10,junction",
            "X,岛甲,,110.00,20.00,city",
            "Y,岛乙,,110.20,20.00,city");

    static final List<String> LINKS = List.of(
            "from,to,ref,name,km,minutes",
            "A,J,G5,京昆高速,60,40",
            "J,B,,,70,80",
            "B,C,,,150,100",
            "A,C,,,300,400",
            "X,Y,,,30,45");

    private Fixtures() {}

    static MapSource tables(Path folder, List<String> places, List<String> links) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("places.csv"), places);
            Files.write(folder.resolve("links.csv"), links);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MapSource.find(folder, folder);
    }

    /** Nor half a graph; a hash may have been remembered. */
    static void assertNoGraphIn(Path cache) {
        assertThat(cache).isDirectoryNotContaining(path -> !path.endsWith("hashes.txt"));
    }

    static Place place(String id, double lon, double lat) {
        return new Place(id, "名" + id, "140100", Position.wgs84(lon, lat));
    }

    static final Place A = place("a", 112.00, 37.00);
    static final Place B = place("b", 113.00, 37.00);
    static final Place C = place("c", 113.00, 38.00);
    static final Place X = place("x", 110.00, 20.00);
    static final Place Y = place("y", 110.20, 20.00);
}
