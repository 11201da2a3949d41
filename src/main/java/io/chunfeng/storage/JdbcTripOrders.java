package io.chunfeng.storage;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.dispatch.AssignedTrip;
import io.chunfeng.dispatch.Assignment;
import io.chunfeng.dispatch.AssignmentCheck;
import io.chunfeng.dispatch.AssignmentFinding;
import io.chunfeng.dispatch.AssignmentRefusedException;
import io.chunfeng.dispatch.ChosenAssignment;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.OrderSituation;
import io.chunfeng.dispatch.StaleOrderException;
import io.chunfeng.dispatch.TripOrder;
import io.chunfeng.dispatch.TripOrders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcTripOrders implements TripOrders {
    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final FleetRegister fleet;
    private final CapacityRepository capacity;
    private final OrderRows rows;
    private final Clock clock;

    JdbcTripOrders(
            JdbcClient sql,
            TransactionOperations transaction,
            FleetRegister fleet,
            CapacityRepository capacity,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.fleet = fleet;
        this.capacity = capacity;
        this.rows = new OrderRows(sql);
        this.clock = clock;
    }

    @Override
    public OrderSituation situation(long planId) {
        return transaction.execute(status -> rows.situation(planId));
    }

    @Override
    public List<TripOrder> leaving(LocalDate from, LocalDate to) {
        return sql.sql("""
                        SELECT * FROM order_latest
                        WHERE (leaves_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from AND :to
                        ORDER BY leaves_at, number
                        """)
                .param("from", from)
                .param("to", to)
                .query(OrderRows::order)
                .list();
    }

    @Override
    public List<IssuedOrder> of(int publication) {
        return sql.sql("""
                        SELECT p.outcome, o.*
                        FROM publication_order p
                        JOIN dispatch_order o USING (number, version)
                        WHERE p.publication = :publication
                        ORDER BY o.leaves_at, o.number
                        """)
                .param("publication", publication)
                .query((row, number) -> new IssuedOrder(
                        IssuedOrder.Outcome.valueOf(row.getString("outcome")), OrderRows.order(row, number)))
                .list();
    }

    @Override
    public List<TripOrder> versions(String number) {
        return sql.sql("SELECT * FROM dispatch_order WHERE number = :number ORDER BY version DESC")
                .param("number", number)
                .query(OrderRows::order)
                .list();
    }

    @Override
    public Map<String, Integer> latestVersions(int publication) {
        return sql
                .sql("""
                        SELECT o.number, max(o.version) AS version
                        FROM publication_order p
                        JOIN dispatch_order o ON o.number = p.number
                        WHERE p.publication = :publication
                        GROUP BY o.number
                        """)
                .param("publication", publication)
                .query((row, number) -> Map.entry(row.getString("number"), row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public TripOrder reassign(
            String number, int from, Long coachId, List<Long> driverIds, String reason, String actor) {
        return transaction.execute(status -> {
            rows.lock();
            TripOrder before = versions(number).stream()
                    .findFirst()
                    .filter(order -> order.inForce() && order.version() == from)
                    .orElseThrow(() -> new StaleOrderException(number));
            Assignment assignment = assignment(coachId, driverIds);
            TripOrder next = before.reassigned(assignment, reason, clock.instant(), actor);
            List<AssignmentFinding> findings = AssignmentCheck.check(
                    List.of(new AssignedTrip(number, next.content(), assignment)),
                    rows.inForceAround(before),
                    capacity.coachPools());
            if (!findings.isEmpty()) {
                throw new AssignmentRefusedException(findings);
            }
            rows.insert(next);
            return next;
        });
    }

    private Assignment assignment(Long coachId, List<Long> driverIds) {
        return new Assignment(
                coachId == null ? null : fleet.coach(coachId).orElse(null),
                driverIds.stream().map(fleet::driver).flatMap(Optional::stream).toList());
    }

    @Override
    public Map<String, ChosenAssignment> chosen(long planId) {
        return rows.chosen(planId);
    }

    @Override
    public void choose(long planId, String tripId, Long coachId, List<Long> driverIds, int from, String actor) {
        Map<String, Object> values = new HashMap<>();
        values.put("planId", planId);
        values.put("tripId", tripId);
        values.put("coach", coachId);
        values.put("drivers", driverIds.toArray(Long[]::new));
        values.put("from", from);
        values.put("now", Rows.utc(clock.instant()));
        values.put("actor", actor);
        int changed = sql.sql(from == 0 ? """
                        INSERT INTO trip_assignment (plan_id, trip_id, coach_id, driver_ids, changed_at, changed_by)
                        VALUES (:planId, :tripId, :coach, :drivers, :now, :actor)
                        ON CONFLICT DO NOTHING
                        """ : """
                        UPDATE trip_assignment
                        SET coach_id = :coach, driver_ids = :drivers, changed_at = :now, changed_by = :actor,
                            version = version + 1
                        WHERE plan_id = :planId AND trip_id = :tripId AND version = :from
                        """).params(values).update();
        if (changed != 1) {
            throw new StaleOrderException(tripId);
        }
    }

    @Override
    public void forget(long planId, String tripId, int from) {
        int changed = sql.sql("""
                        DELETE FROM trip_assignment
                        WHERE plan_id = :planId AND trip_id = :tripId AND version = :from
                        """)
                .param("planId", planId)
                .param("tripId", tripId)
                .param("from", from)
                .update();
        if (changed != 1) {
            throw new StaleOrderException(tripId);
        }
    }
}
