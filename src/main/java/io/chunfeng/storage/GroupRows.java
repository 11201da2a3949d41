package io.chunfeng.storage;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Mode;
import io.chunfeng.demand.Registration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Groups to parameters of SQL, and rows back. */
final class GroupRows {

    /** The figures, of a worker_group called g. */
    static final String COLUMNS = """
            g.id, g.county, g.from_place, g.to_place, g.headcount, g.wheelchairs, g.earliest_departure, g.latest_arrival,
            g.preferred_date, array_to_string(g.modes, ',') AS modes, g.min_part, g.priority, g.employer
            """;

    private GroupRows() {}

    static Map<String, Object> parameters(Group group) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", group.id());
        values.put("county", group.county());
        values.put("from", group.from());
        values.put("to", group.to());
        values.put("headcount", group.headcount());
        values.put("wheelchairs", group.wheelchairs());
        values.put("earliestDeparture", Rows.utc(group.earliestDeparture()));
        values.put("latestArrival", Rows.utc(group.latestArrival()));
        values.put("preferredDate", group.preferredDate());
        values.put("modes", group.modes().stream().map(Mode::name).sorted().collect(Collectors.joining(",")));
        values.put("minPart", group.minPart());
        values.put("priority", group.priority());
        values.put("employer", group.employer());
        return values;
    }

    static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getString("id"),
                row.getString("county"),
                row.getString("from_place"),
                row.getString("to_place"),
                row.getInt("headcount"),
                row.getInt("wheelchairs"),
                Rows.instant(row, "earliest_departure"),
                Rows.instant(row, "latest_arrival"),
                Rows.date(row, "preferred_date"),
                Arrays.stream(row.getString("modes").split(","))
                        .map(Mode::valueOf)
                        .collect(Collectors.toSet()),
                row.getInt("min_part"),
                row.getInt("priority"),
                row.getString("employer"));
    }

    /** With state, version and changed_at beside the figures. */
    static Registration registration(ResultSet row, int number) throws SQLException {
        return new Registration(
                group(row, number),
                GroupState.valueOf(row.getString("state")),
                row.getInt("version"),
                Rows.instant(row, "changed_at"));
    }
}
