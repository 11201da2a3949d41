package io.chunfeng.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The capacity files uploaded last, kept while their preview is looked at. Nothing of them is in the database. */
@Component
class CapacityUploads implements AutoCloseable {
    private static final int KEPT = 20;

    private final Map<String, Upload> uploads = new LinkedHashMap<>();

    /** @param name as the uploader calls it; only shown, never a path */
    record Upload(String key, String login, String name, Path file) {}

    synchronized Upload keep(String login, String name, InputStream content) {
        try {
            Path file = Files.createTempFile("chunfeng-capacity-", ".upload");
            try (content) {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            }
            Upload upload = new Upload(UUID.randomUUID().toString(), login, name, file);
            uploads.put(upload.key(), upload);
            if (uploads.size() > KEPT) {
                forget(uploads.keySet().iterator().next());
            }
            return upload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever uploaded it, and nobody else. */
    synchronized Optional<Upload> find(String key, String login) {
        return Optional.ofNullable(uploads.get(key))
                .filter(upload -> upload.login().equals(login));
    }

    private void forget(String key) throws IOException {
        Files.deleteIfExists(uploads.remove(key).file());
    }

    @Override
    public synchronized void close() throws IOException {
        for (String key : uploads.keySet().toArray(String[]::new)) {
            forget(key);
        }
    }
}
