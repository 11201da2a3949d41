package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapSourceTest {
    @TempDir
    Path maps;

    @Test
    void withoutAnExtractTheDefaultTablesAreTaken() throws IOException {
        Files.createDirectory(maps.resolve("china-trunk"));

        MapSource source = MapSource.find(maps, null);

        assertThat(source).isInstanceOf(TrunkTables.class);
        assertThat(source.description()).isEqualTo("the default trunk network");
        assertThat(source.maxAccessMetres()).isEqualTo(150_000);
    }

    @Test
    void theOnlyExtractIsTakenBeforeTheTables() throws IOException {
        Files.createDirectory(maps.resolve("china-trunk"));
        Files.writeString(maps.resolve("shanxi.osm.pbf"), "abc");

        MapSource source = MapSource.find(maps, null);

        assertThat(source.path()).isEqualTo(maps.resolve("shanxi.osm.pbf"));
        assertThat(source.maxAccessMetres()).isEqualTo(30_000);
        assertThat(source.sha256())
                .as("what sha256sum prints")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theMapNamedExplicitlyIsTakenBeforeAll() throws IOException {
        Files.writeString(maps.resolve("one.osm.pbf"), "1");
        Path other = Files.writeString(maps.resolve("other.pbf"), "2");

        assertThat(MapSource.find(maps, other).path()).isEqualTo(other);
    }

    @Test
    void severalExtractsAreAnErrorThatNamesThem() throws IOException {
        Files.writeString(maps.resolve("b.osm.pbf"), "1");
        Files.writeString(maps.resolve("a.osm.pbf"), "2");

        assertThatThrownBy(() -> MapSource.find(maps, null))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("a.osm.pbf, ")
                .hasMessageContaining("b.osm.pbf")
                .hasMessageContaining("--map");
    }

    @Test
    void aMapThatDoesNotExistIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> MapSource.find(maps, maps.resolve("none.osm.pbf")))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("none.osm.pbf does not exist")
                .hasMessageContaining("--map");
        assertThatThrownBy(() -> MapSource.find(maps.resolve("none"), null))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> MapSource.find(maps, null))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("china-trunk does not exist");
    }
}
