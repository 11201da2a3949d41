package io.chunfeng.solver;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.Consequences;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Happening;
import io.chunfeng.day.Incident;
import io.chunfeng.day.Incidents;
import io.chunfeng.day.Proposal;
import io.chunfeng.day.ProposalKind;
import io.chunfeng.day.ProposalProblems;
import io.chunfeng.day.Report;
import io.chunfeng.day.TripEntry;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.Ride;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.Closure;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The scripted incident day: a plan is published, a corridor is closed for two days and opened again, 50 groups are late,
 * moved, cancelled, more or fewer, 3 % of the people do not come. Each incident is recorded, planned anew from the plan in
 * force and published; every trip is reported as it leaves. The same seed is the same script.
 */
final class IncidentDay {
    static final int SWAPS = 50;
    static final double NO_SHOWS = 0.03;
    private static final Duration CLOSED = Duration.ofDays(2);
    private static final Duration WAY_OFF = Duration.ofHours(1);

    private final TestDatabase database;
    private final PlanningProblem problem;
    private final Effort effort;
    private final Random random;
    private final ScriptClock clock = new ScriptClock();
    private final DayBoard board;
    private final Incidents incidents;
    private final IncidentLedger ledger;
    private final Consumer<String> out;
    private final Set<String> swapped = new HashSet<>();
    private final List<Duration> replans = new ArrayList<>();
    private StoredPlan inForce;
    private int changed;

    /** How long is planned: once at first, then for each incident. */
    record Effort(Duration first, long firstSteps, Duration replan, long replanSteps, int threads) {}

    /** @param replans how long each took, from the changed problem to the plan @param changed persons whose trip changed */
    record Outcome(
            int violations,
            int publications,
            List<Duration> replans,
            int changed,
            IncidentLedger ledger,
            List<RanTrip> ran,
            Instant end) {}

    IncidentDay(TestDatabase database, PlanningProblem problem, Effort effort, long seed, Consumer<String> out) {
        this.database = database;
        this.problem = problem;
        this.effort = effort;
        this.random = new Random(seed);
        this.board = database.board(clock);
        this.incidents = database.incidents(clock);
        this.ledger = new IncidentLedger(problem, NO_SHOWS, seed + 1);
        this.out = out;
    }

