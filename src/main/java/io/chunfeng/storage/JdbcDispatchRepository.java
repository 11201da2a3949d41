package io.chunfeng.storage;

import io.chunfeng.day.Transfer;
import io.chunfeng.day.TripRef;
import io.chunfeng.demand.Actor;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.LedgerChange;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.RanMark;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrips;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.report.VehicleOffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Marks of trips that ran, each with who boarded it, as entries of the ledger. */
final class JdbcDispatchRepository implements DispatchRepository {
    private final JdbcClient sql;
    private final LedgerRows ledger;
    private final TransferRows movers;
    private final TransactionOperations transaction;
    private final PlanRepository plans;
    private final GroupStates states;
    private final Clock clock;
    /** Plans never change once they are stored. */
    private volatile PlanRepository.StoredPlan latest;

    JdbcDispatchRepository(JdbcClient sql, TransactionOperations transaction, PlanRepository plans, Clock clock) {
        this.sql = sql;
        this.ledger = new LedgerRows(sql);
        this.movers = new TransferRows(sql);
        this.transaction = transaction;
        this.plans = plans;
        this.states = new GroupStates(sql, clock);
        this.clock = clock;
    }

    @Override
    public void markRan(List<RanMark> marks) {
        transaction.executeWithoutResult(status -> {
            TripLocks.take(
                    sql,
                    marks.stream()
                            .map(mark -> new TripRef(mark.planId(), mark.vehicleId()))
                            .toList());
            List<RanTrip> recorded = new ArrayList<>();
            marks.forEach(mark -> record(mark).ifPresent(recorded::add));
            // only now: people moved from one of these trips to another are on one of them again
            recorded.forEach(this::refuseMoreThanEverybody);
        });
    }

    /** Empty when the ledger says so already. */
    private Optional<RanTrip> record(RanMark mark) {
        RanTrip trip = trip(mark);
        List<LedgerEntry> before = ledger.inForce(mark.planId(), mark.vehicleId());
        LedgerChange change = LedgerChange.to(trip, before);
        if (change.nothing()) {
            return Optional.empty();
        }
        Author author = mark.author();
        if (!change.reversed().isEmpty()) {
            requireReason(trip.name(), mark.vehicleId(), author);
        }
        boolean corrects = ledger.knows(mark.planId(), mark.vehicleId());
        long recording = ledger.begin(clock.instant(), corrects ? author : new Author(author.login(), null));
        ledger.reverse(recording, change.reversed());
        ledger.add(recording, change.added());
        Set<String> groups = groups(before);
        trip.boardings().forEach(boarding -> groups.add(boarding.groupId()));
        states.settle(groups, Actor.PROGRAM_LOGIN, "ran:" + trip.id());
        return Optional.of(trip);
    }

    /** As it ran: with those who boarded of its own people, and those who came from other trips. */
    private RanTrip trip(RanMark mark) {
        // as fine as the database keeps it, so that the same mark is the same again
        Instant ranAt = mark.ranAt().truncatedTo(ChronoUnit.MICROS);
        RanTrip planned = planned(mark.planId(), mark.vehicleId(), ranAt);
        RanTrip trip = planned.withBoarded(mark.aboard());
        TripRef ref = new TripRef(mark.planId(), mark.vehicleId());
        List<Transfer> transfers = movers.to(List.of(ref)).getOrDefault(ref, List.of());
        for (Transfer transfer : transfers) {
            TripRef from = transfer.from();
            trip = trip.joinedFrom(
                    planned(from.planId(), from.vehicle(), ranAt), transfer.groupId(), transfer.persons());
        }
        if (!transfers.isEmpty()) {
            refuseMoreThanSeats(trip, planned, transfers);
        }
        return trip;
    }

    private RanTrip planned(long planId, String vehicle, Instant ranAt) {
        PlanRepository.StoredPlan stored = plan(planId);
        return RanTrips.of(planId, stored.problem(), stored.plan(), Map.of(vehicle, ranAt))
                .get(0);
    }

    /** A plan may put more people on a vehicle than it has seats, one after the other; nobody else comes besides then. */
    private void refuseMoreThanSeats(RanTrip trip, RanTrip planned, List<Transfer> transfers) {
        PlanRepository.StoredPlan stored = plan(trip.planId());
        long seats = VehicleOffer.of(stored.problem(), stored.plan())
                .get(trip.vehicleId())
                .seats();
        if (trip.persons() > Math.max(seats, planned.persons())) {
            int moved = transfers.stream().mapToInt(Transfer::persons).sum();
            throw new IllegalStateException("“" + trip.name() + "”（" + trip.vehicleId() + "）有 " + seats + " 个座位，本趟登车 "
                    + (trip.persons() - moved) + " 人，改乘来 " + moved + " 人（"
                    + transfers.stream()
                            .map(transfer -> transfer.from().vehicle() + " 的“" + transfer.groupId() + "”"
                                    + transfer.persons() + " 人")
                            .collect(Collectors.joining("、"))
                    + "），坐不下。请核对两趟的登记。");
        }
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

    /** Nobody is carried on a main leg more often than the group has people. The trip is in the ledger. */
    private void refuseMoreThanEverybody(RanTrip trip) {
        Set<String> unknown =
                trip.boardings().stream().map(RanTrip.Boarding::groupId).collect(Collectors.toSet());
        sql.sql("""
                        SELECT g.id, g.headcount,
                               (SELECT coalesce(sum(b.persons), 0) FROM trip_boarding b
                                WHERE b.main_leg AND b."group" = g.id) AS carried
                        FROM worker_group g
                        WHERE g.id = ANY (:ids)
                        """).param("ids", unknown.toArray(String[]::new)).query(row -> {
            unknown.remove(row.getString("id"));
            refuseMoreThanEverybody(trip, row.getString("id"), row.getInt("headcount"), row.getInt("carried"));
        });
        unknown.stream().findFirst().ifPresent(id -> {
            throw new IllegalStateException("团组“" + id + "”已不在本次行动中，不能标记为已运行");
        });
    }

    private static void refuseMoreThanEverybody(RanTrip trip, String group, int headcount, int carried) {
        if (carried > headcount) {
            throw new IllegalStateException("团组“" + group + "”登记 " + headcount + " 人，标记“" + trip.name() + "”（"
                    + trip.vehicleId() + "）已运行后将达 " + carried + " 人次：其他方案中运送这些人的趟次已标记为已运行。请先取消那边的标记。");
        }
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
