package io.chunfeng.storage;

import io.chunfeng.freeze.FrozenCell;
import io.chunfeng.freeze.FrozenContent;
import io.chunfeng.freeze.FrozenKey;
import io.chunfeng.freeze.FrozenShare;
import io.chunfeng.freeze.FrozenTable;
import io.chunfeng.freeze.FrozenTables;
import io.chunfeng.freeze.FrozenTrip;
import io.chunfeng.freeze.PlatformFile;
import io.chunfeng.freeze.StandsIn;
import io.chunfeng.freeze.Subject;
import io.chunfeng.freeze.TripKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcFrozenTables implements FrozenTables {
    /** Without the bytes, which lists have no use for. */
    private static final String TABLE = """
            SELECT template, number, version, unit, as_of, recording, rule, rail, seat_blocks, title, sha256, notes, checks,
                   responsible, remark, signed_by, signed_name, signed_at
            FROM frozen_table
            """;

    private final JdbcClient sql;
    private final TransactionOperations transaction;

    JdbcFrozenTables(JdbcClient sql, TransactionOperations transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** The lock is that of begin_recording: who records waits until the table is frozen, and the other way round. */
    @Override
    public <T> T alone(Supplier<T> work) {
        return transaction.execute(status -> {
            sql.sql("SELECT pg_advisory_xact_lock(hashtext('recording'))").query(row -> {});
            return work.get();
        });
    }

    @Override
    public int newest(String template) {
        return sql.sql("SELECT coalesce(max(number), 0) FROM frozen_table WHERE template = :template")
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(FrozenTable table, FrozenContent content) {
        sql.sql("""
                        INSERT INTO frozen_table (template, number, version, unit, as_of, recording, rule, rail, seat_blocks,
                                                  title, workbook, sha256, notes, checks, responsible, remark, signed_by,
                                                  signed_name, signed_at)
                        VALUES (:template, :number, :version, :unit, :asOf, :recording, :rule, :rail, :seatBlocks,
                                :title, :workbook, :sha256, :notes, :checks::jsonb, :responsible, :remark, :signedBy,
                                :signedName, :signedAt)
                        """)
                .params(FrozenRows.parameters(table))
                .param("workbook", content.workbook())
                .update();
        FrozenRows rows = new FrozenRows(sql, table.key());
        rows.insertCells(content.cells());
        rows.insertTrips(content.trips());
        rows.insertShares(content.shares());
    }

    @Override
    public List<FrozenTable> list() {
        return sql.sql(TABLE + "ORDER BY signed_at DESC, template, number DESC")
                .query(FrozenRows::table)
                .list();
    }

    @Override
    public Optional<FrozenTable> find(FrozenKey key) {
        return sql.sql(TABLE + "WHERE template = :template AND number = :number")
                .params(FrozenRows.of(key))
                .query(FrozenRows::table)
                .optional();
    }

    @Override
    public Optional<byte[]> workbook(FrozenKey key) {
        return sql.sql("SELECT workbook FROM frozen_table WHERE template = :template AND number = :number")
                .params(FrozenRows.of(key))
                .query((row, number) -> row.getBytes("workbook"))
                .optional();
    }

    @Override
    public List<FrozenCell> cells(FrozenKey key) {
        return sql.sql("SELECT * FROM frozen_cell WHERE template = :template AND number = :number ORDER BY place")
                .params(FrozenRows.of(key))
                .query(FrozenRows::cell)
                .list();
    }

    @Override
    public Map<TripKey, FrozenTrip> trips(FrozenKey key) {
        Map<TripKey, FrozenTrip> trips = new HashMap<>();
        sql.sql("SELECT * FROM frozen_trip WHERE template = :template AND number = :number")
                .params(FrozenRows.of(key))
                .query(row -> {
                    FrozenTrip trip = FrozenRows.trip(row);
                    trips.put(trip.trip(), trip);
                });
        return trips;
    }

    @Override
    public List<FrozenShare> behind(FrozenKey key, String row, int column) {
        return sql.sql("""
                        SELECT s.*
                        FROM frozen_cell_trip s
                        JOIN frozen_trip t USING (template, number, plan_id, vehicle)
                        WHERE s.template = :template AND s.number = :number AND s.row_code = :row AND s.col = :column
                        ORDER BY t.ran_at, s.plan_id, s.vehicle
                        """)
                .params(FrozenRows.of(key))
                .param("row", row)
                .param("column", column)
                .query(FrozenRows::share)
                .list();
    }

    @Override
    public List<FrozenShare> shares(FrozenKey key) {
        return sql.sql("SELECT * FROM frozen_cell_trip WHERE template = :template AND number = :number"
                        + " ORDER BY row_code, col, plan_id, vehicle")
                .params(FrozenRows.of(key))
                .query(FrozenRows::share)
                .list();
    }

    @Override
    public List<StandsIn> standing(TripKey trip) {
        return sql.sql("""
                        SELECT c.*, s.value
                        FROM frozen_cell_trip s
                        JOIN frozen_cell c USING (template, number, row_code, col)
                        JOIN frozen_table f USING (template, number)
                        WHERE s.plan_id = :plan AND s.vehicle = :vehicle
                        ORDER BY f.signed_at DESC, template, number DESC, c.place
                        """)
                .param("plan", trip.planId())
                .param("vehicle", trip.vehicle())
                .query((row, number) -> new StandsIn(
                        new FrozenKey(row.getString("template"), row.getInt("number")),
                        FrozenRows.cell(row, number),
                        row.getLong("value")))
                .list();
    }

    @Override
    public void add(Subject subject, PlatformFile file) {
        sql.sql("""
                        INSERT INTO platform_file (template, version, unit, as_of, name, sha256, cells, uploaded_by,
                                                   uploaded_at)
                        VALUES (:template, :version, :unit, :asOf, :name, :sha256, :cells::jsonb, :by, :at)
                        """)
                .params(FrozenRows.of(subject))
                .param("name", file.name())
                .param("sha256", file.sha256())
                .param("cells", FrozenRows.json(file.cells()))
                .param("by", file.uploadedBy())
                .param("at", Rows.utc(file.uploadedAt()))
                .update();
    }

    @Override
    public Optional<PlatformFile> platform(Subject subject) {
        return sql.sql("""
                        SELECT * FROM platform_file
                        WHERE template = :template AND version = :version AND unit = :unit AND as_of = :asOf
                        ORDER BY id DESC
                        LIMIT 1
                        """)
                .params(FrozenRows.of(subject))
                .query(FrozenRows::platform)
                .optional();
    }
}
