package io.chunfeng.run;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.Doubt;
import io.chunfeng.road.RoadNetwork;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Planning runs: accepts and shows them, and works on them when the queue says so. */
public final class RunService implements PlanningRuns {

    private final RunRepository runs;
    private final Problems problems;
    private final AvoidedClosures closures;
    private final SolverConfigs configs;
    private final RunWorker worker;

    public RunService(
            RunRepository runs,
            PlaceRepository places,
            DemandRepository demand,
            CapacityRepository capacity,
            RoadNetwork roads,
            ClosureRepository closures,
            Planner planner,
            SolverConfigs configs) {
        this.runs = runs;
        this.problems = new Problems(places, demand, capacity, runs, roads);
        this.closures = new AvoidedClosures(closures, roads);
        this.configs = configs;
        this.worker = new RunWorker(runs, problems, this.closures, planner, configs, roads);
    }

    @Override
    public long start(RunRequest request) {
        if (request.to().isBefore(request.from())) {
            throw new IllegalArgumentException("结束日期 " + request.to() + " 早于开始日期 " + request.from());
        }
        requireLimits(request);
        if (request.replanOf() == null) {
            return queued(request, problems.asked(request));
        }
        PlanRepository.StoredPlan published = runs.plan(request.replanOf())
                .orElseThrow(() -> new IllegalArgumentException("没有方案 #" + request.replanOf()));
        return queued(request, problems.of(0, request, published));
    }

    private void requireLimits(RunRequest request) {
        if (request.seconds() < 1 || request.seconds() > MAX_SECONDS) {
            throw new IllegalArgumentException("规划时长应为 1 至 " + MAX_SECONDS + " 秒，现为 " + request.seconds() + " 秒");
        }
        configs.file(request.config());
    }

    private long queued(RunRequest request, PlanningProblem problem) {
        problems.requireOnMap(problem);
        closures.requireOnMap(problem);
        return runs.queue(request, problem.groups().size(), persons(problem));
    }

    private static int persons(PlanningProblem problem) {
        return problem.groups().stream().mapToInt(Group::headcount).sum();
    }

    @Override
    public long improve(PlanningProblem problem, Plan start, ForDraft draft, String config, int seconds, long seed) {
        RunRequest request = ofProblem(problem, config, seconds, seed, null, draft);
        requireLimits(request);
        List<Violation> broken = PlanChecker.check(problem, start);
        if (!broken.isEmpty()) {
            String rules = broken.stream()
                    .map(violation -> violation.rule().name())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("、"));
            throw new IllegalArgumentException("草案还有 " + broken.size() + " 处违反规则（" + rules + "），请先改正，再继续优化");
        }
        return runs.queue(request, problem, start, persons(problem));
    }

    @Override
    public long tryOut(Scenario scenario, String config, int seconds, long seed) {
        PlanRepository.StoredPlan base = runs.plan(scenario.basePlan())
                .orElseThrow(() -> new IllegalArgumentException("没有方案 #" + scenario.basePlan()));
        WhatIf whatIf = new WhatIf(scenario.id(), scenario.basePlan(), scenario.changes());
        RunRequest request = ofProblem(base.problem(), config, seconds, seed, whatIf, null);
        requireLimits(request);
        return queued(request, problems.whatIf(0, scenario.name(), base.problem(), scenario.changes()));
    }

    /** The days are those on which the problem's people want to leave. */
    private static RunRequest ofProblem(
            PlanningProblem problem, String config, int seconds, long seed, WhatIf whatIf, ForDraft draft) {
        List<LocalDate> days = problem.groups().stream()
                .map(group -> group.preferredDate() != null
                        ? group.preferredDate()
                        : group.earliestDeparture().atZone(PlanningProblem.ZONE).toLocalDate())
                .sorted()
                .toList();
        if (days.isEmpty()) {
            throw new IllegalArgumentException("方案里没有团组，无法规划");
        }
        return new RunRequest(
                days.get(0),
                days.get(days.size() - 1),
                problem.asOf(),
                config,
                seconds,
                seed,
                null,
                RunScope.ALL,
                whatIf,
                draft);
    }

    @Override
    public List<CapacityGap> gaps(long planId) {
        PlanRepository.StoredPlan stored =
                runs.plan(planId).orElseThrow(() -> new IllegalArgumentException("没有方案 #" + planId));
        return CapacityGap.of(stored.problem(), stored.plan(), problems.today(stored.problem()));
    }

    @Override
    public List<PlanningRun> ofScenario(long scenario) {
        return runs.ofScenario(scenario);
    }

    @Override
    public void stop(long id) {
        runs.askToStop(id);
    }

    @Override
    public Optional<PlanningRun> find(long id) {
        return runs.find(id);
    }

    @Override
    public Optional<PlanningRun> ofPlan(long planId) {
        return runs.ofPlan(planId);
    }

    @Override
    public List<PlanningRun> recent(int limit) {
        return runs.recent(limit);
    }

    @Override
    public List<PlanningRun.Point> pointsAfter(long id, int number) {
        return runs.pointsAfter(id, number);
    }

    @Override
    public List<Doubt> doubts(PlanningRun run) {
        return problems.doubts(run.request());
    }

    @Override
    public List<String> configs() {
        return configs.names();
    }

    /**
     * Works on a run until it ends, or until the application shuts down.
     *
     * @param shuttingDown polled; the run is then released and goes on with another call
     * @return whether the run has ended
     */
    public boolean work(long id, BooleanSupplier shuttingDown) {
        return worker.work(id, shuttingDown);
    }
}
