package io.chunfeng.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells before any work begins that its result could not be written. */
final class OutputFile {
    private OutputFile() {}

    /** @param inputs files that must not be overwritten */
    static Path checked(Path out, Path... inputs) {
        Path folder = out.toAbsolutePath().getParent();
        if (Files.isDirectory(out)) {
            throw new UsageException("--out " + out + " is a folder; name a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("--out " + out + ": there is no folder " + folder + "; create it first");
        }
        if (!Files.isWritable(folder) || Files.exists(out) && !Files.isWritable(out)) {
            throw new UsageException(
                    "--out " + out + " cannot be written; choose another file or change its permissions");
        }
        for (Path input : inputs) {
            if (input.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
                throw new UsageException("--out " + out + " is the input itself; choose another file");
            }
        }
        return out;
    }
}
