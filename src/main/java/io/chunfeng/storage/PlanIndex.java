package io.chunfeng.storage;

import io.chunfeng.demand.Group;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.Ride;
import io.chunfeng.dispatch.Rides;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Groups and rides of a plan as rows, so that a county's own are found without reading anybody else's. */
final class PlanIndex {
    private final NamedParameterJdbcTemplate batches;

    PlanIndex(NamedParameterJdbcTemplate batches) {
        this.batches = batches;
    }

    /** @return ids of the plan's groups */
    List<String> write(long planId, PlanningProblem problem, Plan plan) {
        Map<String, Integer> served = plan.journeys().stream()
                .collect(Collectors.groupingBy(Plan.Journey::groupId, Collectors.summingInt(Plan.Journey::headcount)));
        Map<String, Plan.Unserved> unserved = plan.unserved().stream()
                .collect(Collectors.toMap(Plan.Unserved::groupId, left -> left, (first, more) -> first));
        Rows.batch(batches, """
                INSERT INTO plan_group (plan_id, group_id, headcount, served, reason)
                VALUES (:planId, :groupId, :headcount, :served, :reason)
                """, problem.groups(), group -> parameters(planId, group, served, unserved));
        Rows.batch(batches, """
                INSERT INTO plan_ride (plan_id, group_id, journey, leg, last_leg, main_leg, vehicle, kind, name, persons,
                                       board_place, meet_at, board_at, alight_place, alight_at)
                VALUES (:planId, :groupId, :journey, :leg, :lastLeg, :mainLeg, :vehicle, :kind, :name, :persons,
                        :boardPlace, :meetAt, :boardAt, :alightPlace, :alightAt)
                """, Rides.of(problem, plan), ride -> parameters(planId, ride));
        return problem.groups().stream().map(Group::id).toList();
    }

    private static Map<String, ?> parameters(
            long planId, Group group, Map<String, Integer> served, Map<String, Plan.Unserved> unserved) {
        Plan.Unserved left = unserved.get(group.id());
        Map<String, Object> values = new HashMap<>();
        values.put("planId", planId);
        values.put("groupId", group.id());
        values.put("headcount", group.headcount());
        values.put("served", served.getOrDefault(group.id(), 0));
        values.put("reason", left == null ? null : left.reason().name());
        return values;
    }

    private static Map<String, ?> parameters(long planId, Ride ride) {
        return Map.ofEntries(
                Map.entry("planId", planId),
                Map.entry("groupId", ride.groupId()),
                Map.entry("journey", ride.journey()),
                Map.entry("leg", ride.leg()),
                Map.entry("lastLeg", ride.lastLeg()),
                Map.entry("mainLeg", ride.mainLeg()),
                Map.entry("vehicle", ride.vehicle()),
                Map.entry("kind", ride.kind().name()),
                Map.entry("name", ride.name()),
                Map.entry("persons", ride.persons()),
                Map.entry("boardPlace", ride.boardPlace()),
                Map.entry("meetAt", Rows.utc(ride.meetAt())),
                Map.entry("boardAt", Rows.utc(ride.boardAt())),
                Map.entry("alightPlace", ride.alightPlace()),
                Map.entry("alightAt", Rows.utc(ride.alightAt())));
    }

    /** Of a row of plan_ride. */
    static Ride ride(ResultSet row, int number) throws SQLException {
        return new Ride(
                row.getString("group_id"),
                row.getInt("journey"),
                row.getInt("leg"),
                row.getBoolean("last_leg"),
                row.getBoolean("main_leg"),
                row.getString("vehicle"),
                RanTrip.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("persons"),
                row.getString("board_place"),
                Rows.instant(row, "meet_at"),
                Rows.instant(row, "board_at"),
                row.getString("alight_place"),
                Rows.instant(row, "alight_at"));
    }
}
