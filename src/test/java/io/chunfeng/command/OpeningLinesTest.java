package io.chunfeng.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.road.ExtractWithoutRoads;
import io.chunfeng.road.GraphStorage;
import io.chunfeng.road.Held;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.Opening;
import io.chunfeng.road.OpeningListener;
import io.chunfeng.road.OpeningNetwork;
import io.chunfeng.road.OpeningStage;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OpeningLinesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Lets the map go on as soon as a line about it has been printed. */
    private final class Watched extends PrintStream {
        private final Held held;

        Watched(Held held) {
            super(err, true, StandardCharsets.UTF_8);
            this.held = held;
        }

        @Override
        public void println(String line) {
            super.println(line);
            held.release();
        }
    }

    @Test
    void aMapThatTakesLongerIsToldWithItsStageAndTime() throws Exception {
        Held held = new Held(OpeningStage.PREPARING);
        OpeningNetwork opening =
                RoadNetworks.openInBackground(MapSource.find(Path.of("maps"), null), folder, GraphStorage.RAM, held);
        held.awaitReached();

        try (RoadNetwork roads = OpeningLines.await(opening, new Watched(held))) {
            assertThat(roads.mapSha256())
                    .isEqualTo(MapSource.find(Path.of("maps"), null).sha256());
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsPattern("(?m)^ +\\d+\\.\\d s  map: preparing the graph$");
    }

    @Test
    void aBrokenMapIsThrownNotPrinted() throws Exception {
        Path broken = ExtractWithoutRoads.write(folder.resolve("broken.osm.pbf"));
        OpeningNetwork opening = RoadNetworks.openInBackground(
                MapSource.find(folder, broken), folder, GraphStorage.RAM, OpeningListener.NONE);

        assertThatThrownBy(() -> OpeningLines.await(opening, System.err))
                .isInstanceOf(MapFormatException.class)
                .hasMessageContaining("holds no road");
    }

    @Test
    void aShareIsToldOnlyWhereItIsKnown() {
        assertThat(line(OpeningStage.CHECKING, 650, 1300)).isEqualTo("   80.5 s  map: checking the files 50 %");
        assertThat(line(OpeningStage.READING, 1_234_567, 0)).isEqualTo("   80.5 s  map: reading roads (1,234,567)");
        assertThat(line(OpeningStage.PREPARING, 0, 0)).isEqualTo("   80.5 s  map: preparing the graph");
    }

    private static String line(OpeningStage stage, long done, long total) {
        return OpeningLines.line(
                new Opening(Opening.State.PREPARING, stage, done, total, Duration.ofMillis(80_500), null));
    }
}
