package io.chunfeng.storage;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.run.ForDraft;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.RunRepository;
import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunScope;
import io.chunfeng.run.WhatIf;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Planning runs. Every write of an attempt names its number, so that an attempt that was taken over changes nothing. */
final class JdbcRunRepository implements RunRepository {
    private static final String SELECT = """
            SELECT r.id, r.from_date, r.to_date, r.as_of, r.config, r.seconds, r.seed, r.state, r.created_at,
                   r.started_at, r.finished_at, r.groups, r.persons, r.plan_id, r.message, r.closures, r.cut_off,
                   r.replan_of, r.code_version, r.threads, r.map_sha256, r.bound_fen,
                   r.corridors, r.regions, r.cities, r.only_unplanned, r.scenario, r.base_plan, r.changes, r.draft,
                   r.draft_version,
                   p.number, p.elapsed_millis, p.unserved, p.persons_served, p.cost_fen
            FROM planning_run r
            LEFT JOIN LATERAL (SELECT * FROM run_point WHERE run = r.id ORDER BY number DESC LIMIT 1) p ON true
            """;

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final PlanRepository plans;
    private final Clock clock;
    private final LongConsumer schedule;

    /** @param schedule has the run executed; called within the transaction that stores it */
    JdbcRunRepository(
            JdbcClient sql,
            TransactionOperations transaction,
            PlanRepository plans,
            Clock clock,
            LongConsumer schedule) {
        this.sql = sql;
        this.transaction = transaction;
        this.plans = plans;
        this.clock = clock;
        this.schedule = schedule;
    }

    @Override
    public long queue(RunRequest request, int groups, int persons) {
        return queue(request, null, null, groups, persons);
    }

    @Override
    public long queue(RunRequest request, PlanningProblem problem, Plan start, int persons) {
        return queue(
                request,
                ExchangeJson.write(problem),
                ExchangeJson.write(start),
                problem.groups().size(),
                persons);
    }

    private long queue(RunRequest request, String problem, String start, int groups, int persons) {
        WhatIf whatIf = request.whatIf();
        ForDraft draft = request.draft();
        RunScope scope = request.scope();
        return transaction.execute(status -> {
            long id = sql.sql("""
                            INSERT INTO planning_run (from_date, to_date, as_of, config, seconds, seed, replan_of,
                                                      state, created_at, groups, persons, problem, best_plan, corridors,
                                                      regions, cities, only_unplanned, scenario, base_plan, changes,
                                                      draft, draft_version)
                            VALUES (:from, :to, :asOf, :config, :seconds, :seed, :replanOf,
                                    'QUEUED', :now, :groups, :persons, :problem::json, :start::json, :corridors,
                                    :regions, :cities, :onlyUnplanned, :scenario, :basePlan, :changes::jsonb,
                                    :draft, :draftVersion)
                            RETURNING id
                            """)
                    .param("from", request.from())
                    .param("to", request.to())
                    .param("asOf", Rows.utc(request.asOf()))
                    .param("config", request.config())
                    .param("seconds", request.seconds())
                    .param("seed", request.seed())
                    .param("replanOf", request.replanOf(), Types.BIGINT)
                    .param("now", Rows.utc(clock.instant()))
                    .param("groups", groups)
                    .param("persons", persons)
                    .param("problem", problem, Types.VARCHAR)
                    .param("start", start, Types.VARCHAR)
                    .param("corridors", sorted(scope.corridors().stream().map(Enum::name)))
                    .param("regions", sorted(scope.regions().stream()))
                    .param("cities", sorted(scope.cities().stream()))
                    .param("onlyUnplanned", scope.onlyUnplanned())
                    .param("scenario", whatIf == null ? null : whatIf.scenario(), Types.BIGINT)
                    .param("basePlan", whatIf == null ? null : whatIf.basePlan(), Types.BIGINT)
                    .param("changes", whatIf == null ? null : ScenarioJson.write(whatIf.changes()), Types.VARCHAR)
                    .param("draft", draft == null ? null : draft.draft(), Types.BIGINT)
                    .param("draftVersion", draft == null ? null : draft.version(), Types.INTEGER)
                    .query(Long.class)
                    .single();
            schedule.accept(id);
            return id;
        });
    }

    private static String[] sorted(Stream<String> codes) {
        return codes.sorted().toArray(String[]::new);
    }

    @Override
    public Map<Long, Set<String>> inForce() {
        Map<Long, Set<String>> inForce = new TreeMap<>();
        sql.sql("SELECT plan_id, group_id FROM group_publication WHERE served > 0")
                .query((ResultSet row) -> {
                    inForce.computeIfAbsent(row.getLong("plan_id"), plan -> new HashSet<>())
                            .add(row.getString("group_id"));
                });
        return inForce;
    }

    @Override
    public List<PlanningRun> ofScenario(long scenario) {
        return sql.sql(SELECT + "WHERE r.scenario = :scenario ORDER BY r.id DESC")
                .param("scenario", scenario)
                .query(RunRows::run)
                .list();
    }

    @Override
    public void askToStop(long id) {
        sql.sql("UPDATE planning_run SET state = 'STOPPING' WHERE id = :id AND state IN ('QUEUED', 'RUNNING')")
                .param("id", id)
                .update();
    }

    @Override
    public Optional<PlanningRun> find(long id) {
        return sql.sql(SELECT + "WHERE r.id = :id")
                .param("id", id)
                .query(RunRows::run)
                .optional();
    }

    @Override
    public Optional<PlanningRun> ofPlan(long planId) {
        return sql.sql(SELECT + "WHERE r.plan_id = :planId")
                .param("planId", planId)
                .query(RunRows::run)
                .optional();
    }

