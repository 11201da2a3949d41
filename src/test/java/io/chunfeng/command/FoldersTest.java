package io.chunfeng.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @Test
    void theWorkingDirectoryComesFirstThenTheJarsFolderThenTheProjects() {
        assertThat(Folders.candidates("maps", "/opt/x/target/chunfeng.jar"))
                .containsExactly(Path.of("maps"), Path.of("/opt/x/target/maps"), Path.of("/opt/x/maps"));
        assertThat(Folders.candidates("maps", "/opt/x/chunfeng.jar"))
                .containsExactly(Path.of("maps"), Path.of("/opt/x/maps"));
        assertThat(Folders.candidates("maps", "/opt/x/classes")).containsExactly(Path.of("maps"));
    }

    @Test
    void aNamedFolderMustExist(@TempDir Path folder) {
        assertThat(Folders.find("maps", folder)).isEqualTo(folder);
        assertThatThrownBy(() -> Folders.find("maps", folder.resolve("none"))).isInstanceOf(UsageException.class);
    }
}
