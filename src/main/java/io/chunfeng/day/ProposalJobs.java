package io.chunfeng.day;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.NeededDrives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.StoredClosure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works proposals out, one after the other, in the background. What is finished lies in the database; a round that a
 * restart has interrupted is asked for again.
 */
public final class ProposalJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProposalJobs.class);

    private final Incidents incidents;
    private final PlanRepository plans;
    private final CapacityRepository capacity;
    private final RoadNetwork roads;
    private final ClosureRepository closures;
    private final Planner planner;
    private final Path config;
    private final Clock clock;
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "proposals");
        thread.setDaemon(true);
        return thread;
    });

    /** @param kind that is being worked out, null before the first @param begunNanos of {@link System#nanoTime()} */
    private record Progress(ProposalKind kind, long begunNanos, int seconds) {
        double share() {
            double spent = Duration.ofNanos(System.nanoTime() - begunNanos).toMillis() / 1000.0;
            double before = kind == null ? 0 : kind.ordinal();
            return Math.min(
                    1, (before + (kind == null ? 0 : Math.min(1, spent / seconds))) / ProposalKind.values().length);
        }
    }

    public ProposalJobs(
            Incidents incidents,
            PlanRepository plans,
            CapacityRepository capacity,
            RoadNetwork roads,
            ClosureRepository closures,
            Planner planner,
            Path config,
            Clock clock) {
        this.incidents = incidents;
        this.plans = plans;
        this.capacity = capacity;
        this.roads = roads;
        this.closures = closures;
        this.planner = planner;
        this.config = config;
        this.clock = clock;
    }

    /** Returns at once. */
    public void start(long round) {
        running.put(round, new Progress(null, System.nanoTime(), 1));
        worker.execute(() -> {
            try {
                work(round);
            } catch (RuntimeException e) {
                LOG.warn("proposals of round {} failed", round, e);
            } finally {
                running.remove(round);
            }
        });
    }

    /** From 0 to 1; empty when this instance does not work on it. */
    public Optional<Double> progress(long round) {
        return Optional.ofNullable(running.get(round)).map(Progress::share);
    }

    private void work(long id) {
        Incident.Round round = incidents.round(id).orElseThrow();
        Incident incident = incidents.find(round.incident()).orElseThrow();
        PlanRepository.StoredPlan base = plans.find(round.plan()).orElseThrow();
        List<Proposal> found = new ArrayList<>();
        ProposalProblems problems;
        List<StoredClosure> avoided;
        try {
            avoided = incident.happening() instanceof Happening.RoadClosed ? inForce(base.problem()) : List.of();
            problems = problems(round, incident, base, avoided);
        } catch (RuntimeException e) {
            LOG.info("proposals of round {}: {}", id, e.toString());
            for (ProposalKind kind : ProposalKind.values()) {
                incidents.keep(id, without(kind, Proposal.Outcome.FAILED, e.getMessage()));
            }
            return;
        }
        for (ProposalKind kind : ProposalKind.values()) {
            if (closing) {
                return;
            }
            running.put(id, new Progress(kind, System.nanoTime(), round.seconds()));
            Proposal proposal = proposal(kind, problems, avoided, round.seconds(), found);
            if (closing) {
                return;
            }
            found.add(proposal);
            incidents.keep(id, proposal);
        }
    }

    private ProposalProblems problems(
            Incident.Round round, Incident incident, PlanRepository.StoredPlan base, List<StoredClosure> avoided) {
        Happening happening = incident.happening();
        RoadMatrix matrix = happening instanceof Happening.RoadClosed
                ? NeededDrives.matrix(base.problem(), StoredClosure.close(roads, avoided))
                : null;
        Set<String> hit = matrix == null
                ? Consequences.vehicles(happening, incident.happenedAt(), base.problem())
                : Consequences.onChangedRoads(base.problem(), base.plan(), matrix, round.asOf());
        Affected affected = hit.isEmpty() && Consequences.groups(happening).isEmpty()
                ? Affected.NOBODY
                : Affected.of(base.problem(), base.plan(), hit, Consequences.groups(happening), round.asOf());
        Map<String, Integer> coaches =
                capacity.coachPools().stream().collect(Collectors.toMap(CoachPool::id, CoachPool::count));
        return new ProposalProblems(
                base.problem(),
                base.plan(),
                happening,
                incident.happenedAt(),
                round.asOf(),
                matrix,
                affected.groups(),
                coaches);
    }

    /** Every closure while people of the plan travel: planning does without all of them all the time. */
    private List<StoredClosure> inForce(PlanningProblem problem) {
        Instant from = problem.groups().stream()
                .map(Group::earliestDeparture)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant until = problem.groups().stream()
                .map(Group::latestArrival)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return closures.inForce(from, until);
    }

    private Proposal proposal(
            ProposalKind kind,
            ProposalProblems problems,
            List<StoredClosure> avoided,
            int seconds,
            List<Proposal> before) {
        try {
            Optional<PlanningProblem> problem = problems.of(kind);
            if (problem.isEmpty()) {
                return without(kind, Proposal.Outcome.NOT_POSSIBLE, null);
            }
            Plan plan = planner.plan(
                    problem.get(),
                    new Planner.Options(config, Duration.ofSeconds(seconds), 1, roads.mapSha256(), null),
                    progress -> {},
                    () -> closing);
            List<Violation> broken = PlanChecker.check(problem.get(), plan);
            if (!broken.isEmpty()) {
                LOG.warn(
                        "proposal {} breaks {}: {}",
                        kind,
                        broken.get(0).rule(),
                        broken.get(0).message());
                return without(
                        kind, Proposal.Outcome.FAILED, broken.get(0).rule().zh());
            }
            List<Long> closed = avoided.stream().map(StoredClosure::id).toList();
            return distinct(
                    new Proposal(kind, Proposal.Outcome.READY, null, problem.get(), plan, closed, clock.instant()),
                    before);
        } catch (RuntimeException e) {
            LOG.info("proposal {}: {}", kind, e.toString());
            return without(kind, Proposal.Outcome.FAILED, e.getMessage());
        }
    }

    /** What moves everybody as one before is none of its own. */
    private Proposal distinct(Proposal made, List<Proposal> before) {
        return before.stream()
                .filter(other -> other.outcome() == Proposal.Outcome.READY)
                .filter(other -> PlanChanges.between(other.problem(), other.plan(), made.problem(), made.plan())
                        .people()
                        .isEmpty())
                .findFirst()
                .map(same -> new Proposal(
                        made.kind(),
                        Proposal.Outcome.SAME,
                        same.kind().name(),
                        null,
                        null,
                        List.of(),
                        made.finishedAt()))
                .orElse(made);
    }

    private Proposal without(ProposalKind kind, Proposal.Outcome outcome, String message) {
        return new Proposal(
                kind,
                outcome,
                message == null || message.isBlank() ? null : message,
                null,
                null,
                List.of(),
                clock.instant());
    }

    @Override
    public void close() {
        closing = true;
        worker.shutdown();
    }
}
