package io.chunfeng.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over files and texts, each preceded by its length so that no two sequences look alike. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of one plain file, as {@code sha256sum} prints it. */
    static String ofFile(Path file) {
        return ofFile(file, OpeningListener.NONE);
    }

    static String ofFile(Path file, OpeningListener listener) {
        return new Sha256().content(file, listener).hex();
    }

    Sha256 file(Path file) {
        try {
            length(Files.size(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return content(file, OpeningListener.NONE);
    }

    private Sha256 content(Path file, OpeningListener listener) {
        try (InputStream in = Files.newInputStream(file)) {
            long total = Files.size(file);
            long done = 0;
            byte[] buffer = new byte[1 << 18];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                done += read;
                listener.at(OpeningStage.CHECKING, done, total);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return this;
    }

    Sha256 text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static MapFormatException unreadable(Path file, IOException e) {
        return new MapFormatException(
                "cannot read " + file + " (" + e + "): check that the file exists and may be read", e);
    }

    private void length(long bytes) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes >>> shift));
        }
    }
}
