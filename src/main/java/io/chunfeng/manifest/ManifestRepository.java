package io.chunfeng.manifest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sealed manifests. What is stored here tells nothing about anybody without the keys. */
public interface ManifestRepository {

    Optional<StoredManifest> find(String groupId);

    /** Without those that have no manifest. */
    Map<String, ManifestCounts> counts(Collection<String> groupIds);

    /**
     * Replaces all rows at once.
     *
     * @param fromVersion the version the change was made from, 0 for a first manifest
     * @param rows in their order
     * @throws StaleManifestException when it has been changed since
     */
    void save(String groupId, int fromVersion, ManifestCounts counts, List<SealedPassenger> rows, String actor);

    Optional<Journey> journey(String groupId);

    /** Rows with one of these indexes in other groups. */
    List<Sighting> sightings(String groupId, Collection<byte[]> indexes);

    /** For each pair of groups the number of passengers that are in both, of groups registered by these counties; null: all. */
    List<SharedPassengers> shared(Collection<String> counties);

    /** Empty until the first keys were made. */
    Optional<KeyCheck> keyCheck();

    /** The stored one; where there is none, this one from now on. Nobody else makes keys meanwhile. */
    KeyCheck keyCheckOr(Supplier<KeyCheck> first);

    /**
     * Seals every row anew, all or none.
     *
     * @param again by group id
     * @return how many
     */
    int reseal(Function<String, Function<SealedPassenger, SealedPassenger>> again, KeyCheck check);

    /**
     * Deletes the manifests that are no longer needed: those whose season is over.
     *
     * @param lastSeasonDay deleted when their season ended before it. A season is the campaign that the group's day of departure lies
     *     in; outside of every campaign it ends with the group's latest arrival.
     */
    Deleted deleteOlder(LocalDate lastSeasonDay);

    /** Forgets the key check, unless there is a manifest. @param then done before anybody else makes keys */
    boolean forgetKeys(Runnable then);

    record Deleted(int manifests, int passengers) {}
}
