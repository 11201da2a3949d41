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
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reports of trips, and the marks of those that ran in line with them. */
final class JdbcDayBoard implements DayBoard {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;
    private final DispatchRepository dispatch;
    private final BoardRows rows;
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
        this.dispatch = dispatch;
        this.rows = new BoardRows(sql);
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
            TripLocks.take(sql, List.of(entry.trip()));
            return within(entry, actor);
        });
    }

    @Override
    public void recordAll(List<TripEntry> entries, String actor) {
        transaction.executeWithoutResult(status -> {
            TripLocks.take(sql, entries.stream().map(TripEntry::trip).toList());
            entries.forEach(entry -> within(entry, actor));
        });
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
        List<Boarded> boarded = counted(trip, entry, around);
        boolean recount = Reports.recounts(trip, entry.report(), boarded);
        if (recount && entry.remark() == null) {
            throw new ReportRefusedException(Reason.NO_REASON);
        }
        boolean correction = recount || Reports.corrects(trip, entry.report());
        long event = insert(entry, correction, boarded, actor);
        mark(trip, entry, boarded, actor);
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

    /** Empty when the entry says nothing new of who is aboard. */
    private List<Boarded> counted(BoardTrip trip, TripEntry entry, List<BoardTrip> around) {
        boolean left = trip.leftAt() != null;
        boolean counts = entry.report() == Report.DEPARTED
                || entry.report() == Report.ARRIVED
                        && (!left || !entry.boarded().isEmpty());
        if (!counts) {
            return List.of();
        }
        List<Boarded> boarded = Reports.boarded(trip, entry.boarded(), around);
        for (Boarded one : boarded) {
            String target = one.absent().movedTo();
            if (target != null && !rows.leavesTheSameDay(trip, target)) {
                throw new ReportRefusedException(Reason.MOVED_WHERE, one.groupId());
            }
        }
        return entry.report() == Report.ARRIVED && boarded.equals(trip.counted()) ? List.of() : boarded;
    }

    private long insert(TripEntry entry, boolean correction, List<Boarded> boarded, String actor) {
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
        Rows.batch(batches, """
                INSERT INTO trip_event_boarded (event_id, group_id, planned, persons, infants, escorts, no_show, refused,
                                                moved, moved_to, reason)
                VALUES (:event, :group, :planned, :persons, :infants, :escorts, :noShow, :refused, :moved, :movedTo,
                        :reason)
                """, boarded, one -> BoardRows.parameters(id, one));
        return id;
    }

    /** One truth: the mark that the statistics count follows from the report in force. */
    private void mark(BoardTrip trip, TripEntry entry, List<Boarded> boarded, String actor) {
        if (entry.report() == Report.LATE) {
            return;
        }
        Author author = new Author(actor, reason(entry));
        if (!entry.report().ran()) {
            marks(trip.ref())
                    .forEach(plan -> dispatch.unmarkRan(plan, trip.ref().vehicle(), author));
            return;
        }
        if (boarded.isEmpty()) {
            return;
        }
        // an earlier plan may have run the same trip: it counts once
        marks(trip.ref()).stream()
                .filter(plan -> plan != trip.ref().planId())
                .forEach(plan -> dispatch.unmarkRan(plan, trip.ref().vehicle(), author));
        Map<String, Aboard> aboard = boarded.stream()
                .collect(Collectors.toMap(
                        Boarded::groupId, one -> new Aboard(one.persons(), one.infants(), one.escorts())));
        Instant left = trip.leftAt() == null ? trip.departure() : trip.leftAt();
        dispatch.markRan(
                trip.ref().planId(),
                trip.ref().vehicle(),
                entry.report() == Report.DEPARTED ? entry.happenedAt() : left,
                aboard,
                author);
    }

    /** Of what it may correct in the ledger, where nobody had to give one. */
    private static String reason(TripEntry entry) {
        return entry.remark() == null ? "与当日调度的最新报告一致" : entry.remark();
    }

    private List<Long> marks(TripRef ref) {
        return sql.sql("SELECT plan_id FROM trip_ran WHERE vehicle = :vehicle AND same_trip(vehicle, plan_id, :plan)")
                .param("vehicle", ref.vehicle())
                .param("plan", ref.planId())
                .query(Long.class)
                .list();
    }
}
