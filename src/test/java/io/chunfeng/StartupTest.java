package io.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.road.AccessRule;
import io.chunfeng.road.GraphStorage;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;

class StartupTest {

    static Stream<Throwable> known() {
        return Stream.of(
                new PortInUseException(8080),
                new MapFormatException("roads.osm.pbf: not an extract"),
                new OutOfMemoryError("Java heap space"),
                new FlywayException("checksum mismatch"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void saysInTwoLanguagesWhatToDo(Throwable cause) {
        FailureAnalysis analysis = new StartupFailureAnalyzer().analyze(new IllegalStateException("bean", cause));

        assertThat(analysis.getDescription().lines()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(analysis.getDescription()).containsPattern("请");
        assertThat(analysis.getDescription()).containsPattern("(?m)^[A-Z][a-z]+ ");
    }

    @Test
    void theLimitOfTheMapHoldsUnlessOneIsSet() {
        MapSource tables = MapSource.find(Path.of("maps"), Path.of("maps", "china-trunk"));

        assertThat(settings(1.3, null).access(tables)).isEqualTo(AccessRule.usual(tables));
        assertThat(settings(1.3, 31).access(tables).maxMetres()).isEqualTo(31_000);
        assertThat(settings(1.3, 500).access(tables).maxMetres()).isEqualTo(500_000);
    }

    @Test
    void settingsOutOfRangeAreNamedWhateverTheMap() {
        assertThatThrownBy(() -> settings(0.9, null)).hasMessageContaining("chunfeng.access-detour-factor 应为 1 至 5");
        assertThatThrownBy(() -> settings(1.3, 501)).hasMessageContaining("chunfeng.max-access-km 应为 1 至 500");
        assertThatThrownBy(() -> settings(1.3, Integer.MAX_VALUE)).hasMessageContaining("chunfeng.max-access-km");
    }

    @Test
    void lockOutsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new SignInSettings(0, Duration.ofMinutes(15)))
                .hasMessageContaining("chunfeng.sign-in-failures 至少为 1");
        assertThatThrownBy(() -> new SignInSettings(5, Duration.ZERO)).hasMessageContaining("chunfeng.lock-out 应大于 0");
    }

    private static ChunfengSettings settings(double accessDetourFactor, Integer maxAccessKm) {
        return new ChunfengSettings(
                "maps", "", "solver-configs", "", GraphStorage.RAM, "", false, 1, accessDetourFactor, 40, maxAccessKm);
    }

    @Test
    void leavesTheUnknownToOthers() {
        assertThat(new StartupFailureAnalyzer().analyze(new IllegalStateException("something else")))
                .isNull();
    }

    @Test
    void bootAsksItFirst() {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        SpringFactoriesLoader.FailureHandler.logging(
                                org.apache.commons.logging.LogFactory.getLog(StartupTest.class)));

        assertThat(analyzers).first().isInstanceOf(StartupFailureAnalyzer.class);
    }

    @Test
    void firstWordDecidesBetweenCommandAndPages() {
        assertThat(Chunfeng.isCommand(new String[] {})).isFalse();
        assertThat(Chunfeng.isCommand(new String[] {"--server.port=1"})).isFalse();
        assertThat(Chunfeng.isCommand(new String[] {"--help"})).isTrue();
        assertThat(Chunfeng.isCommand(new String[] {"-h"})).isTrue();
        assertThat(Chunfeng.isCommand(new String[] {"plan", "problem.json"})).isTrue();
        assertThat(Chunfeng.isCommand(new String[] {"pln"})).isTrue();
    }

    @Test
    void readyLineNamesAnAddressThatCanBeOpened() {
        assertThat(ReadyMessage.text("0.0.0.0", "80"))
                .isEqualTo("春风专运已就绪：http://127.0.0.1:80/  (English: http://127.0.0.1:80/?lang=en)");
        assertThat(ReadyMessage.text("10.0.0.7", "8081")).contains("http://10.0.0.7:8081/?lang=en");
    }

    @Test
    void aMapThatTookLongerIsToldWithItsTime() {
        assertThat(ReadyMessage.ready("china.osm.pbf (1300.0 MB)", Duration.ofMillis(80_449)))
                .isEqualTo("地图已就绪，用时 80.4 秒 / the map is ready: china.osm.pbf (1300.0 MB)");
    }
}
