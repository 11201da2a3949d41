package io.chunfeng.manifest;

import java.nio.file.Path;

/** The state that a rotation leaves when it is killed between its steps. */
public final class KilledRotation {
    private KilledRotation() {}

    public static void afterWritingKeys(Path file) {
        KeyFile keys = new KeyFile(file);
        keys.write(keys.read().orElseThrow().rotated());
    }
}
