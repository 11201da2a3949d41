package io.chunfeng.storage;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.freeze.CheckResult;
import io.chunfeng.freeze.FrozenCell;
import io.chunfeng.freeze.FrozenKey;
import io.chunfeng.freeze.FrozenShare;
import io.chunfeng.freeze.FrozenTable;
import io.chunfeng.freeze.FrozenTrip;
import io.chunfeng.freeze.PlatformFile;
import io.chunfeng.freeze.Subject;
import io.chunfeng.freeze.TripKey;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.FilledCell;
import io.chunfeng.statistics.RailConversion;
import io.chunfeng.statistics.SeatBlockConversion;
import io.chunfeng.statistics.TableQuery;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Frozen tables as rows; what belongs to one is written in a few statements, whatever its size. */
final class FrozenRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final FrozenKey key;

    FrozenRows(JdbcClient sql, FrozenKey key) {
        this.sql = sql;
        this.key = key;
    }

    void insertCells(List<FrozenCell> cells) {
        sql.sql("""
                        INSERT INTO frozen_cell (template, number, place, row_code, col, address, figure, words, counted,
                                                 row_name, heading, unit)
                        SELECT :template, :number, c.*
                        FROM unnest(:places::integer[], :rows::text[], :columns::integer[], :addresses::text[],
                                    :figures::numeric[], :words::text[], :counted::boolean[], :names::text[],
                                    :headings::text[], :units::text[]) AS c
                        """)
                .params(of(key))
                .param("places", IntStream.rangeClosed(1, cells.size()).boxed().toArray(Integer[]::new))
                .param("rows", cells.stream().map(c -> c.cell().row()).toArray(String[]::new))
                .param("columns", cells.stream().map(c -> c.cell().column()).toArray(Integer[]::new))
                .param("addresses", cells.stream().map(c -> c.cell().address()).toArray(String[]::new))
                .param("figures", cells.stream().map(c -> c.cell().number()).toArray(BigDecimal[]::new))
                .param("words", cells.stream().map(c -> c.cell().words()).toArray(String[]::new))
                .param("counted", cells.stream().map(c -> c.cell().counted()).toArray(Boolean[]::new))
                .param("names", cells.stream().map(FrozenCell::rowName).toArray(String[]::new))
                .param("headings", cells.stream().map(FrozenCell::heading).toArray(String[]::new))
                .param("units", cells.stream().map(FrozenCell::unit).toArray(String[]::new))
                .update();
    }

    void insertTrips(List<FrozenTrip> trips) {
        sql.sql("""
                        INSERT INTO frozen_trip (template, number, plan_id, vehicle, kind, name, ran_at)
                        SELECT :template, :number, t.*
                        FROM unnest(:plans::bigint[], :vehicles::text[], :kinds::text[], :names::text[],
                                    :moments::timestamptz[]) AS t
                        """)
                .params(of(key))
                .param("plans", trips.stream().map(t -> t.trip().planId()).toArray(Long[]::new))
                .param("vehicles", trips.stream().map(t -> t.trip().vehicle()).toArray(String[]::new))
                .param("kinds", trips.stream().map(t -> t.kind().name()).toArray(String[]::new))
                .param("names", trips.stream().map(FrozenTrip::name).toArray(String[]::new))
                .param("moments", trips.stream().map(t -> t.ranAt().toString()).toArray(String[]::new))
                .update();
    }

    void insertShares(List<FrozenShare> shares) {
        sql.sql("""
                        INSERT INTO frozen_cell_trip (template, number, row_code, col, plan_id, vehicle, value)
                        SELECT :template, :number, s.*
                        FROM unnest(:rows::text[], :columns::integer[], :plans::bigint[], :vehicles::text[],
                                    :values::bigint[]) AS s
                        """)
                .params(of(key))
                .param("rows", shares.stream().map(FrozenShare::row).toArray(String[]::new))
                .param("columns", shares.stream().map(FrozenShare::column).toArray(Integer[]::new))
                .param("plans", shares.stream().map(s -> s.trip().planId()).toArray(Long[]::new))
                .param("vehicles", shares.stream().map(s -> s.trip().vehicle()).toArray(String[]::new))
                .param("values", shares.stream().map(FrozenShare::value).toArray(Long[]::new))
                .update();
    }

    static Map<String, Object> of(FrozenKey key) {
        return Map.of("template", key.template(), "number", key.number());
    }

    static Map<String, Object> of(Subject subject) {
        return Map.of(
                "template", subject.template(),
                "version", subject.version(),
                "unit", subject.unit(),
                "asOf", Rows.utc(subject.asOf()));
    }

    static Map<String, Object> parameters(FrozenTable table) {
        TableQuery query = table.query();
        Map<String, Object> values = new HashMap<>(of(table.key()));
        values.put("version", query.version());
        values.put("unit", query.unit());
        values.put("asOf", Rows.utc(query.asOf()));
        values.put("recording", query.recording());
        values.put("rule", query.settings().rule().name());
        values.put("rail", query.settings().rail().name());
        values.put("seatBlocks", query.settings().seatBlocks().name());
        values.put("title", table.title());
        values.put("sha256", table.sha256());
        values.put("notes", table.notes().toArray(String[]::new));
        values.put("checks", json(table.checks()));
        values.put("responsible", table.responsible());
        values.put("remark", table.remark());
        values.put("signedBy", table.signedBy());
        values.put("signedName", table.signedName());
        values.put("signedAt", Rows.utc(table.signedAt()));
        return values;
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static FrozenTable table(ResultSet row, int number) throws SQLException {
        CountingSettings settings = new CountingSettings(
                CountingRule.valueOf(row.getString("rule")),
                RailConversion.valueOf(row.getString("rail")),
                SeatBlockConversion.valueOf(row.getString("seat_blocks")));
        return new FrozenTable(
                new FrozenKey(row.getString("template"), row.getInt("number")),
                new TableQuery(
                        row.getString("template"),
                        row.getInt("version"),
                        row.getString("unit"),
                        Rows.instant(row, "as_of"),
                        row.getLong("recording"),
                        settings),
                row.getString("title"),
                row.getString("sha256"),
                Arrays.asList((String[]) row.getArray("notes").getArray()),
                JSON.readValue(row.getString("checks"), new TypeReference<List<CheckResult>>() {}),
                row.getString("responsible"),
                row.getString("remark"),
                row.getString("signed_by"),
                row.getString("signed_name"),
                Rows.instant(row, "signed_at"));
    }

    static FrozenCell cell(ResultSet row, int number) throws SQLException {
        return new FrozenCell(
                new FilledCell(
                        row.getString("row_code"),
                        row.getInt("col"),
                        row.getString("address"),
                        row.getBigDecimal("figure"),
                        row.getString("words"),
                        row.getBoolean("counted")),
                row.getString("row_name"),
                row.getString("heading"),
                row.getString("unit"));
    }

    static FrozenTrip trip(ResultSet row) throws SQLException {
        return new FrozenTrip(
                new TripKey(row.getLong("plan_id"), row.getString("vehicle")),
                RanTrip.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Rows.instant(row, "ran_at"));
    }

    static FrozenShare share(ResultSet row, int number) throws SQLException {
        return new FrozenShare(
                row.getString("row_code"),
                row.getInt("col"),
                new TripKey(row.getLong("plan_id"), row.getString("vehicle")),
                row.getLong("value"));
    }

    static PlatformFile platform(ResultSet row, int number) throws SQLException {
        return new PlatformFile(
                row.getString("name"),
                row.getString("sha256"),
                JSON.readValue(row.getString("cells"), new TypeReference<Map<String, String>>() {}),
                row.getString("uploaded_by"),
                Rows.instant(row, "uploaded_at"));
    }
}
