package io.chunfeng.web;

import io.chunfeng.intake.TableException;
import io.chunfeng.intake.TableException.Reason;
import io.chunfeng.manifest.ManifestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files of names while they are read: in a folder of the program's own, for its user alone, gone as soon as they have been read.
 * What a kill has left is gone at the next start.
 */
@Component
class ManifestUploads {
    private final Path folder;

    ManifestUploads(@Value("${chunfeng.data-folder}") Path data) throws IOException {
        this.folder = data.resolve("manifest-uploads");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
        }
    }

    <T> T read(MultipartFile file, Function<Path, T> reader) {
        if (file.getSize() > ManifestFile.LIMITS.bytes()) {
            throw new TableException(Reason.TOO_LARGE, Long.toString(ManifestFile.LIMITS.megabytes()));
        }
        try {
            Files.createDirectories(folder);
            Path copy = Files.createTempFile(folder, "", ".table"); // readable by its owner only
            try {
                file.transferTo(copy);
                return reader.apply(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
