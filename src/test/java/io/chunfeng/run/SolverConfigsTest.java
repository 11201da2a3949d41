package io.chunfeng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolverConfigsTest {

    @TempDir
    Path folder;

    @Test
    void onlyFilesForTheSolverAreOffered() throws IOException {
        file("b.xml", "<solver/>");
        file(
                "a.xml",
                "<?xml version=\"1.0\"?>\n<!-- why -->\n<solver xmlns=\"https://www.optaplanner.org/xsd/solver\"/>");
        file(
                "benchmark.xml",
                "<plannerBenchmark><inheritedSolverBenchmark><solver/></inheritedSolverBenchmark></plannerBenchmark>");
        file("notes.txt", "<solver/>");
        Files.createDirectory(folder.resolve("folder.xml"));

        SolverConfigs configs = new SolverConfigs(folder);

        assertThat(configs.names()).containsExactly("a.xml", "b.xml");
        assertThatThrownBy(() -> configs.file("benchmark.xml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.xml、b.xml");
    }

    /** Leaving it out would hide the mistake from whoever made it. */
    @Test
    void aBrokenFileIsOfferedSoThatItsFaultIsNamed() throws IOException {
        file("broken.xml", "<solver");

        assertThat(new SolverConfigs(folder).names()).containsExactly("broken.xml");
    }

    @Test
    void aFolderWithoutAnyForTheSolverIsUnreadable() throws IOException {
        file("benchmark.xml", "<plannerBenchmark/>");

        assertThatThrownBy(() -> new SolverConfigs(folder).names())
                .isInstanceOf(SolverConfigs.UnreadableSolverConfigsException.class);
    }

    @Test
    void theBenchmarkOfTheProjectIsNotOfferedAsAConfiguration() {
        assertThat(Path.of("solver-configs/benchmark.xml")).exists();
        assertThat(new SolverConfigs(Path.of("solver-configs")).names())
                .contains("quick.xml", "standard.xml", "overnight.xml")
                .doesNotContain("benchmark.xml");
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
