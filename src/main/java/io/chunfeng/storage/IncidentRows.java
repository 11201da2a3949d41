package io.chunfeng.storage;

import io.chunfeng.day.Happening;
import io.chunfeng.day.Incident;
import io.chunfeng.day.IncidentKind;
import io.chunfeng.day.ProposalKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Incidents to columns and back. */
final class IncidentRows {
    private IncidentRows() {}

    /** Every column of what has happened; those that a kind has no use for are null. */
    static Map<String, Object> parameters(Happening happening) {
        Map<String, Object> values = new HashMap<>();
        for (String column : List.of("vehicle", "group", "place", "closure", "persons", "minutes", "until")) {
            values.put(column, null);
        }
        values.put("kind", happening.kind().name());
        if (happening instanceof Happening.CoachBroken broken) {
            values.put("vehicle", broken.vehicle());
            values.put("until", Rows.utc(broken.until()));
        } else if (happening instanceof Happening.DriverUnavailable missing) {
            values.put("vehicle", missing.vehicle());
            values.put("until", Rows.utc(missing.until()));
        } else if (happening instanceof Happening.GroupLate late) {
            values.put("group", late.groupId());
            values.put("minutes", late.minutes());
        } else if (happening instanceof Happening.NoShows missing) {
            values.put("group", missing.groupId());
            values.put("persons", missing.persons());
        } else if (happening instanceof Happening.GroupResized resized) {
            values.put("group", resized.groupId());
            values.put("persons", resized.persons());
        } else if (happening instanceof Happening.RoadClosed closed) {
            values.put("closure", closed.closureId());
        } else if (happening instanceof Happening.StationClosed closed) {
            values.put("place", closed.place());
            values.put("until", Rows.utc(closed.until()));
        } else if (happening instanceof Happening.ServiceCancelled cancelled) {
            values.put("vehicle", cancelled.vehicle());
        }
        return values;
    }

    private static Happening happening(ResultSet row) throws SQLException {
        String vehicle = row.getString("vehicle");
        String group = row.getString("group_id");
        return switch (IncidentKind.valueOf(row.getString("kind"))) {
            case COACH_BROKEN -> new Happening.CoachBroken(vehicle, Rows.instant(row, "until_at"));
            case DRIVER_UNAVAILABLE -> new Happening.DriverUnavailable(vehicle, Rows.instant(row, "until_at"));
            case GROUP_LATE -> new Happening.GroupLate(group, row.getInt("minutes"));
            case NO_SHOWS -> new Happening.NoShows(group, row.getInt("persons"));
            case GROUP_RESIZED -> new Happening.GroupResized(group, row.getInt("persons"));
            case ROAD_CLOSED -> new Happening.RoadClosed(row.getLong("closure_id"));
            case STATION_CLOSED -> new Happening.StationClosed(row.getString("place"), Rows.instant(row, "until_at"));
            case SERVICE_CANCELLED -> new Happening.ServiceCancelled(vehicle);
        };
    }

    static Incident incident(ResultSet row, List<Incident.Note> notes, List<Incident.Round> rounds)
            throws SQLException {
        return new Incident(
                row.getLong("id"),
                row.getLong("plan_id"),
                happening(row),
                Rows.instant(row, "happened_at"),
                row.getString("location"),
                row.getString("description"),
                row.getBoolean("major"),
                new Incident.Reach(
                        row.getInt("affected_trips"), row.getInt("affected_groups"), row.getInt("affected_persons")),
                row.getString("recorded_by"),
                Rows.instant(row, "recorded_at"),
                notes,
                rounds);
    }

    static Incident.Note note(ResultSet row) throws SQLException {
        return new Incident.Note(
                Incident.NoteKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("recorded_by"),
                Rows.instant(row, "recorded_at"));
    }

    /** @param row with the finished kinds as an array, and the decision's columns */
    static Incident.Round round(ResultSet row, int number) throws SQLException {
        return new Incident.Round(
                row.getLong("id"),
                row.getLong("incident_id"),
                row.getLong("plan_id"),
                row.getInt("newest"),
                Rows.instant(row, "as_of"),
                row.getInt("seconds"),
                row.getString("asked_by"),
                Rows.instant(row, "asked_at"),
                kinds(row.getArray("finished")),
                row.getString("decided_by") == null
                        ? null
                        : new Incident.Decision(
                                ProposalKind.valueOf(row.getString("decided_kind")),
                                row.getLong("decided_plan"),
                                row.getInt("publication"),
                                row.getString("decided_by"),
                                Rows.instant(row, "decided_at")));
    }

    private static List<ProposalKind> kinds(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(ProposalKind::valueOf)
                .sorted()
                .toList();
    }
}
