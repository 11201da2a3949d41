package io.chunfeng.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the program this is, so that a plan can be made again by the same. */
public final class CodeVersion {
    private static final String FILE = "/META-INF/build-info.properties";
    private static final String CURRENT = read();

    private CodeVersion() {}

    /** Version and moment of the build, for example {@code 0.1.0 (2024-02-15T08:00:00Z)}; {@code unpackaged} without either. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream in = CodeVersion.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return "unpackaged";
            }
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("build.version") + " (" + build.getProperty("build.time") + ")";
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
    }
}
