package io.chunfeng.storage;

import io.chunfeng.dispatch.Direction;
import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.dispatch.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger. Nothing that it says of a recording ever changes, so no two queries need one transaction. */
final class JdbcLedger implements Ledger {
    private static final String ENTRY =
            "SELECT e.*, r.recorded_at, r.recorded_by, r.reason FROM ledger_entry e JOIN recording r ON r.id = e.recording ";

    private final JdbcClient sql;

    JdbcLedger(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public long newest() {
        return sql.sql("SELECT coalesce(max(id), 0) FROM recording")
                .query(Long.class)
                .single();
    }

    @Override
    public long newestAt(Instant recordedUntil) {
        return sql.sql("SELECT coalesce(max(id), 0) FROM recording WHERE recorded_at <= :until")
                .param("until", Rows.utc(recordedUntil.truncatedTo(ChronoUnit.MICROS)))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Recording> recording(long id) {
        return sql.sql("SELECT * FROM recording WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Recording(
                        row.getLong("id"),
                        Rows.instant(row, "recorded_at"),
                        row.getString("recorded_by"),
                        row.getString("reason")))
                .optional();
    }

    @Override
    public List<RanTrip> ranTrips(Instant asOf, long recording) {
        return sql.sql("""
                        SELECT e.plan_id, e.vehicle, e.kind, e.name, e.carriages, e.happened_at, e.group_id, e.county,
                               e.from_county, e.to_county, e.direction, e.main_leg, e.persons, e.infants, e.escorts
                        FROM ledger_entry e
                        WHERE e.recording <= :recording AND e.happened_at <= :asOf AND e.reverses IS NULL
                          AND NOT EXISTS (SELECT FROM ledger_entry r
                                          WHERE r.reverses = e.id AND r.recording <= :recording)
                        ORDER BY e.happened_at, e.plan_id, e.vehicle, e.id
                        """)
                .param("recording", recording)
                .param("asOf", Rows.utc(asOf.truncatedTo(ChronoUnit.MICROS)))
                .query(JdbcLedger::trips);
    }

    /** Entries of one trip follow each other, and agree in everything but who boarded. */
    private static List<RanTrip> trips(ResultSet rows) throws SQLException {
        List<RanTrip> trips = new ArrayList<>();
        List<Boarding> aboard = new ArrayList<>();
        RanTrip empty = null;
        while (rows.next()) {
            long plan = rows.getLong("plan_id");
            String vehicle = rows.getString("vehicle");
            if (empty == null || empty.planId() != plan || !empty.vehicleId().equals(vehicle)) {
                add(empty, aboard, trips);
                empty = trip(plan, vehicle, rows);
                aboard.clear();
            }
            if (rows.getString("group_id") != null) {
                aboard.add(boarding(rows));
            }
        }
        add(empty, aboard, trips);
        return List.copyOf(trips);
    }

    private static void add(RanTrip trip, List<Boarding> aboard, List<RanTrip> trips) {
        if (trip != null) {
            trips.add(trip.with(aboard));
        }
    }

    private static RanTrip trip(long plan, String vehicle, ResultSet row) throws SQLException {
        return new RanTrip(
                plan + "/" + vehicle,
                plan,
                vehicle,
                RanTrip.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("carriages"),
                Rows.instant(row, "happened_at"),
                List.of());
    }

    private static Boarding boarding(ResultSet row) throws SQLException {
        return new Boarding(
                row.getString("group_id"),
                row.getString("county"),
                row.getInt("persons"),
                row.getInt("infants"),
                row.getInt("escorts"),
                row.getBoolean("main_leg"),
                new RanTrip.Ends(
                        Direction.valueOf(row.getString("direction")),
                        row.getString("from_county"),
                        row.getString("to_county")));
    }

    @Override
    public List<LedgerEntry> ofTrip(long planId, String vehicle) {
        return sql.sql(ENTRY + "WHERE e.plan_id = :planId AND e.vehicle = :vehicle ORDER BY e.id")
                .param("planId", planId)
                .param("vehicle", vehicle)
                .query(LedgerRows::entry)
                .list();
    }

    @Override
    public List<LedgerEntry> ofGroup(String groupId) {
        return sql.sql(ENTRY + "WHERE e.group_id = :group ORDER BY e.id")
                .param("group", groupId)
                .query(LedgerRows::entry)
                .list();
    }
}
