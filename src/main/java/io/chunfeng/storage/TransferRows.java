package io.chunfeng.storage;

import io.chunfeng.day.Transfer;
import io.chunfeng.day.TripRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads 改乘 by the reports in force. Within the caller's transaction. */
final class TransferRows {
    private final JdbcClient sql;

    TransferRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who came to these trips from others, in an order that stays. */
    Map<TripRef, List<Transfer>> to(Collection<TripRef> trips) {
        Map<TripRef, List<Transfer>> to = new HashMap<>();
        sql.sql("""
                        SELECT t.plan_id AS of_plan, t.vehicle AS of_vehicle, x.plan_id, x.vehicle, x.group_id, x.persons
                        FROM unnest(:plans::bigint[], :vehicles::text[]) AS t (plan_id, vehicle)
                        JOIN trip_transfer x ON x.to_vehicle = t.vehicle
                        WHERE same_trip(x.to_vehicle, x.to_plan, t.plan_id)
                        ORDER BY x.plan_id, x.vehicle, x.group_id
                        """)
                .param("plans", trips.stream().map(TripRef::planId).toArray(Long[]::new))
                .param("vehicles", trips.stream().map(TripRef::vehicle).toArray(String[]::new))
                .query(row -> {
                    to.computeIfAbsent(
                                    new TripRef(row.getLong("of_plan"), row.getString("of_vehicle")),
                                    trip -> new ArrayList<>())
                            .add(new Transfer(
                                    new TripRef(row.getLong("plan_id"), row.getString("vehicle")),
                                    row.getString("group_id"),
                                    row.getInt("persons")));
                });
        return to;
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
