package io.chunfeng.manifest;

import io.chunfeng.account.AuditLog;
import io.chunfeng.demand.RegistrationRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Changes manifests. Each change states the version it was made from and replaces all rows at once, or nothing. */
public final class ManifestChanges {
    private final ManifestRepository manifests;
    private final Keyring keys;
    private final Admission admission;
    private final AuditLog log;
    private final Clock clock;

    public ManifestChanges(
            ManifestRepository manifests,
            Keyring keys,
            RegistrationRepository registrations,
            AuditLog log,
            Clock clock) {
        this.manifests = manifests;
        this.keys = keys;
        this.admission = new Admission(registrations);
        this.log = log;
        this.clock = clock;
    }

    /** @throws TwiceInManifestException when the document is in this manifest already */
    public void add(Asker asker, String groupId, int fromVersion, Passenger passenger) {
        Draft draft = draft(asker, groupId, fromVersion);
        draft.put(UUID.randomUUID(), passenger);
        save(asker, draft, "manifest.added", "1");
    }

    /** @throws TwiceInManifestException when another row has the document already */
    public void correct(Asker asker, String groupId, int fromVersion, UUID passengerId, Passenger passenger) {
        Draft draft = draft(asker, groupId, fromVersion);
        draft.require(passengerId);
        draft.put(passengerId, passenger);
        save(asker, draft, "manifest.corrected", "1");
    }

    public void remove(Asker asker, String groupId, int fromVersion, UUID passengerId) {
        Draft draft = draft(asker, groupId, fromVersion);
        draft.require(passengerId);
        draft.passengers.remove(passengerId);
        save(asker, draft, "manifest.removed", "1");
    }

    /** In place of whatever was there. @throws TwiceInManifestException when a document appears twice */
    public void replace(Asker asker, String groupId, int fromVersion, List<Passenger> passengers) {
        StoredManifest stored = stored(asker, groupId, fromVersion);
        int before = stored.rows().size();
        Draft draft = new Draft(groupId, fromVersion, List.of(), keys.toSeal());
        passengers.forEach(passenger -> draft.put(UUID.randomUUID(), passenger));
        save(asker, draft, "manifest.uploaded", before + " → " + passengers.size());
    }

    private Draft draft(Asker asker, String groupId, int fromVersion) {
        StoredManifest stored = stored(asker, groupId, fromVersion);
        return new Draft(groupId, fromVersion, stored.rows(), keys.toSeal());
    }

    private StoredManifest stored(Asker asker, String groupId, int fromVersion) {
        admission.writing(asker.viewer(), groupId);
        StoredManifest stored = manifests.find(groupId).orElse(StoredManifest.NONE);
        if (stored.version() != fromVersion) {
            throw new StaleManifestException(groupId);
        }
        return stored;
    }

    private void save(Asker asker, Draft draft, String action, String detail) {
        Set<String> documents = new HashSet<>();
        draft.passengers.values().stream()
                .map(Passenger::document)
                .filter(document -> document != null && !documents.add(document.identity()))
                .findAny()
                .ifPresent(twice -> {
                    throw new TwiceInManifestException();
                });
        String login = asker.viewer().login();
        manifests.save(
                draft.groupId, draft.fromVersion, ManifestCounts.of(draft.passengers.values()), draft.rows(), login);
        log.add(new AuditLog.Entry(clock.instant(), login, action, draft.groupId, detail, asker.address()));
    }

    /** The manifest while it is changed; untouched rows keep their seals. */
    private static final class Draft {
        private final String groupId;
        private final int fromVersion;
        private final Seal seal;
        private final Map<UUID, SealedPassenger> untouched = new LinkedHashMap<>();
        private final Map<UUID, Passenger> passengers;

        private Draft(String groupId, int fromVersion, List<SealedPassenger> rows, Seal seal) {
            this.groupId = groupId;
            this.fromVersion = fromVersion;
            this.seal = seal;
            rows.forEach(row -> untouched.put(row.id(), row));
            this.passengers = new OpenedRows(groupId, rows, seal).passengers();
        }

        private void require(UUID passengerId) {
            if (!passengers.containsKey(passengerId)) {
                throw new NoSuchManifestException();
            }
        }

        private void put(UUID id, Passenger passenger) {
            untouched.remove(id);
            passengers.put(id, passenger);
        }

        private List<SealedPassenger> rows() {
            List<SealedPassenger> rows = new ArrayList<>();
            passengers.forEach((id, passenger) ->
                    rows.add(untouched.containsKey(id) ? untouched.get(id) : seal.seal(groupId, id, passenger)));
            return rows;
        }
    }
}
