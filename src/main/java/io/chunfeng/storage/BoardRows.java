package io.chunfeng.storage;

import io.chunfeng.day.Absent;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.Report;
import io.chunfeng.day.TripEvent;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.Ride;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads trips in force with what was reported of them. Within the caller's transaction. */
final class BoardRows {
    /** Rides of groups for which their plan is the publication in force. */
    private static final String IN_FORCE = """
            FROM plan_ride r
            JOIN group_publication gp ON gp.plan_id = r.plan_id AND gp.group_id = r.group_id
            JOIN worker_group g ON g.id = r.group_id
            """;

    private final JdbcClient sql;

    BoardRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<BoardTrip> ofDay(LocalDate day) {
        return trips(sql.sql("SELECT r.*, g.county " + IN_FORCE + """
                        WHERE (r.plan_id, r.vehicle) IN (
                            SELECT plan_id, vehicle FROM plan_ride
                            GROUP BY plan_id, vehicle
                            HAVING min(meet_at) < (:day::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                               AND max(alight_at) >= :day::date::timestamp AT TIME ZONE 'Asia/Shanghai')
                        ORDER BY r.plan_id, r.journey, r.leg
                        """).param("day", day));
    }

    /** The groups first: then only their publications are looked for, and not everybody's. */
    List<BoardTrip> around(TripRef ref) {
        Set<String> vehicles = new TreeSet<>();
        Set<String> riders = new TreeSet<>();
        sql.sql("""
                        SELECT DISTINCT c.vehicle, c.group_id
                        FROM plan_ride a
                        JOIN plan_ride b ON b.plan_id = a.plan_id AND b.journey = a.journey
                        JOIN plan_ride c ON c.plan_id = b.plan_id AND c.vehicle = b.vehicle
                        WHERE a.plan_id = :plan AND a.vehicle = :vehicle
                        """).param("plan", ref.planId()).param("vehicle", ref.vehicle()).query(row -> {
            vehicles.add(row.getString("vehicle"));
            riders.add(row.getString("group_id"));
        });
        return trips(sql.sql("SELECT r.*, g.county " + IN_FORCE + """
                        WHERE r.plan_id = :plan AND r.vehicle = ANY (:vehicles) AND gp.group_id = ANY (:riders)
                        ORDER BY r.plan_id, r.journey, r.leg
                        """)
                .param("plan", ref.planId())
                .param("vehicles", vehicles.toArray(String[]::new))
                .param("riders", riders.toArray(String[]::new)));
    }

    Optional<LocalDate> nearestDay(LocalDate day) {
        return sql.sql("SELECT (r.board_at AT TIME ZONE 'Asia/Shanghai')::date AS day " + IN_FORCE + """
                        GROUP BY 1
                        ORDER BY abs((r.board_at AT TIME ZONE 'Asia/Shanghai')::date - :day::date), 1 DESC
                        LIMIT 1
                        """)
                .param("day", day)
                .query((row, number) -> Rows.date(row, "day"))
                .optional();
    }

    /** The newest plan in force that runs this trip. */
    Optional<TripRef> inForce(TripRef ref) {
        return sql.sql("SELECT DISTINCT r.plan_id " + IN_FORCE + """
                        WHERE r.vehicle = :vehicle AND same_trip(r.vehicle, :plan, r.plan_id)
                        ORDER BY r.plan_id DESC
                        LIMIT 1
                        """)
                .param("vehicle", ref.vehicle())
                .param("plan", ref.planId())
                .query(Long.class)
                .optional()
                .map(plan -> new TripRef(plan, ref.vehicle()));
    }

    /** The trip in force of that name that leaves on the day on which this one does: of the same plan, or the newest. */
    Optional<TripRef> leavingTheSameDay(BoardTrip trip, String vehicle) {
        return sql.sql("SELECT DISTINCT r.plan_id, r.plan_id = :plan AS same " + IN_FORCE + """
                        WHERE r.vehicle = :vehicle
                          AND (r.board_at AT TIME ZONE 'Asia/Shanghai')::date =
                              (CAST(:leaves AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date
                        ORDER BY same DESC, r.plan_id DESC
                        LIMIT 1
                        """)
                .param("plan", trip.ref().planId())
                .param("vehicle", vehicle)
                .param("leaves", Rows.utc(trip.departure()))
                .query((row, number) -> new TripRef(row.getLong("plan_id"), vehicle))
                .optional();
    }

    /** The trips in force of that name, of whatever plan and day. */
    List<TripRef> named(String vehicle) {
        return sql.sql("SELECT DISTINCT r.plan_id " + IN_FORCE + "WHERE r.vehicle = :vehicle")
                .param("vehicle", vehicle)
                .query((row, number) -> new TripRef(row.getLong("plan_id"), vehicle))
                .list();
    }

