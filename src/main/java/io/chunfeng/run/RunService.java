package io.chunfeng.run;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.Doubt;
import io.chunfeng.road.RoadNetwork;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
        this.problems = new Problems(places, demand, capacity, roads);
        this.closures = new AvoidedClosures(closures, roads);
        this.configs = configs;
        this.worker = new RunWorker(runs, problems, this.closures, planner, configs, roads);
    }

    @Override
    public long start(RunRequest request) {
        if (request.to().isBefore(request.from())) {
            throw new IllegalArgumentException("结束日期 " + request.to() + " 早于开始日期 " + request.from());
        }
        if (request.seconds() < 1 || request.seconds() > MAX_SECONDS) {
            throw new IllegalArgumentException("规划时长应为 1 至 " + MAX_SECONDS + " 秒，现为 " + request.seconds() + " 秒");
        }
        configs.file(request.config());
        PlanRepository.StoredPlan published = request.replanOf() == null
                ? null
                : runs.plan(request.replanOf())
                        .orElseThrow(() -> new IllegalArgumentException("没有方案 #" + request.replanOf()));
        PlanningProblem problem = problems.of(0, request, published);
        problems.requireOnMap(problem);
        closures.requireOnMap(problem);
        int persons = problem.groups().stream().mapToInt(Group::headcount).sum();
        return runs.queue(request, problem.groups().size(), persons);
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
