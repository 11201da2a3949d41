package io.chunfeng.storage;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.capacity.FleetState;
import io.chunfeng.capacity.StaleFleetException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcFleetRegister implements FleetRegister {
    private static final String COACH_VALUES = "plate, pool_id, approved_seats, permit, state, changed_at";
    private static final String DRIVER_VALUES = "name, phone, operator, licence, state, changed_at";

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final Clock clock;

    JdbcFleetRegister(JdbcClient sql, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Coach> coaches() {
        return sql.sql("SELECT * FROM coach ORDER BY pool_id, plate")
                .query(JdbcFleetRegister::coach)
                .list();
    }

    @Override
    public List<Driver> drivers() {
        return sql.sql("SELECT * FROM driver ORDER BY operator, name, id")
                .query(JdbcFleetRegister::driver)
                .list();
    }

    @Override
    public Optional<Coach> coach(long id) {
        return sql.sql("SELECT * FROM coach WHERE id = :id")
                .param("id", id)
                .query(JdbcFleetRegister::coach)
                .optional();
    }

    @Override
    public Optional<Driver> driver(long id) {
        return sql.sql("SELECT * FROM driver WHERE id = :id")
                .param("id", id)
                .query(JdbcFleetRegister::driver)
                .optional();
    }

    @Override
    public void save(List<Coach> coaches, List<Driver> drivers) {
        transaction.executeWithoutResult(status -> {
            coaches.forEach(coach -> save("coach", COACH_VALUES, coach.plate(), parameters(coach)));
            drivers.forEach(driver -> save("driver", DRIVER_VALUES, driver.licence(), parameters(driver)));
        });
    }

    private void save(String table, String columns, String what, Map<String, Object> parameters) {
        String values = ":" + columns.replace(", ", ", :");
        boolean fresh = parameters.get("id").equals(0L);
        String statement = fresh
                ? "INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ")"
                : "UPDATE " + table + " SET (" + columns + ", version) = (" + values
                        + ", version + 1) WHERE id = :id AND version = :version";
        try {
            if (sql.sql(statement).params(parameters).update() != 1) {
                throw new StaleFleetException(what);
            }
        } catch (DuplicateKeyException e) {
            throw new StaleFleetException(what);
        }
    }

    private Map<String, Object> parameters(Coach coach) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", coach.id());
        values.put("version", coach.version());
        values.put("plate", coach.plate());
        values.put("pool_id", coach.poolId());
        values.put("approved_seats", coach.approvedSeats());
        values.put("permit", coach.permit());
        values.put("state", coach.state().name());
        values.put("changed_at", Rows.utc(clock.instant()));
        return values;
    }

    private Map<String, Object> parameters(Driver driver) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", driver.id());
        values.put("version", driver.version());
        values.put("name", driver.name());
        values.put("phone", driver.phone());
        values.put("operator", driver.operator());
        values.put("licence", driver.licence());
        values.put("state", driver.state().name());
        values.put("changed_at", Rows.utc(clock.instant()));
        return values;
    }

    private static Coach coach(ResultSet row, int number) throws SQLException {
        return new Coach(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("plate"),
                row.getString("pool_id"),
                row.getInt("approved_seats"),
                row.getString("permit"),
                FleetState.valueOf(row.getString("state")));
    }

    private static Driver driver(ResultSet row, int number) throws SQLException {
        return new Driver(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("operator"),
                row.getString("licence"),
                FleetState.valueOf(row.getString("state")));
    }
}