    Outcome run() {
        clock.set(problem.asOf());
        database.places().save(problem.places());
        database.demand().save(problem.groups());
        Plan first = plan(problem, effort.first(), effort.firstSteps());
        publish(database.plans(clock).save(problem, first));
        Instant begin = first.journeys().stream()
                .map(journey -> journey.legs().get(0).boardAt())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(Duration.ofHours(6));
        Instant end = first.journeys().stream()
                .map(journey -> journey.legs().get(0).boardAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant opens = null;
        for (int swap = 0; swap < SWAPS; swap++) {
            // in the first half, while there are groups enough that have not left
            Instant now =
                    begin.plus(Duration.between(begin, end).multipliedBy(swap).dividedBy(2L * SWAPS));
            if (swap == 2) {
                opens = now.plus(CLOSED);
                roads(now, opens, IncidentRoads.closed(problem));
            } else if (opens != null && !now.isBefore(opens)) {
                roads(opens, null, problem.matrix());
                opens = null;
            }
            until(now);
            swap(swap, now);
        }
        if (opens != null) {
            until(opens);
            roads(opens, null, problem.matrix());
        }
        Instant last = inForce.plan().journeys().stream()
                .flatMap(journey -> journey.legs().stream())
                .map(Plan.Leg::alightAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        until(last);
        return new Outcome(
                violations(),
                publications(),
                replans,
                changed,
                ledger,
                database.ledger().ranTrips(last),
                last);
    }

    private int publications() {
        return database.publications(clock).newest();
    }

    private int violations() {
        return database.publications(clock).list().stream()
                .map(publication ->
                        database.plans(clock).find(publication.planId()).orElseThrow())
                .mapToInt(stored ->
                        PlanChecker.check(stored.problem(), stored.plan()).size())
                .sum();
    }

    private void publish(long plan) {
        database.publications(clock).publish(plan, publications(), "script");
        inForce = database.plans(clock).find(plan).orElseThrow();
    }

    /**
     * Every trip whose last people board until then is reported, with who came: by then everybody's feeder has been, though a
     * train may have left its first station before.
     */
    private void until(Instant now) {
        clock.set(now);
        LocalDate today = now.atZone(PlanningProblem.ZONE).toLocalDate();
        today
                .minusDays(2)
                .datesUntil(today.plusDays(1))
                .flatMap(day -> board.trips(day).stream())
                .collect(Collectors.toMap(BoardTrip::ref, Function.identity(), (one, again) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(IncidentDay::lastBoarding))
                .forEach(trip -> {
                    if (trip.state() == Report.PLANNED && !lastBoarding(trip).isAfter(now)) {
                        leaves(trip);
                    } else if (trip.state() == Report.DEPARTED
                            && !trip.arrival().isAfter(now)) {
                        report(trip, Report.ARRIVED, trip.arrival(), List.of());
                    }
                });
    }

    private static Instant lastBoarding(BoardTrip trip) {
        return trip.rides().stream()
                .map(Ride::boardAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void leaves(BoardTrip trip) {
        List<Plan.Journey> riders = inForce.plan().journeys().stream()
                .filter(journey -> journey.legs().stream()
                        .anyMatch(leg -> leg.vehicle().equals(trip.ref().vehicle())))
                .toList();
        Map<String, Integer> aboard = ledger.leaves(trip.ref().vehicle(), riders);
        report(
                trip,
                Report.DEPARTED,
                trip.departure(),
                aboard.entrySet().stream()
                        .map(group -> Boarded.persons(group.getKey(), group.getValue()))
                        .toList());
    }

    private void report(BoardTrip trip, Report report, Instant at, List<Boarded> boarded) {
        board.record(new TripEntry(trip.ref(), report, trip.seen(), 0, at, null, boarded), "script");
    }

    private void roads(Instant now, Instant until, RoadMatrix matrix) {
        until(now);
        long closure = database.closures()
                .add(new Closure(
                        new Closure.Area(problem.places().get(0).position(), 1_000),
                        now,
                        until,
                        until == null ? "解除" : "大雪"));
        handle(new Happening.RoadClosed(closure), now, matrix);
    }

    private void swap(int number, Instant now) {
        List<String> open = inForce.problem().groups().stream()
                .filter(group -> group.headcount() > 4 && !swapped.contains(group.id()) && notBegun(group.id(), now))
                .map(group -> group.id())
                .sorted()
                .toList();
        if (open.isEmpty()) {
            return;
        }
        String group = open.get(random.nextInt(open.size()));
        swapped.add(group);
        int persons = inForce.problem().groups().stream()
                .filter(one -> one.id().equals(group))
                .findFirst()
                .orElseThrow()
                .headcount();
        handle(
                switch (number % 5) {
                    case 0 -> new Happening.GroupLate(group, 60 + random.nextInt(180));
                    case 1 -> new Happening.GroupLate(group, 600 + random.nextInt(600));
                    case 2 -> new Happening.NoShows(group, persons);
                    case 3 -> new Happening.GroupResized(group, persons + 1 + random.nextInt(5));
                    default -> new Happening.NoShows(group, 1 + random.nextInt(3));
                },
                now,
                null);
    }

    /** Nobody of the group is counted aboard yet: a coach that has left its first stop counts those of its later ones too. */
    private boolean notBegun(String group, Instant now) {
        List<Plan.Leg> first = inForce.plan().journeys().stream()
                .filter(journey -> journey.groupId().equals(group))
                .map(journey -> journey.legs().get(0))
                .toList();
        return !first.isEmpty()
                && first.stream().allMatch(leg -> leaves(leg.vehicle()).isAfter(now.plus(WAY_OFF)));
    }

    private Instant leaves(String vehicle) {
        return inForce.plan().journeys().stream()
                .flatMap(journey -> journey.legs().stream())
                .filter(leg -> leg.vehicle().equals(vehicle))
                .map(Plan.Leg::boardAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Recorded, proposed, accepted: by the ports that the pages use. */
    private void handle(Happening happening, Instant now, RoadMatrix roads) {
        long id = incidents.record(
                new Incidents.Entry(inForce.id(), happening, now, "", "", false, new Incident.Reach(1, 1, 1)),
                "script");
        long round = incidents.ask(id, inForce.id(), now, 10, "script");
        ProposalProblems problems = new ProposalProblems(
                inForce.problem(),
                inForce.plan(),
                happening,
                now,
                now,
                roads,
                Consequences.groups(happening),
                Map.of());
        Proposal proposal = propose(problems, ProposalKind.LEAST_CHANGE);
        incidents.keep(round, proposal);
        if (behind(proposal) > 0 && !Consequences.groups(happening).isEmpty()) {
            Proposal later = propose(problems, ProposalKind.LATER);
            incidents.keep(round, later);
            proposal = behind(later) < behind(proposal) ? later : proposal;
        }
        PlanChanges.Totals totals =
                proposal.changes(inForce.problem(), inForce.plan()).totals();
        changed += totals.changed();
        Incident.Decision decision = incidents.accept(round, proposal.kind(), "script");
        inForce = new StoredPlan(decision.plan(), now, proposal.problem(), proposal.plan());
        out.accept(String.format(
                "%s %-16s %-12s changed %4d, left behind %3d, %s ms%n",
                now,
                happening.kind(),
                proposal.kind(),
                totals.moved(),
                totals.leftBehind(),
                replans.get(replans.size() - 1).toMillis()));
    }

    private int behind(Proposal proposal) {
        return proposal.changes(inForce.problem(), inForce.plan()).totals().leftBehind();
    }

    private Proposal propose(ProposalProblems problems, ProposalKind kind) {
        PlanningProblem changedProblem = problems.of(kind).orElseThrow();
        long begun = System.nanoTime();
        Plan plan = plan(changedProblem, effort.replan(), effort.replanSteps());
        replans.add(Duration.ofNanos(System.nanoTime() - begun));
        return new Proposal(kind, Proposal.Outcome.READY, null, changedProblem, plan, List.of(), clock.instant());
    }

    private Plan plan(PlanningProblem one, Duration limit, long steps) {
        return new SolverPlanner(clock)
                .plan(
                        one,
                        new Planner.Options(
                                Path.of("solver-configs/quick.xml"), limit, steps, effort.threads(), 1, null, null),
                        progress -> {},
                        () -> false);
    }
}