    @Override
    public List<PlanningRun> recent(int limit) {
        return sql.sql(SELECT + "ORDER BY r.id DESC LIMIT :limit")
                .param("limit", limit)
                .query(RunRows::run)
                .list();
    }

    @Override
    public List<PlanningRun.Point> pointsAfter(long id, int number) {
        return sql.sql("""
                        SELECT number, elapsed_millis, unserved, persons_served, cost_fen
                        FROM run_point
                        WHERE run = :id AND number > :number
                        ORDER BY number
                        """)
                .param("id", id)
                .param("number", number)
                .query(RunRows::point)
                .list();
    }

    @Override
    public Optional<Attempt> begin(long id) {
        return sql.sql("""
                        UPDATE planning_run
                        SET state = CASE state WHEN 'STOPPING' THEN state ELSE 'RUNNING' END,
                            started_at = coalesce(started_at, :now),
                            attempt = attempt + 1
                        WHERE id = :id AND state NOT IN ('DONE', 'FAILED')
                        RETURNING id, attempt, from_date, to_date, as_of, config, seconds, seed, replan_of, state, spent_millis,
                                  corridors, regions, cities, only_unplanned, scenario, base_plan, changes, draft, draft_version,
                                  problem, best_plan,
                                  (SELECT coalesce(max(number), 0) FROM run_point WHERE run = planning_run.id)
                                      AS last_point
                        """)
                .param("now", Rows.utc(clock.instant()))
                .param("id", id)
                .query(RunRows::attempt)
                .optional();
    }

    @Override
    public void keepProblem(Attempt attempt, PlanningProblem problem, PlanningRun.Avoided avoided) {
        write(
                attempt,
                "problem = :problem::json, closures = :closures, cut_off = :cutOff",
                Map.of(
                        "problem", ExchangeJson.write(problem),
                        "closures", avoided.closures().toArray(Long[]::new),
                        "cutOff", avoided.cutOff().toArray(String[]::new)));
    }

    @Override
    public void keepOrigin(Attempt attempt, PlanningRun.Origin origin) {
        Map<String, Object> values = new HashMap<>();
        values.put("codeVersion", origin.codeVersion());
        values.put("threads", origin.threads());
        values.put("mapSha256", origin.mapSha256());
        values.put("boundFen", origin.boundFen());
        write(
                attempt,
                "code_version = :codeVersion, threads = :threads, map_sha256 = :mapSha256,"
                        + " bound_fen = coalesce(:boundFen::bigint, bound_fen)",
                values);
    }

    @Override
    public Optional<PlanRepository.StoredPlan> plan(long planId) {
        return plans.find(planId);
    }

    @Override
    public void keepBest(Attempt attempt, Plan plan) {
        write(attempt, "best_plan = :plan::json", Map.of("plan", ExchangeJson.write(plan)));
    }

    @Override
    public void release(Attempt attempt, long spentMillis) {
        write(
                attempt,
                "spent_millis = :spent, state = CASE state WHEN 'STOPPING' THEN state ELSE 'QUEUED' END",
                Map.of("spent", spentMillis));
    }

    @Override
    public void failed(Attempt attempt, String message) {
        write(
                attempt,
                "state = 'FAILED', finished_at = :now, message = :message",
                Map.of("now", Rows.utc(clock.instant()), "message", message));
    }

    @Override
    public void done(Attempt attempt, PlanningProblem problem, Plan plan) {
        transaction.executeWithoutResult(status -> {
            long planId = plans.save(problem, plan);
            // the plan is stored on its own now; what was kept for later attempts is no longer needed
            write(
                    attempt,
                    "state = 'DONE', finished_at = :now, plan_id = :planId, problem = NULL, best_plan = NULL",
                    Map.of("now", Rows.utc(clock.instant()), "planId", planId));
        });
    }

    private void write(Attempt attempt, String changes, Map<String, ?> parameters) {
        int changed = sql.sql("UPDATE planning_run SET " + changes
                        + " WHERE id = :run AND attempt = :attempt AND state NOT IN ('DONE', 'FAILED')")
                .params(parameters)
                .param("run", attempt.run())
                .param("attempt", attempt.number())
                .update();
        if (changed != 1) {
            throw new LostAttemptException(attempt);
        }
    }

    @Override
    public void addPoint(Attempt attempt, PlanningRun.Point point) {
        int inserted = sql.sql("""
                        INSERT INTO run_point (run, number, elapsed_millis, unserved, persons_served, cost_fen)
                        SELECT id, :number, :elapsedMillis, :unserved, :personsServed, :costFen
                        FROM planning_run
                        WHERE id = :run AND attempt = :attempt AND state NOT IN ('DONE', 'FAILED')
                        """)
                .param("number", point.number())
                .param("elapsedMillis", point.elapsedMillis())
                .param("unserved", point.unserved())
                .param("personsServed", point.personsServed())
                .param("costFen", point.costFen())
                .param("run", attempt.run())
                .param("attempt", attempt.number())
                .update();
        if (inserted != 1) {
            throw new LostAttemptException(attempt);
        }
    }

    @Override
    public boolean heartbeat(Attempt attempt, long spentMillis) {
        return sql.sql("""
                        UPDATE planning_run
                        SET spent_millis = :spent
                        WHERE id = :run AND attempt = :attempt AND state NOT IN ('DONE', 'FAILED')
                        RETURNING state = 'STOPPING'
                        """)
                .param("spent", spentMillis)
                .param("run", attempt.run())
                .param("attempt", attempt.number())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new LostAttemptException(attempt));
    }
}
