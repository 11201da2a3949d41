package io.chunfeng.storage;

import io.chunfeng.day.DoorLink;
import io.chunfeng.day.DoorLinks;
import io.chunfeng.day.TripRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links for escorts. */
final class JdbcDoorLinks implements DoorLinks {
    private final JdbcClient sql;

    JdbcDoorLinks(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public DoorLink add(TripRef trip, String escort, String madeBy, Instant madeAt, Instant expiresAt) {
        // what is signed is what is read back
        Instant expiry = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        return sql.sql("""
                        INSERT INTO door_link (plan_id, vehicle, escort, made_by, made_at, expires_at)
                        VALUES (:plan, :vehicle, :escort, :madeBy, :madeAt, :expiresAt)
                        RETURNING *
                        """)
                .param("plan", trip.planId())
                .param("vehicle", trip.vehicle())
                .param("escort", escort)
                .param("madeBy", madeBy)
                .param("madeAt", Rows.utc(madeAt))
                .param("expiresAt", Rows.utc(expiry))
                .query(JdbcDoorLinks::link)
                .single();
    }

    @Override
    public Optional<DoorLink> find(long id) {
        return sql.sql("SELECT * FROM door_link WHERE id = :id")
                .param("id", id)
                .query(JdbcDoorLinks::link)
                .optional();
    }

    @Override
    public List<DoorLink> of(TripRef trip) {
        return sql.sql("""
                        SELECT * FROM door_link
                        WHERE vehicle = :vehicle AND same_trip(vehicle, plan_id, :plan)
                        ORDER BY id DESC
                        """)
                .param("vehicle", trip.vehicle())
                .param("plan", trip.planId())
                .query(JdbcDoorLinks::link)
                .list();
    }

    @Override
    public boolean revoke(TripRef trip, long id, String by, Instant at) {
        return sql.sql("""
                        UPDATE door_link SET revoked_at = :at, revoked_by = :by
                        WHERE id = :id AND vehicle = :vehicle AND same_trip(vehicle, plan_id, :plan)
                          AND revoked_at IS NULL
                        """)
                        .param("at", Rows.utc(at))
                        .param("by", by)
                        .param("id", id)
                        .param("vehicle", trip.vehicle())
                        .param("plan", trip.planId())
                        .update()
                == 1;
    }

    private static DoorLink link(ResultSet row, int number) throws SQLException {
        return new DoorLink(
                row.getLong("id"),
                new TripRef(row.getLong("plan_id"), row.getString("vehicle")),
                row.getString("escort"),
                row.getString("made_by"),
                Rows.instant(row, "made_at"),
                Rows.instant(row, "expires_at"),
                Rows.instant(row, "revoked_at"));
    }
}
