package io.chunfeng.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of one group, opened inside of this package. */
final class OpenedRows {
    private final String groupId;
    private final Seal seal;
    private final Map<UUID, Passenger> passengers = new LinkedHashMap<>();

    OpenedRows(String groupId, List<SealedPassenger> rows, Seal seal) {
        this.groupId = groupId;
        this.seal = seal;
        rows.forEach(row -> passengers.put(row.id(), seal.open(groupId, row)));
    }

    Map<UUID, Passenger> passengers() {
        return passengers;
    }

    /** Journeys that a passenger is registered for as well and cannot make besides this one. */
    Map<UUID, List<Journey>> conflicts(ManifestRepository manifests) {
        Map<String, UUID> owners = owners(passengers);
        Journey here = manifests.journey(groupId).orElseThrow(NoSuchManifestException::new);
        Map<UUID, List<Journey>> conflicts = new LinkedHashMap<>();
        for (Sighting sighting : manifests.sightings(groupId, bytes(owners.keySet()))) {
            if (!here.goesTogetherWith(sighting.journey())) {
                conflicts
                        .computeIfAbsent(owners.get(hex(sighting.index())), owner -> new ArrayList<>())
                        .add(sighting.journey());
            }
        }
        return conflicts;
    }

    private Map<String, UUID> owners(Map<UUID, Passenger> people) {
        Map<String, UUID> owners = new LinkedHashMap<>();
        people.forEach((id, passenger) -> {
            if (passenger.document() != null) {
                seal.indexes(passenger.document()).forEach(index -> owners.put(hex(index), id));
            }
        });
        return owners;
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static Collection<byte[]> bytes(Collection<String> hex) {
        return hex.stream().map(java.util.HexFormat.of()::parseHex).collect(Collectors.toList());
    }
}
