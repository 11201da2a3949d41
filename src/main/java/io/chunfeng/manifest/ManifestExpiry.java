package io.chunfeng.manifest;

import io.chunfeng.account.AuditLog;
import io.chunfeng.manifest.ManifestRepository.Deleted;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes manifests some days after the last day of their campaign; with the last of them, the keys. */
public final class ManifestExpiry {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Logger LOG = LoggerFactory.getLogger(ManifestExpiry.class);

    private final ManifestRepository manifests;
    private final Keyring keys;
    private final AuditLog log;
    private final Clock clock;
    private final int daysKept;

    /** @param daysKept after the campaign's last day; on the day after these a manifest is deleted */
    public ManifestExpiry(ManifestRepository manifests, Keyring keys, AuditLog log, Clock clock, int daysKept) {
        if (daysKept < 0) {
            throw new IllegalArgumentException("chunfeng.manifest-days-kept 不能为负 / must not be negative: " + daysKept);
        }
        this.manifests = manifests;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
        this.daysKept = daysKept;
    }

    public int daysKept() {
        return daysKept;
    }

    public Deleted run() {
        Deleted deleted =
                manifests.deleteOlder(LocalDate.now(clock.withZone(ZONE)).minusDays(daysKept));
        if (deleted.manifests() > 0) {
            boolean shredded = keys.shred();
            String counts = deleted.manifests() + " / " + deleted.passengers();
            log.add(new AuditLog.Entry(clock.instant(), "chunfeng", "manifest.expired", null, counts, null));
            LOG.info("花名册到期删除 / manifests deleted after their campaign: " + counts
                    + (shredded ? "，密钥一并销毁 / and their keys" : ""));
        }
        return deleted;
    }
}
