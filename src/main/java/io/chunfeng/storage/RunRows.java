package io.chunfeng.storage;

import io.chunfeng.place.Corridor;
import io.chunfeng.run.ForDraft;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.RunRepository.Attempt;
import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunScope;
import io.chunfeng.run.WhatIf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of planning runs to records. */
final class RunRows {
    private RunRows() {}

    static PlanningRun run(ResultSet row, int number) throws SQLException {
        return new PlanningRun(
                row.getLong("id"),
                request(row),
                PlanningRun.State.valueOf(row.getString("state")),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "finished_at"),
                row.getInt("groups"),
                row.getInt("persons"),
                row.getObject("number") == null ? null : point(row, number),
                row.getObject("plan_id", Long.class),
                row.getString("message"),
                new PlanningRun.Avoided(
                        List.of((Long[]) row.getArray("closures").getArray()),
                        List.of((String[]) row.getArray("cut_off").getArray())),
                new PlanningRun.Origin(
                        row.getString("code_version"),
                        row.getObject("threads", Integer.class),
                        row.getString("map_sha256"),
                        row.getObject("bound_fen", Long.class)));
    }

    static PlanningRun.Point point(ResultSet row, int number) throws SQLException {
        return new PlanningRun.Point(
                row.getInt("number"),
                row.getLong("elapsed_millis"),
                row.getLong("unserved"),
                row.getInt("persons_served"),
                row.getLong("cost_fen"));
    }

    static Attempt attempt(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        String best = row.getString("best_plan");
        return new Attempt(
                row.getLong("id"),
                row.getInt("attempt"),
                request(row),
                row.getLong("spent_millis"),
                row.getInt("last_point"),
                row.getString("state").equals("STOPPING"),
                problem == null ? null : ExchangeJson.readProblem(problem),
                best == null ? null : ExchangeJson.readPlan(best));
    }

    private static RunRequest request(ResultSet row) throws SQLException {
        return new RunRequest(
                Rows.date(row, "from_date"),
                Rows.date(row, "to_date"),
                Rows.instant(row, "as_of"),
                row.getString("config"),
                row.getInt("seconds"),
                row.getLong("seed"),
                row.getObject("replan_of", Long.class),
                scope(row),
                whatIf(row),
                draft(row));
    }

    private static RunScope scope(ResultSet row) throws SQLException {
        return new RunScope(
                texts(row, "corridors").stream().map(Corridor::valueOf).collect(Collectors.toSet()),
                texts(row, "regions"),
                texts(row, "cities"),
                row.getBoolean("only_unplanned"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static WhatIf whatIf(ResultSet row) throws SQLException {
        Long scenario = row.getObject("scenario", Long.class);
        return scenario == null
                ? null
                : new WhatIf(scenario, row.getLong("base_plan"), ScenarioJson.read(row.getString("changes")));
    }

    private static ForDraft draft(ResultSet row) throws SQLException {
        Long draft = row.getObject("draft", Long.class);
        return draft == null ? null : new ForDraft(draft, row.getInt("draft_version"));
    }
}
