package io.chunfeng.storage;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.Report;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.RanMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the marks of trips that ran in line with their reports. Within the caller's transaction, after these are written. */
final class TripMarks {
    private final JdbcClient sql;
    private final DispatchRepository dispatch;
    private final BoardRows rows;

    TripMarks(JdbcClient sql, DispatchRepository dispatch, BoardRows rows) {
        this.sql = sql;
        this.dispatch = dispatch;
        this.rows = rows;
    }

    /**
     * One truth: the mark that the statistics count follows from the report in force.
     *
     * @param moved trips whose marks follow from it too, as people moved to them or do so no more
     */
    void follow(BoardTrip trip, TripEntry entry, List<Boarded> boarded, Set<TripRef> moved, String actor) {
        boolean ran = entry.report().ran();
        if (entry.report() == Report.LATE || ran && boarded.isEmpty()) {
            return;
        }
        TripRef ref = trip.ref();
        Author author = new Author(actor, reason(entry));
        // an earlier plan may have run the same trip: it counts once
        marks(ref).stream()
                .filter(mark -> !ran || mark.planId() != ref.planId())
                .forEach(mark -> dispatch.unmarkRan(mark.planId(), ref.vehicle(), author));
        List<RanMark> marks = new ArrayList<>();
        if (ran) {
            Instant before = trip.leftAt() == null ? trip.departure() : trip.leftAt();
            Instant left = entry.report() == Report.DEPARTED ? entry.happenedAt() : before;
            marks.add(new RanMark(ref.planId(), ref.vehicle(), left, aboard(boarded), author));
        }
        Author mover = new Author(actor, ref.vehicle() + " 登记改乘：" + author.reason());
        for (TripRef target : moved) {
            Map<String, Aboard> aboard = aboard(rows.counted(target));
            marks(target)
                    .forEach(mark ->
                            marks.add(new RanMark(mark.planId(), target.vehicle(), mark.ranAt(), aboard, mover)));
        }
        dispatch.markRan(marks);
    }

    private static Map<String, Aboard> aboard(List<Boarded> boarded) {
        return boarded.stream()
                .collect(Collectors.toMap(
                        Boarded::groupId, one -> new Aboard(one.persons(), one.infants(), one.escorts())));
    }

    /** Of what it may correct in the ledger, where nobody had to give one. */
    private static String reason(TripEntry entry) {
        return entry.remark() == null ? "与当日调度的最新报告一致" : entry.remark();
    }

    private record Mark(long planId, Instant ranAt) {}

    private List<Mark> marks(TripRef ref) {
        return sql.sql("""
                        SELECT plan_id, ran_at FROM trip_ran
                        WHERE vehicle = :vehicle AND same_trip(vehicle, plan_id, :plan)
                        """)
                .param("vehicle", ref.vehicle())
                .param("plan", ref.planId())
                .query((row, number) -> new Mark(row.getLong("plan_id"), Rows.instant(row, "ran_at")))
                .list();
    }
}
