package io.chunfeng.storage;

import io.chunfeng.manifest.Journey;
import io.chunfeng.manifest.KeyCheck;
import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.ManifestRepository;
import io.chunfeng.manifest.SealedPassenger;
import io.chunfeng.manifest.SharedPassengers;
import io.chunfeng.manifest.Sighting;
import io.chunfeng.manifest.StaleManifestException;
import io.chunfeng.manifest.StoredManifest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcManifestRepository implements ManifestRepository {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;
    private final Clock clock;

    JdbcManifestRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In one statement, so that version and rows belong together while somebody writes. */
    @Override
    public Optional<StoredManifest> find(String groupId) {
        List<ManifestRows.Joined> rows = sql.sql(ManifestRows.SELECT)
                .param("group", groupId)
                .query(ManifestRows::joined)
                .list();
        return ManifestRows.manifest(rows);
    }

    @Override
    public Map<String, ManifestCounts> counts(Collection<String> groupIds) {
        Map<String, ManifestCounts> counts = new HashMap<>();
        sql.sql("SELECT group_id, seated, infants, wheelchairs FROM manifest WHERE group_id = ANY (:ids)")
                .param("ids", groupIds.toArray(String[]::new))
                .query((row, i) -> counts.put(row.getString("group_id"), ManifestRows.counts(row)))
                .list();
        return counts;
    }

    @Override
    public void save(String groupId, int fromVersion, ManifestCounts counts, List<SealedPassenger> rows, String actor) {
        transaction.executeWithoutResult(status -> {
            int changed = sql.sql(fromVersion == 0 ? ManifestRows.INSERT : ManifestRows.UPDATE)
                    .param("group", groupId)
                    .param("from", fromVersion)
                    .param("seated", counts.seated())
                    .param("infants", counts.infants())
                    .param("wheelchairs", counts.wheelchairs())
                    .param("now", Rows.utc(clock.instant()))
                    .param("actor", actor)
                    .update();
            if (changed != 1) {
                throw new StaleManifestException(groupId);
            }
            sql.sql("DELETE FROM manifest_passenger WHERE group_id = :group")
                    .param("group", groupId)
                    .update();
            List<Integer> positions = IntStream.range(0, rows.size()).boxed().toList();
            Rows.batch(
                    batches,
                    ManifestRows.INSERT_PASSENGER,
                    positions,
                    i -> ManifestRows.parameters(groupId, i, rows.get(i)));
        });
    }

    @Override
    public Optional<Journey> journey(String groupId) {
        return sql.sql(ManifestRows.SELECT_JOURNEY)
                .param("group", groupId)
                .query((row, i) -> ManifestRows.journey(row, ""))
                .optional();
    }

    @Override
    public List<Sighting> sightings(String groupId, Collection<byte[]> indexes) {
        return sql.sql(ManifestRows.SELECT_SIGHTINGS)
                .param("group", groupId)
                .param("indexes", indexes.toArray(byte[][]::new))
                .query((row, i) -> new Sighting(row.getBytes("document_index"), ManifestRows.journey(row, "")))
                .list();
    }

    @Override
    public List<SharedPassengers> shared(Collection<String> counties) {
        return sql.sql(ManifestRows.SELECT_SHARED)
                .param("all", counties == null)
                .param("counties", counties == null ? new String[0] : counties.toArray(String[]::new))
                .query((row, i) -> new SharedPassengers(
                        ManifestRows.journey(row, "one_"),
                        ManifestRows.journey(row, "other_"),
                        row.getInt("passengers")))
                .list();
    }

    @Override
    public Optional<KeyCheck> keyCheck() {
        return sql.sql("SELECT sealed, lookup FROM manifest_key_check")
                .query((row, i) -> new KeyCheck(row.getBytes("sealed"), row.getBytes("lookup")))
                .optional();
    }

    @Override
    public KeyCheck keyCheckOr(Supplier<KeyCheck> first) {
        return keyCheck()
                .orElseGet(() -> transaction.execute(status -> {
                    lockKeys();
                    return keyCheck().orElseGet(() -> {
                        KeyCheck check = first.get();
                        sql.sql("INSERT INTO manifest_key_check (sealed, lookup) VALUES (:sealed, :lookup)")
                                .param("sealed", check.sealed())
                                .param("lookup", check.index())
                                .update();
                        return check;
                    });
                }));
    }

    @Override
    public int reseal(Function<String, Function<SealedPassenger, SealedPassenger>> again, KeyCheck check) {
        return transaction.execute(status -> {
            lockKeys();
            sql.sql("LOCK TABLE manifest IN SHARE ROW EXCLUSIVE MODE").update();
            List<SealedPassenger> resealed = new ArrayList<>();
            sql.sql("SELECT id, group_id, sealed, document_index FROM manifest_passenger")
                    .query((row, i) ->
                            resealed.add(again.apply(row.getString("group_id")).apply(ManifestRows.sealed(row))))
                    .list();
            Rows.batch(batches, ManifestRows.UPDATE_PASSENGER, resealed, ManifestRows::parameters);
            String update = "UPDATE manifest_key_check SET sealed = :sealed, lookup = :lookup";
            int changed = sql.sql(update)
                    .param("sealed", check.sealed())
                    .param("lookup", check.index())
                    .update();
            Rows.expectOne(update, changed);
            return resealed.size();
        });
    }

    @Override
    public Deleted deleteOlder(LocalDate lastSeasonDay) {
        return transaction.execute(status -> {
            List<Integer> passengers = sql.sql(ManifestRows.DELETE_OLDER)
                    .param("last", lastSeasonDay)
                    .query(Integer.class)
                    .list();
            return new Deleted(
                    passengers.size(),
                    passengers.stream().mapToInt(Integer::intValue).sum());
        });
    }

    @Override
    public boolean forgetKeys(Runnable then) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lockKeys();
            int forgotten = sql.sql(
                            "DELETE FROM manifest_key_check WHERE NOT EXISTS (SELECT 1 FROM manifest_passenger)")
                    .update();
            if (forgotten > 0) {
                then.run();
            }
            return forgotten > 0;
        }));
    }

    private void lockKeys() {
        sql.sql("LOCK TABLE manifest_key_check IN SHARE ROW EXCLUSIVE MODE").update();
    }
}
