package io.chunfeng.manifest;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.manifest.ManifestRow.Elsewhere;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens manifests for those who may; what is shown in full stands in the audit log. */
public final class Manifests {
    private final ManifestRepository manifests;
    private final Keyring keys;
    private final Admission admission;
    private final AuditLog log;
    private final Clock clock;

    public Manifests(
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

    /** @throws NoSuchManifestException when the viewer may not open its manifest */
    public Registration group(Viewer viewer, String groupId) {
        return admission.reading(viewer, groupId);
    }

    public static boolean mayWrite(Viewer viewer, Registration group) {
        return Admission.mayWrite(viewer, group);
    }

    /** Needs no keys. Groups without a manifest are absent. @param groupIds that the viewer may see */
    public Map<String, ManifestCounts> counts(Collection<String> groupIds) {
        return manifests.counts(groupIds);
    }

    /** Pairs of groups that share passengers who cannot travel with both. Needs no keys. */
    public List<SharedPassengers> conflicts(Viewer viewer) {
        if (viewer.role() != Role.COUNTY && viewer.role() != Role.DISPATCHER) {
            throw new NoSuchManifestException();
        }
        return manifests.shared(viewer.role() == Role.COUNTY ? viewer.counties() : null).stream()
                .filter(SharedPassengers::conflicting)
                .toList();
    }

    /** @throws ManifestKeysException for want of the keys */
    public Manifest masked(Viewer viewer, String groupId) {
        return manifest(viewer, groupId, false);
    }

    /** Without its rows, for a page that says why they cannot be opened; needs no keys. */
    public Manifest closed(Viewer viewer, String groupId) {
        Registration group = admission.reading(viewer, groupId);
        StoredManifest stored = manifests.find(groupId).orElse(StoredManifest.NONE);
        boolean writable = Admission.mayWrite(viewer, group);
        return new Manifest(group, stored.version(), stored.changedAt(), false, writable, List.of());
    }

    /** In full; recorded first. */
    public Manifest opened(Asker asker, String groupId, OpeningReason reason) {
        Manifest manifest = manifest(asker.viewer(), groupId, true);
        record(asker, "manifest.opened", groupId, manifest.rows().size() + " " + reason);
        return manifest;
    }

    /** As {@link #opened}, for a file. */
    public Manifest exported(Asker asker, String groupId, OpeningReason reason) {
        Manifest manifest = manifest(asker.viewer(), groupId, true);
        record(asker, "manifest.exported", groupId, manifest.rows().size() + " " + reason);
        return manifest;
    }

    /** One passenger in full, to be corrected; recorded. @throws NoSuchManifestException when there is no such row either */
    public Passenger opened(Asker asker, String groupId, UUID passengerId) {
        admission.writing(asker.viewer(), groupId);
        StoredManifest stored = manifests.find(groupId).orElse(StoredManifest.NONE);
        SealedPassenger row = stored.rows().stream()
                .filter(candidate -> candidate.id().equals(passengerId))
                .findFirst()
                .orElseThrow(NoSuchManifestException::new);
        Passenger passenger = keys.toOpen().open(groupId, row);
        record(asker, "manifest.opened", groupId, "1 " + OpeningReason.CORRECTION);
        return passenger;
    }

    private Manifest manifest(Viewer viewer, String groupId, boolean open) {
        Registration group = admission.reading(viewer, groupId);
        StoredManifest stored = manifests.find(groupId).orElse(StoredManifest.NONE);
        boolean writable = Admission.mayWrite(viewer, group);
        if (stored.rows().isEmpty()) {
            return new Manifest(group, stored.version(), stored.changedAt(), open, writable, List.of());
        }
        OpenedRows rows = new OpenedRows(groupId, stored.rows(), keys.toOpen());
        Journey journey = manifests.journey(groupId).orElseThrow(NoSuchManifestException::new);
        Map<UUID, List<Journey>> conflicts = rows.conflicts(manifests);
        List<ManifestRow> shown = rows.passengers().entrySet().stream()
                .map(row -> {
                    List<Elsewhere> elsewhere = conflicts.getOrDefault(row.getKey(), List.of()).stream()
                            .map(other -> seen(viewer, other))
                            .toList();
                    return open
                            ? ManifestRow.open(row.getKey(), row.getValue(), journey.day(), elsewhere)
                            : ManifestRow.masked(row.getKey(), row.getValue(), elsewhere);
                })
                .toList();
        return new Manifest(group, stored.version(), stored.changedAt(), open, writable, shown);
    }

    /** A county learns of another county's group which county and which day, to telephone; nothing that leads to the group. */
    private static Elsewhere seen(Viewer viewer, Journey other) {
        boolean known = viewer.role() == Role.DISPATCHER || viewer.counties().contains(other.county());
        return new Elsewhere(known ? other.groupId() : null, other.county(), other.day());
    }

    private void record(Asker asker, String action, String groupId, String detail) {
        log.add(new AuditLog.Entry(clock.instant(), asker.viewer().login(), action, groupId, detail, asker.address()));
    }
}
