package io.chunfeng.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.manifest.ManifestKeysException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void keepsKeysForItsOwnerAlone() throws IOException {
        Path path = folder.resolve("keys").resolve("manifest-keys.txt");
        KeyFile file = new KeyFile(path);
        assertThat(file.read()).isEmpty();
        KeySets keys = KeySets.fresh();
        file.write(keys);
        KeySets read = file.read().orElseThrow();
        assertThat(read.sealing().equalsKeyset(keys.sealing())).isTrue();
        assertThat(read.index().equalsKeyset(keys.index())).isTrue();
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                    .isEqualTo("rwx------");
        }
        file.write(keys.rotated());
        assertThat(file.read().orElseThrow().holdsOldKeys()).isTrue();
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
        file.delete();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void aDamagedFileIsTakenForNothingElse() throws IOException {
        Path path = folder.resolve("manifest-keys.txt");
        new KeyFile(path).write(KeySets.fresh());
        String text = Files.readString(path);
        for (String damaged :
                new String[] {"", text.substring(0, text.length() / 2), text.replace("\"value\"", "\"v\"")}) {
            Files.writeString(path, damaged);
            assertThatThrownBy(() -> new KeyFile(path).read())
                    .isInstanceOfSatisfying(
                            ManifestKeysException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE))
                    .hasMessageContaining(path.toString())
                    .hasNoCause();
        }
    }
}
