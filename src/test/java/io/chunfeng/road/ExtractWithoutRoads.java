package io.chunfeng.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An extract that looks right from outside and cannot be imported. */
public final class ExtractWithoutRoads {
    private ExtractWithoutRoads() {}

    public static Path write(Path file) throws IOException {
        return Files.write(
                file, new TinyPbf().node(1, 112, 37).node(2, 112.1, 37).bytes());
    }
}
