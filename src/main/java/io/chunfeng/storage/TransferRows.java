package io.chunfeng.storage;

import io.chunfeng.day.Transfer;
import io.chunfeng.day.TripRef;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads 改乘 by the reports in force. Within the caller's transaction. */
final class TransferRows {
    private final JdbcClient sql;

    TransferRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who came to a trip from others, in an order that stays. */
    List<Transfer> to(TripRef trip) {
        return sql.sql("""
                        SELECT plan_id, vehicle, group_id, persons
                        FROM trip_transfer
                        WHERE to_vehicle = :vehicle AND same_trip(to_vehicle, to_plan, :plan)
                        ORDER BY plan_id, vehicle, group_id
                        """)
                .param("vehicle", trip.vehicle())
                .param("plan", trip.planId())
                .query((row, number) -> new Transfer(
                        new TripRef(row.getLong("plan_id"), row.getString("vehicle")),
                        row.getString("group_id"),
                        row.getInt("persons")))
                .list();
    }

    /** The trips to which people of this one went. */
    List<TripRef> from(TripRef trip) {
        return sql.sql("""
                        SELECT DISTINCT to_plan, to_vehicle
                        FROM trip_transfer
                        WHERE vehicle = :vehicle AND same_trip(vehicle, plan_id, :plan)
                        ORDER BY to_plan, to_vehicle
                        """)
                .param("vehicle", trip.vehicle())
                .param("plan", trip.planId())
                .query((row, number) -> new TripRef(row.getLong("to_plan"), row.getString("to_vehicle")))
                .list();
    }
}
