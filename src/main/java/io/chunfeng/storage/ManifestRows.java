package io.chunfeng.storage;

import io.chunfeng.manifest.Journey;
import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.SealedPassenger;
import io.chunfeng.manifest.StoredManifest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.SqlParameterValue;

/** Rows of manifests and their statements. */
final class ManifestRows {
    static final String SELECT = """
            SELECT m.version, m.changed_at, p.id, p.sealed, p.document_index
            FROM manifest m LEFT JOIN manifest_passenger p ON p.group_id = m.group_id
            WHERE m.group_id = :group
            ORDER BY p.position
            """;

    static final String INSERT = """
            INSERT INTO manifest (group_id, version, seated, infants, wheelchairs, changed_at, changed_by)
            VALUES (:group, :from + 1, :seated, :infants, :wheelchairs, :now, :actor)
            ON CONFLICT (group_id) DO NOTHING
            """;

    static final String UPDATE = """
            UPDATE manifest
            SET version = version + 1, seated = :seated, infants = :infants, wheelchairs = :wheelchairs,
                changed_at = :now, changed_by = :actor
            WHERE group_id = :group AND version = :from
            """;

    static final String INSERT_PASSENGER = """
            INSERT INTO manifest_passenger (id, group_id, position, sealed, document_index)
            VALUES (:id, :group, :position, :sealed, :index)
            """;

    static final String UPDATE_PASSENGER =
            "UPDATE manifest_passenger SET sealed = :sealed, document_index = :index WHERE id = :id";

    private static final String JOURNEYS = """
            FROM worker_group g JOIN place f ON f.id = g.from_place JOIN place t ON t.id = g.to_place
            """;

    static final String SELECT_JOURNEY = """
            SELECT g.id AS group_id, g.county, g.departure_date AS day, f.admin_code AS "from", t.admin_code AS "to"
            """ + JOURNEYS + "WHERE g.id = :group";

    static final String SELECT_SIGHTINGS = """
            SELECT p.document_index,
                   g.id AS group_id, g.county, g.departure_date AS day, f.admin_code AS "from", t.admin_code AS "to"
            """ + JOURNEYS + """
            JOIN manifest_passenger p ON p.group_id = g.id
            WHERE p.document_index = ANY (:indexes) AND g.id <> :group
            ORDER BY g.departure_date, g.id
            """;

    static final String SELECT_SHARED = """
            WITH journey AS (
                SELECT g.id, g.county, g.departure_date, f.admin_code AS "from", t.admin_code AS "to"
            """ + JOURNEYS + """
            ), pair AS (
                SELECT a.group_id AS one, b.group_id AS other, count(*) AS passengers
                FROM manifest_passenger a JOIN manifest_passenger b ON b.document_index = a.document_index
                WHERE a.group_id < b.group_id
                GROUP BY a.group_id, b.group_id
            )
            SELECT passengers,
                   one.id AS one_group_id, one.county AS one_county, one.departure_date AS one_day,
                   one."from" AS one_from, one."to" AS one_to,
                   other.id AS other_group_id, other.county AS other_county, other.departure_date AS other_day,
                   other."from" AS other_from, other."to" AS other_to
            FROM pair JOIN journey one ON one.id = pair.one JOIN journey other ON other.id = pair.other
            WHERE :all OR one.county = ANY (:counties) OR other.county = ANY (:counties)
            ORDER BY one.departure_date, one.id, other.id
            """;

    /** Answers the number of passengers of each manifest that it deletes. */
    static final String DELETE_OLDER = """
            WITH old AS (
                SELECT m.group_id, m.seated + m.infants AS passengers
                FROM manifest m JOIN worker_group g ON g.id = m.group_id
                WHERE coalesce(
                        (SELECT max(c.last_day) FROM campaign c
                         WHERE g.departure_date BETWEEN c.first_day AND c.last_day),
                        (g.latest_arrival AT TIME ZONE 'Asia/Shanghai')::date) < :last
            ), gone AS (
                DELETE FROM manifest WHERE group_id IN (SELECT group_id FROM old)
            )
            SELECT passengers FROM old
            """;

    private ManifestRows() {}

    /** @param passenger null for a manifest that was emptied */
    record Joined(int version, Instant changedAt, SealedPassenger passenger) {}

    static Joined joined(ResultSet row, int number) throws SQLException {
        return new Joined(
                row.getInt("version"),
                Rows.instant(row, "changed_at"),
                row.getObject("id") == null ? null : sealed(row));
    }

    static Optional<StoredManifest> manifest(List<Joined> rows) {
        return rows.stream()
                .findFirst()
                .map(first -> new StoredManifest(
                        first.version(),
                        first.changedAt(),
                        rows.stream()
                                .map(Joined::passenger)
                                .filter(passenger -> passenger != null)
                                .toList()));
    }

    static SealedPassenger sealed(ResultSet row) throws SQLException {
        return new SealedPassenger(
                row.getObject("id", UUID.class), row.getBytes("sealed"), row.getBytes("document_index"));
    }

    static ManifestCounts counts(ResultSet row) throws SQLException {
        return new ManifestCounts(row.getInt("seated"), row.getInt("infants"), row.getInt("wheelchairs"));
    }

    static Journey journey(ResultSet row, String prefix) throws SQLException {
        return new Journey(
                row.getString(prefix + "group_id"),
                row.getString(prefix + "county"),
                Rows.date(row, prefix + "day"),
                row.getString(prefix + "from"),
                row.getString(prefix + "to"));
    }

    static Map<String, ?> parameters(String groupId, int position, SealedPassenger passenger) {
        Map<String, Object> values = new HashMap<>(parameters(passenger));
        values.put("group", groupId);
        values.put("position", position);
        return values;
    }

    static Map<String, ?> parameters(SealedPassenger passenger) {
        return Map.of(
                "id", passenger.id(),
                "sealed", passenger.sealed(),
                "index", new SqlParameterValue(Types.BINARY, passenger.index()));
    }
}
