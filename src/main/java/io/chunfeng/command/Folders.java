package io.chunfeng.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds {@code maps} and {@code solver-configs}: in the working directory, else beside the jar or its build folder. */
final class Folders {
    private Folders() {}

    /** @param named given by the user, or null */
    static Path find(String name, Path named) {
        if (named != null) {
            if (!Files.isDirectory(named)) {
                throw new UsageException("there is no folder " + named);
            }
            return named;
        }
        return candidates(name, System.getProperty("java.class.path", "")).stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of(name));
    }

    /** @param classPath with {@code java -jar} it is the jar */
    static List<Path> candidates(String name, String classPath) {
        List<Path> candidates = new ArrayList<>();
        candidates.add(Path.of(name));
        if (classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator)) {
            Path beside = Path.of(classPath).toAbsolutePath().normalize().getParent();
            candidates.add(beside.resolve(name));
            if (beside.endsWith("target")) {
                candidates.add(beside.resolveSibling(name));
            }
        }
        return candidates;
    }
}
