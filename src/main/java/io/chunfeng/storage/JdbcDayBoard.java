package io.chunfeng.storage;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Recorded;
import io.chunfeng.day.Report;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.ReportRefusedException.Reason;
import io.chunfeng.day.Reports;
import io.chunfeng.day.StaleTripException;
import io.chunfeng.day.Transfer;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.DispatchRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reports of trips, and the marks of those that ran in line with them. */
final class JdbcDayBoard implements DayBoard {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;
    private final BoardRows rows;
    private final TransferRows transfers;
    private final TripMarks marks;
    private final Clock clock;

    JdbcDayBoard(
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            TransactionOperations transaction,
            DispatchRepository dispatch,
            Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
        this.rows = new BoardRows(sql);
        this.transfers = new TransferRows(sql);
        this.marks = new TripMarks(sql, dispatch, rows);
        this.clock = clock;
    }

    @Override
    public List<BoardTrip> trips(LocalDate day) {
        return transaction.execute(status -> rows.ofDay(day));
    }

    @Override
    public List<BoardTrip> around(TripRef trip) {
        return transaction.execute(status -> rows.around(trip));
    }

    @Override
    public Optional<LocalDate> nearestDay(LocalDate day) {
        return rows.nearestDay(day);
    }

    @Override
    public Recorded record(TripEntry entry, String actor) {
        return transaction.execute(status -> {
            lock(List.of(entry));
            return within(entry, actor);
        });
    }

    @Override
    public void recordAll(List<TripEntry> entries, String actor) {
        transaction.executeWithoutResult(status -> {
            lock(entries);
            entries.forEach(entry -> within(entry, actor));
        });
    }

    @Override
    public Map<TripRef, List<Transfer>> arrivingAt(Collection<TripRef> trips) {
        return transfers.to(trips);
    }

    /**
     * Also the trips to which people move, or had moved: their marks may change. Who reports of the same trip meanwhile makes
     * this report a stale one, so what is read before the lock holds, or the report is refused.
     */
    private void lock(List<TripEntry> entries) {
        Set<TripRef> trips = new LinkedHashSet<>();
        for (TripEntry entry : entries) {
            trips.add(entry.trip());
            trips.addAll(transfers.from(entry.trip()));
            entry.boarded().stream()
                    .map(Boarded::absent)
                    .filter(absent -> absent != null && absent.movedTo() != null)
                    .forEach(absent -> trips.addAll(rows.named(absent.movedTo())));
        }
        TripLocks.take(sql, trips);
    }

    @Override
    public Optional<TripRef> inForce(TripRef trip) {
        return rows.inForce(trip);
    }

    /** Within a transaction that holds the trip: the second of two reports sees what the first has told. */
    private Recorded within(TripEntry entry, String actor) {
        TripRef ref = entry.trip();
        Optional<Long> sent = sent(entry);
        if (sent.isPresent()) {
            return new Recorded(sent.get(), true);
        }
        List<BoardTrip> around = rows.around(ref);
        BoardTrip trip = around.stream()
                .filter(one -> one.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new ReportRefusedException(Reason.NOT_IN_FORCE));
        if (trip.seen() != entry.seen()) {
            throw trip.events().isEmpty()
                    ? new ReportRefusedException(Reason.NOT_IN_FORCE)
                    : new StaleTripException(trip.events().get(trip.events().size() - 1));
        }
        Reports.require(trip, entry, clock.instant());
        List<Boarded> counted = counted(trip, entry, around);
        Map<String, TripRef> targets = targets(trip, counted);
        boolean same = entry.report() == Report.ARRIVED && counted.equals(trip.counted());
        List<Boarded> boarded = same ? List.of() : counted;
        boolean recount = Reports.recounts(trip, entry.report(), boarded);
        if (recount && entry.remark() == null) {
            throw new ReportRefusedException(Reason.NO_REASON);
        }
        boolean correction = recount || Reports.corrects(trip, entry.report());
        Set<TripRef> moved = new LinkedHashSet<>(transfers.from(ref));
        moved.addAll(targets.values());
        long event = insert(entry, correction, boarded, targets, actor);
        marks.follow(trip, entry, boarded, moved, actor);
        return new Recorded(event, false);
    }

    private Optional<Long> sent(TripEntry entry) {
        return entry.sending() == null
                ? Optional.empty()
                : sql.sql("SELECT id FROM trip_event WHERE sending = :sending AND vehicle = :vehicle")
                        .param("sending", entry.sending())
                        .param("vehicle", entry.trip().vehicle())
                        .query(Long.class)
                        .optional();
    }

    /** Empty when the entry says nothing of who is aboard. */
    private List<Boarded> counted(BoardTrip trip, TripEntry entry, List<BoardTrip> around) {
        boolean left = trip.leftAt() != null;
        boolean counts = entry.report() == Report.DEPARTED
                || entry.report() == Report.ARRIVED
                        && (!left || !entry.boarded().isEmpty());
        if (!counts) {
            return List.of();
        }
        return Reports.boarded(trip, entry.boarded(), around);
    }

    /** The trips to which people moved, by vehicle id. */
    private Map<String, TripRef> targets(BoardTrip trip, List<Boarded> boarded) {
        Map<String, TripRef> targets = new HashMap<>();
        for (Boarded one : boarded) {
            String vehicle = one.absent().movedTo();
            if (vehicle != null) {
                targets.put(
                        vehicle,
                        rows.leavingTheSameDay(trip, vehicle)
                                .orElseThrow(() -> new ReportRefusedException(Reason.MOVED_WHERE, one.groupId())));
            }
        }
        return targets;
    }

    private long insert(
            TripEntry entry, boolean correction, List<Boarded> boarded, Map<String, TripRef> targets, String actor) {
        long id = sql.sql("""
                        INSERT INTO trip_event (plan_id, vehicle, report, delay_minutes, happened_at, remark, correction,
                                                recorded_by, recorded_at, sending)
                        VALUES (:plan, :vehicle, :report, :minutes, :happenedAt, :remark, :correction, :actor, :now,
                                :sending)
                        RETURNING id
                        """)
                .param("plan", entry.trip().planId())
                .param("vehicle", entry.trip().vehicle())
                .param("report", entry.report().name())
                .param("minutes", entry.report() == Report.LATE ? entry.delayMinutes() : 0)
                .param("happenedAt", Rows.utc(entry.happenedAt()))
                .param("remark", entry.remark())
                .param("correction", correction)
                .param("actor", actor)
                .param("now", Rows.utc(clock.instant()))
                .param("sending", entry.sending())
                .query(Long.class)
                .single();
        Rows.batch(
                batches,
                """
                INSERT INTO trip_event_boarded (event_id, group_id, planned, persons, infants, escorts, no_show, refused,
                                                moved, moved_to, moved_to_plan, reason)
                VALUES (:event, :group, :planned, :persons, :infants, :escorts, :noShow, :refused, :moved, :movedTo,
                        :movedToPlan, :reason)
                """,
                boarded,
                one -> BoardRows.parameters(id, one, targets.get(one.absent().movedTo())));
        return id;
    }
}
