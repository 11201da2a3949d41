package io.chunfeng.storage;

import io.chunfeng.day.TripRef;
import io.chunfeng.demand.Actor;
import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.LedgerChange;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrips;
import io.chunfeng.plan.PlanRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Marks of trips that ran, each with who boarded it, as entries of the ledger. */
final class JdbcDispatchRepository implements DispatchRepository {
    private final JdbcClient sql;
    private final LedgerRows ledger;
    private final TransactionOperations transaction;
    private final PlanRepository plans;
    private final GroupStates states;
    private final Clock clock;
    /** Plans never change once they are stored. */
    private volatile PlanRepository.StoredPlan latest;

    JdbcDispatchRepository(JdbcClient sql, TransactionOperations transaction, PlanRepository plans, Clock clock) {
        this.sql = sql;
        this.ledger = new LedgerRows(sql);
        this.transaction = transaction;
        this.plans = plans;
        this.states = new GroupStates(sql, clock);
        this.clock = clock;
    }

    @Override
    public void markRan(long planId, String vehicleId, Instant ranAt, Map<String, Aboard> aboard, Author author) {
        PlanRepository.StoredPlan stored = plan(planId);
        // as fine as the database keeps it, so that the same mark is the same again
        Map<String, Instant> vehicle = Map.of(vehicleId, ranAt.truncatedTo(ChronoUnit.MICROS));
        RanTrip trip = RanTrips.of(planId, stored.problem(), stored.plan(), vehicle)
                .get(0)
                .withBoarded(aboard);
        transaction.executeWithoutResult(status -> {
            TripLocks.take(sql, List.of(new TripRef(planId, vehicleId)));
            List<LedgerEntry> before = ledger.inForce(planId, vehicleId);
            LedgerChange change = LedgerChange.to(trip, before);
            if (change.nothing()) {
                return;
            }
            if (!change.reversed().isEmpty()) {
                requireReason(trip.name(), vehicleId, author);
            }
            refuseMoreThanEverybody(trip, headcounts(trip));
            boolean corrects = ledger.knows(planId, vehicleId);
            long recording = ledger.begin(clock.instant(), corrects ? author : new Author(author.login(), null));
            ledger.reverse(recording, change.reversed());
            ledger.add(recording, change.added());
            Set<String> groups = groups(before);
            trip.boardings().forEach(boarding -> groups.add(boarding.groupId()));
            states.settle(groups, Actor.PROGRAM_LOGIN, "ran:" + trip.id());
        });
    }

    private static void requireReason(String name, String vehicle, Author author) {
        if (author.reason() == null) {
            throw new IllegalStateException("“" + name + "”（" + vehicle + "）的台账已有记录，更正须填写原因");
        }
    }

    private static Set<String> groups(List<LedgerEntry> entries) {
        return entries.stream()
                .map(LedgerEntry::groupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
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

    private Map<String, Integer> headcounts(RanTrip trip) {
        Map<String, Integer> headcounts = new HashMap<>();
        Set<String> ids =
                trip.boardings().stream().map(RanTrip.Boarding::groupId).collect(Collectors.toSet());
        sql.sql("SELECT id, headcount FROM worker_group WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(String[]::new))
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

    private void refuseMoreThanEverybody(RanTrip trip, Map<String, Integer> headcounts) {
        Map<String, Integer> carried = RanTrips.personsCarried(List.of(trip));
        sql.sql("""
                        SELECT "group", sum(persons) AS carried
                        FROM trip_boarding
                        WHERE main_leg AND "group" = ANY (:ids) AND (plan_id, vehicle) <> (:planId, :vehicle)
                        GROUP BY "group"
                        """)
                .param("ids", carried.keySet().toArray(String[]::new))
                .param("planId", trip.planId())
                .param("vehicle", trip.vehicleId())
                .query(row -> {
                    carried.merge(row.getString("group"), row.getInt("carried"), Integer::sum);
                });
        carried.forEach((group, persons) -> {
            if (persons > headcounts.get(group)) {
                throw new IllegalStateException("团组“" + group + "”登记 " + headcounts.get(group) + " 人，标记“"
                        + trip.name() + "”（" + trip.vehicleId() + "）已运行后将达 " + persons
                        + " 人次：其他方案中运送这些人的趟次已标记为已运行。请先取消那边的标记。");
            }
        });
    }

    @Override
    public void unmarkRan(long planId, String vehicleId, Author author) {
        transaction.executeWithoutResult(status -> {
            TripLocks.take(sql, List.of(new TripRef(planId, vehicleId)));
            List<LedgerEntry> before = ledger.inForce(planId, vehicleId);
            if (before.isEmpty()) {
                return;
            }
            requireReason(before.get(0).name(), vehicleId, author);
            ledger.reverse(ledger.begin(clock.instant(), author), before);
            states.settle(groups(before), Actor.PROGRAM_LOGIN, "notRan:" + planId + "/" + vehicleId);
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
}
