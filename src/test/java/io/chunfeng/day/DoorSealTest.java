package io.chunfeng.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that nobody can make up, and the key behind them. */
class DoorSealTest {
    private static final Instant EXPIRY = Instant.parse("2024-02-19T16:00:00Z");
    private static final DoorLink LINK = link(7, 5, "C1", "张三", EXPIRY);

    private final DoorSeal seal = new DoorSeal(new byte[32]);

    private static DoorLink link(long id, long plan, String vehicle, String escort, Instant expiry) {
        return new DoorLink(id, new TripRef(plan, vehicle), escort, "d", expiry.minusSeconds(1), expiry, null);
    }

    @Test
    void aTokenOpensItsOwnLinkOnly() {
        String token = seal.token(LINK);

        assertThat(seal.opens(token, LINK)).isTrue();
        assertThat(DoorSeal.id(token)).hasValue(7);
        for (DoorLink bent : List.of(
                link(8, 5, "C1", "张三", EXPIRY),
                link(7, 6, "C1", "张三", EXPIRY),
                link(7, 5, "C2", "张三", EXPIRY),
                link(7, 5, "C1", "李四", EXPIRY),
                link(7, 5, "C1", "张三", EXPIRY.plusSeconds(1)))) {
            assertThat(seal.opens(token, bent)).as(bent.toString()).isFalse();
        }
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(new DoorSeal(other).opens(token, LINK)).isFalse();
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String token = seal.token(LINK);
        // the last character holds four bits of the signature and two that must be nought
        for (int i = 2; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String bent = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(seal.opens(bent, LINK)).as(bent).isFalse();
        }
    }

    @Test
    void whatCanBeNoTokenNamesNoLink() {
        for (String wrong : List.of("", "7", "7-", "-x", "worker.js", seal.token(LINK) + "A", "9".repeat(19) + "-x")) {
            assertThat(DoorSeal.id(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void theKeyStaysAndIsForItsOwnerAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys").resolve("door-key.txt");
        String token = DoorKeyFile.open(file).token(LINK);

        assertThat(DoorKeyFile.open(file).opens(token, LINK)).isTrue();
        assertThat(DoorKeyFile.open(folder.resolve("other.txt")).opens(token, LINK))
                .isFalse();
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        Files.writeString(file, "# Key\nAAAA\n");
        assertThatThrownBy(() -> DoorKeyFile.open(file)).hasMessageContaining("已损坏");
    }
}
