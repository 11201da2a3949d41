package io.chunfeng.storage;

import io.chunfeng.demand.Actor;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrips;
import io.chunfeng.plan.PlanRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Marks of trips that ran, each with who boarded it. */
final class JdbcDispatchRepository implements DispatchRepository {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;
    private final PlanRepository plans;
    private final GroupStates states;
    /** Plans never change once they are stored. */
    private volatile PlanRepository.StoredPlan latest;

    JdbcDispatchRepository(
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            TransactionOperations transaction,
            PlanRepository plans,
            GroupStates states) {
        this.states = states;
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
        this.plans = plans;
    }

    @Override
    public void markRan(long planId, String vehicleId, Instant ranAt, Map<String, Integer> boarded) {
        PlanRepository.StoredPlan stored = plan(planId);
        RanTrip trip = RanTrips.of(planId, stored.problem(), stored.plan(), Map.of(vehicleId, ranAt))
                .get(0)
                .withBoarded(boarded);
        transaction.executeWithoutResult(status -> {
            Map<String, Integer> headcounts = lockGroups(trip);
            store(trip);
            refuseMoreThanEverybody(trip, headcounts);
            states.settle(headcounts.keySet(), Actor.PROGRAM_LOGIN, "ran:" + trip.id());
        });
    }

    /** Trip after trip of the same plan is marked, and reading a large one takes a second. */
    private PlanRepository.StoredPlan plan(long planId) {
        PlanRepository.StoredPlan known = latest;
        if (known == null || known.id() != planId) {
            known = plans.find(planId)
                    .orElseThrow(() -> new IllegalArgumentException("没有编号为 " + planId + " 的方案，请刷新页面后重试"));
            latest = known;
        }
        return known;
    }

