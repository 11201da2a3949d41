package io.chunfeng;

import io.chunfeng.account.AuditLog;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.manifest.Keyring;
import io.chunfeng.manifest.ManifestChanges;
import io.chunfeng.manifest.ManifestExpiry;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.ManifestRepository;
import io.chunfeng.manifest.Manifests;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 花名册 with its keys, which lie beside the database and never in it. */
@Configuration(proxyBeanMethods = false)
class ManifestConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ManifestConfiguration.class);

    @Bean
    static Keyring manifestKeyring(
            ChunfengSettings settings, @Value("${chunfeng.manifest-keys}") String file, ManifestRepository manifests) {
        Path keys = file.isBlank() ? settings.data().resolve("keys").resolve("manifest-keys.txt") : Path.of(file);
        return new Keyring(keys, manifests);
    }

    @Bean
    static Manifests manifests(
            ManifestRepository manifests,
            Keyring keys,
            RegistrationRepository registrations,
            AuditLog log,
            Clock clock) {
        return new Manifests(manifests, keys, registrations, log, clock);
    }

    @Bean
    static ManifestChanges manifestChanges(
            ManifestRepository manifests,
            Keyring keys,
            RegistrationRepository registrations,
            AuditLog log,
            Clock clock) {
        return new ManifestChanges(manifests, keys, registrations, log, clock);
    }

    @Bean
    static ManifestExpiry manifestExpiry(
            ManifestRepository manifests,
            Keyring keys,
            AuditLog log,
            Clock clock,
            @Value("${chunfeng.manifest-days-kept}") int daysKept) {
        return new ManifestExpiry(manifests, keys, log, clock, daysKept);
    }

    /** Keys that cannot be used are told at once and keep nothing else from starting. */
    @Bean
    static SmartInitializingSingleton manifestKeys(
            Keyring keys, @Value("${chunfeng.rotate-manifest-keys}") boolean rotate) {
        return () -> {
            try {
                int passengers = rotate ? keys.rotate() : keys.finishRotation();
                if (rotate || passengers > 0) {
                    LOG.info("花名册密钥已更换 / manifest keys rotated, rows sealed anew: {}", passengers);
                }
                keys.check();
            } catch (ManifestKeysException e) {
                LOG.error(e.getMessage());
            }
        };
    }
}