    /** Who boarded of a trip's own people when it left, in force or not; empty when nobody counted. */
    List<Boarded> counted(TripRef trip) {
        return TripEvent.counted(events(List.of(trip)).getOrDefault(trip, List.of()));
    }

    private record Found(Ride ride, long planId, String county) {}

    private List<BoardTrip> trips(JdbcClient.StatementSpec query) {
        Map<TripRef, List<Found>> byTrip = new LinkedHashMap<>();
        query.query((row, number) ->
                        new Found(PlanIndex.ride(row, number), row.getLong("plan_id"), row.getString("county")))
                .list()
                .forEach(found -> byTrip.computeIfAbsent(
                                new TripRef(found.planId(), found.ride().vehicle()), key -> new ArrayList<>())
                        .add(found));
        Map<TripRef, List<TripEvent>> events = events(List.copyOf(byTrip.keySet()));
        return byTrip.entrySet().stream()
                .map(trip -> new BoardTrip(
                        trip.getKey(),
                        trip.getValue().stream().map(Found::ride).toList(),
                        trip.getValue().stream()
                                .collect(Collectors.toMap(
                                        found -> found.ride().groupId(), Found::county, (same, again) -> same)),
                        events.getOrDefault(trip.getKey(), List.of())))
                .sorted(Comparator.comparing(BoardTrip::departure)
                        .thenComparing(trip -> trip.ref().vehicle())
                        .thenComparing(trip -> trip.ref().planId()))
                .toList();
    }

    /** Those of earlier plans too, where these ran the same trip. */
    private Map<TripRef, List<TripEvent>> events(List<TripRef> refs) {
        Map<TripRef, List<TripEvent>> events = new HashMap<>();
        if (refs.isEmpty()) {
            return events;
        }
        Map<Long, List<Boarded>> boarded = new HashMap<>();
        String matching = """
                FROM trip_event e
                JOIN unnest(:plans::bigint[], :vehicles::text[]) AS t (plan_id, vehicle) ON t.vehicle = e.vehicle
                WHERE same_trip(e.vehicle, e.plan_id, t.plan_id)
                """;
        Long[] plans = refs.stream().map(TripRef::planId).toArray(Long[]::new);
        String[] vehicles = refs.stream().map(TripRef::vehicle).toArray(String[]::new);
        sql.sql("SELECT b.* FROM trip_event_boarded b WHERE b.event_id IN (SELECT e.id " + matching
                        + ") ORDER BY b.group_id")
                .param("plans", plans)
                .param("vehicles", vehicles)
                .query(row -> {
                    boarded.computeIfAbsent(row.getLong("event_id"), key -> new ArrayList<>())
                            .add(new Boarded(
                                    row.getString("group_id"),
                                    row.getInt("planned"),
                                    row.getInt("persons"),
                                    row.getInt("infants"),
                                    row.getInt("escorts"),
                                    new Absent(
                                            row.getInt("no_show"),
                                            row.getInt("refused"),
                                            row.getInt("moved"),
                                            row.getString("moved_to")),
                                    row.getString("reason")));
                });
        sql.sql("SELECT e.*, t.plan_id AS of_plan " + matching + " ORDER BY e.id")
                .param("plans", plans)
                .param("vehicles", vehicles)
                .query(row -> {
                    events.computeIfAbsent(
                                    new TripRef(row.getLong("of_plan"), row.getString("vehicle")),
                                    key -> new ArrayList<>())
                            .add(event(row, boarded.getOrDefault(row.getLong("id"), List.of())));
                });
        return events;
    }

    private static TripEvent event(ResultSet row, List<Boarded> boarded) throws SQLException {
        return new TripEvent(
                row.getLong("id"),
                row.getLong("plan_id"),
                row.getString("vehicle"),
                Report.valueOf(row.getString("report")),
                row.getInt("delay_minutes"),
                Rows.instant(row, "happened_at"),
                row.getString("remark"),
                row.getBoolean("correction"),
                row.getString("recorded_by"),
                Rows.instant(row, "recorded_at"),
                boarded);
    }

    /** @param target where they moved, or null */
    static Map<String, ?> parameters(long event, Boarded boarded, TripRef target) {
        Map<String, Object> values = new HashMap<>();
        values.put("event", event);
        values.put("group", boarded.groupId());
        values.put("planned", boarded.planned());
        values.put("persons", boarded.persons());
        values.put("infants", boarded.infants());
        values.put("escorts", boarded.escorts());
        values.put("noShow", boarded.absent().noShow());
        values.put("refused", boarded.absent().refused());
        values.put("moved", boarded.absent().moved());
        values.put("movedTo", boarded.absent().movedTo());
        values.put("movedToPlan", target == null ? null : target.planId());
        values.put("reason", boarded.reason());
        return values;
    }
}
