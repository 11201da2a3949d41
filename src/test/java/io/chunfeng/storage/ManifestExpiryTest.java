package io.chunfeng.storage;

import static io.chunfeng.storage.ManifestWorld.COUNTY;
import static io.chunfeng.storage.ManifestWorld.GROUP;
import static io.chunfeng.storage.ManifestWorld.OTHER_COUNTY;
import static io.chunfeng.storage.ManifestWorld.OTHER_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chunfeng.manifest.ManifestExpiry;
import io.chunfeng.manifest.ManifestRepository.Deleted;
import io.chunfeng.manifest.TestPersons;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thirty days after the campaign's last day, 2024-04-08. */
class ManifestExpiryTest {
    private static final LocalDate LAST_KEPT = LocalDate.of(2024, 5, 8);
    private static final Deleted NOTHING = new Deleted(0, 0);

    @TempDir
    private Path folder;

    private ManifestWorld world;

    @BeforeEach
    void open() {
        world = new ManifestWorld(folder);
        world.put(COUNTY, GROUP, TestPersons.workers(1, 4));
        world.put(OTHER_COUNTY, OTHER_GROUP, TestPersons.workers(5, 7));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theThirtiethDayIsKeptAndTheNextIsNot() {
        assertThat(world.expiryOn(LAST_KEPT).run()).isEqualTo(NOTHING);
        assertThat(world.expiryOn(LAST_KEPT.plusDays(1)).run()).isEqualTo(new Deleted(2, 5));
        assertThat(world.rows.find(GROUP)).isEmpty();
        assertThat(world.database
                        .sql()
                        .sql("SELECT count(*) FROM manifest_passenger")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(world.database.audit().entries(null, "manifest.expired", 10, 0))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("2 / 5"));
        assertThat(world.expiryOn(LAST_KEPT.plusDays(2)).run()).isEqualTo(NOTHING);
    }

    /** Midnight in Shanghai decides: half past three in the afternoon before, in UTC, is still the thirtieth day. */
    @Test
    void daysAreThoseOfShanghai() {
        Instant lastMoment = LAST_KEPT
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .minusNanos(1)
                .toInstant();
        Clock clock = Clock.fixed(lastMoment, ZoneOffset.UTC);
        assertThat(new ManifestExpiry(world.rows, world.keys, world.database.audit(), clock, 30).run())
                .isEqualTo(NOTHING);
    }

    @Test
    void withTheLastManifestTheKeysGo() {
        LocalDate later = LocalDate.of(2024, 6, 1);
        world.database.demand().save(List.of(ManifestWorld.group("G9", ManifestWorld.TAIYUAN, "P1", "P3", later)));
        world.put(COUNTY, "G9", TestPersons.workers(20, 22));
        assertThat(world.expiryOn(LAST_KEPT.plusDays(1)).run()).isEqualTo(new Deleted(2, 5));
        assertThat(world.keyFile).exists();
        // outside of every campaign the season ends with the group's latest arrival, two days after it leaves
        assertThat(world.expiryOn(later.plusDays(32)).run()).isEqualTo(NOTHING);
        assertThat(world.expiryOn(later.plusDays(33)).run()).isEqualTo(new Deleted(1, 2));
        assertThat(world.keyFile).doesNotExist();
        world.put(COUNTY, GROUP, TestPersons.workers(1, 2));
        assertThat(world.keyFile).exists();
        assertThat(world.manifests.masked(COUNTY.viewer(), GROUP).rows()).hasSize(1);
    }

    @Test
    void aNegativeTimeIsRefused() {
        assertThatThrownBy(() -> new ManifestExpiry(world.rows, world.keys, null, Clock.systemUTC(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chunfeng.manifest-days-kept");
    }

    /** The job itself, on a clock that goes on like any other and jumps by a day. */
    @Test
    void theJobRunsEveryNight() {
        Instant begin = LAST_KEPT.atStartOfDay().toInstant(ZoneOffset.UTC);
        AtomicReference<Clock> moved =
                new AtomicReference<>(Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), begin)));
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return moved.get().instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return moved.get().withZone(zone);
            }
        };
        ManifestExpiry expiry = new ManifestExpiry(world.rows, world.keys, world.database.audit(), clock, 30);
        ManifestExpiryJob job =
                new ManifestExpiryJob(world.database.dataSource(), clock, Duration.ofMillis(50), expiry::run);
        job.start();
        try {
            assertThat(job.isRunning()).isTrue();
            assertThat(world.rows.find(GROUP)).isPresent();
            moved.set(Clock.offset(moved.get(), Duration.ofDays(1)));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> world.rows.find(GROUP).isEmpty());
        } finally {
            job.stop();
        }
        assertThat(job.isRunning()).isFalse();
    }
}