    /** Two marks that carry the same group wait for each other here; always in the order of ids, so never for ever. */
    private Map<String, Integer> lockGroups(RanTrip trip) {
        Map<String, Integer> headcounts = new HashMap<>();
        List<String> ids = trip.boardings().stream()
                .map(RanTrip.Boarding::groupId)
                .distinct()
                .sorted()
                .toList();
        if (ids.isEmpty()) {
            return headcounts;
        }
        sql.sql("SELECT id, headcount FROM worker_group WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids)
                .query(row -> {
                    headcounts.put(row.getString("id"), row.getInt("headcount"));
                });
        for (String id : ids) {
            if (!headcounts.containsKey(id)) {
                throw new IllegalStateException("团组“" + id + "”已不在本次行动中，不能标记为已运行");
            }
        }
        return headcounts;
    }

    private void store(RanTrip trip) {
        int inserted = sql.sql("""
                        INSERT INTO trip_ran (plan_id, vehicle, kind, name, carriages, ran_at)
                        VALUES (:planId, :vehicle, :kind, :name, :carriages, :ranAt)
                        ON CONFLICT (plan_id, vehicle) DO UPDATE SET ran_at = excluded.ran_at
                        """)
                .param("planId", trip.planId())
                .param("vehicle", trip.vehicleId())
                .param("kind", trip.kind().name())
                .param("name", trip.name())
                .param("carriages", trip.carriages())
                .param("ranAt", Rows.utc(trip.ranAt()))
                .update();
        Rows.expectOne("INSERT INTO trip_ran", inserted);
        // marked before: the moment changes, and who boarded where that was counted anew
        sql.sql("DELETE FROM trip_boarding WHERE plan_id = :planId AND vehicle = :vehicle")
                .param("planId", trip.planId())
                .param("vehicle", trip.vehicleId())
                .update();
        List<Map<String, ?>> boardings = IntStream.range(0, trip.boardings().size())
                .<Map<String, ?>>mapToObj(
                        i -> parameters(trip, i + 1, trip.boardings().get(i)))
                .toList();
        Rows.batch(batches, """
                INSERT INTO trip_boarding (plan_id, vehicle, number, "group", county, persons, infants, main_leg)
                VALUES (:planId, :vehicle, :number, :group, :county, :persons, :infants, :mainLeg)
                """, boardings, boarding -> boarding);
    }

    private static Map<String, ?> parameters(RanTrip trip, int number, RanTrip.Boarding boarding) {
        return Map.of(
                "planId", trip.planId(),
                "vehicle", trip.vehicleId(),
                "number", number,
                "group", boarding.groupId(),
                "county", boarding.county(),
                "persons", boarding.persons(),
                "infants", boarding.infants(),
                "mainLeg", boarding.mainLeg());
    }

    private void refuseMoreThanEverybody(RanTrip trip, Map<String, Integer> headcounts) {
        Set<String> ids = headcounts.keySet();
        if (ids.isEmpty()) {
            return;
        }
        sql.sql("""
                        SELECT "group", sum(persons) AS carried
                        FROM trip_boarding
                        WHERE main_leg AND "group" IN (:ids)
                        GROUP BY "group"
                        """).param("ids", ids).query(row -> {
            String group = row.getString("group");
            int carried = row.getInt("carried");
            if (carried > headcounts.get(group)) {
                throw new IllegalStateException("团组“" + group + "”登记 " + headcounts.get(group) + " 人，标记“"
                        + trip.name() + "”（" + trip.vehicleId() + "）已运行后将达 " + carried
                        + " 人次：其他方案中运送这些人的趟次已标记为已运行。请先取消那边的标记。");
            }
        });
    }

    @Override
    public void unmarkRan(long planId, String vehicleId) {
        transaction.executeWithoutResult(status -> {
            List<String> carried = sql.sql(
                            "SELECT DISTINCT \"group\" FROM trip_boarding WHERE plan_id = :planId AND vehicle = :vehicle")
                    .param("planId", planId)
                    .param("vehicle", vehicleId)
                    .query(String.class)
                    .list();
            sql.sql("DELETE FROM trip_ran WHERE plan_id = :planId AND vehicle = :vehicle")
                    .param("planId", planId)
                    .param("vehicle", vehicleId)
                    .update();
            states.settle(carried, Actor.PROGRAM_LOGIN, "notRan:" + planId + "/" + vehicleId);
        });
    }

    @Override
    public Map<String, Instant> ran(long planId) {
        Map<String, Instant> ran = new LinkedHashMap<>();
        sql.sql("SELECT vehicle, ran_at FROM trip_ran WHERE plan_id = :planId ORDER BY ran_at, vehicle")
                .param("planId", planId)
                .query(row -> {
                    ran.put(row.getString("vehicle"), Rows.instant(row, "ran_at"));
                });
        return ran;
    }

    @Override
    public List<RanTrip> ranTrips(Instant asOf) {
        Map<String, List<RanTrip.Boarding>> boardings = new LinkedHashMap<>();
        Map<String, RanTrip> trips = new LinkedHashMap<>();
        sql.sql("""
                        SELECT t.plan_id, t.vehicle, t.kind, t.name, t.carriages, t.ran_at,
                               b."group", b.county, b.persons, b.infants, b.main_leg
                        FROM trip_ran t
                        LEFT JOIN trip_boarding b ON b.plan_id = t.plan_id AND b.vehicle = t.vehicle
                        WHERE t.ran_at <= :asOf
                        ORDER BY t.ran_at, t.plan_id, t.vehicle, b.number
                        """).param("asOf", Rows.utc(asOf)).query(row -> {
            String id = row.getLong("plan_id") + "/" + row.getString("vehicle");
            List<RanTrip.Boarding> boarded = boardings.computeIfAbsent(id, key -> new ArrayList<>());
            trips.putIfAbsent(
                    id,
                    new RanTrip(
                            id,
                            row.getLong("plan_id"),
                            row.getString("vehicle"),
                            RanTrip.Kind.valueOf(row.getString("kind")),
                            row.getString("name"),
                            row.getInt("carriages"),
                            Rows.instant(row, "ran_at"),
                            List.of()));
            if (row.getString("group") != null) {
                boarded.add(new RanTrip.Boarding(
                        row.getString("group"),
                        row.getString("county"),
                        row.getInt("persons"),
                        row.getInt("infants"),
                        row.getBoolean("main_leg")));
            }
        });
        return trips.values().stream()
                .map(trip -> withBoardings(trip, boardings.get(trip.id())))
                .toList();
    }

    private static RanTrip withBoardings(RanTrip trip, List<RanTrip.Boarding> boardings) {
        return new RanTrip(
                trip.id(),
                trip.planId(),
                trip.vehicleId(),
                trip.kind(),
                trip.name(),
                trip.carriages(),
                trip.ranAt(),
                boardings);
    }
}
