package io.chunfeng.web.api;

import io.chunfeng.place.Corridor;
import io.chunfeng.road.MapNotReadyException;
import io.chunfeng.road.PlacesOffMapException;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/runs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "planning runs", description = "Start, watch and stop planning. Dispatchers start and stop.")
class RunApi {
    private static final int LISTED = 1_000;

    private final PlanningRuns runs;
    private final Clock clock;

    RunApi(PlanningRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Schema(name = "RunRequest", example = """
                    {"from":"2024-02-17","to":"2024-02-18","asOf":"2024-01-25T00:00:00+08:00","config":"quick.xml","seconds":5,
                    "seed":1}""")
    record RunBody(
            @Schema(description = "First day of departure", example = "2024-02-17")
            LocalDate from,

            @Schema(description = "Last day of departure", example = "2024-02-18")
            LocalDate to,

            @Schema(
                    description = "Nothing is planned or booked before it; now when left out",
                    example = "2024-01-25T00:00:00+08:00")
            OffsetDateTime asOf,

            @Schema(description = "File in solver-configs; standard.xml when left out", example = "quick.xml")
            String config,

            @Schema(description = "Solving time; 60 when left out", example = "60")
            Integer seconds,

            @Schema(description = "Same seed, same plan where steps are limited; 1 when left out", example = "1")
            Long seed,

            @Schema(description = "Published plan to plan anew with least change; may be left out")
            Long replanOf,

            @Schema(description = "Which groups; all of the days when left out")
            Scope scope) {}

    @Schema(name = "RunScope", example = """
                    {"corridors":["YANGTZE"],"regions":["4403"],"cities":["1401"],"onlyUnplanned":true}""")
    record Scope(
            @Schema(
                    description = "Corridors of the end away from home; one of these or of the regions must fit",
                    example = "[\"YANGTZE\"]")
            Set<Corridor> corridors,

            @Schema(
                    description = "GB/T 2260 codes of provinces (2 digits) and prefectures (4 digits) of that end",
                    example = "[\"31\",\"3205\"]")
            Set<String> regions,

            @Schema(description = "Prefectures (4 digits) of the end at home", example = "[\"1401\"]")
            Set<String> cities,

            @Schema(description = "Leave out groups that have seats by a publication in force; false when left out")
            Boolean onlyUnplanned) {

        static Scope of(RunScope scope) {
            return new Scope(
                    new TreeSet<>(scope.corridors()),
                    new TreeSet<>(scope.regions()),
                    new TreeSet<>(scope.cities()),
                    scope.onlyUnplanned());
        }

        RunScope read() {
            return new RunScope(
                    given(corridors), given(regions), given(cities), onlyUnplanned != null && onlyUnplanned);
        }

        private static <T> Set<T> given(Set<T> set) {
            return set == null
                    ? Set.of()
                    : set.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        }
    }

    /** @param costYuan generalised cost */
    record Best(
            @Schema(example = "12.5") double elapsedSeconds,

            @Schema(description = "Weighted persons", example = "0")
            long unserved,

            @Schema(example = "3700") int personsServed,
            BigDecimal costYuan) {
        static Best of(PlanningRun.Point point) {
            return point == null
                    ? null
                    : new Best(
                            point.elapsedMillis() / 1000.0,
                            point.unserved(),
                            point.personsServed(),
                            Moments.yuan(point.costFen()));
        }
    }

    record RunState(
            long id,
            PlanningRun.State state,
            LocalDate from,
            LocalDate to,
            OffsetDateTime asOf,
            String config,
            int seconds,
            long seed,
            Long replanOf,
            Scope scope,
            OffsetDateTime createdAt,
            OffsetDateTime startedAt,
            OffsetDateTime finishedAt,
            int groups,
            int persons,
            Best best,

            @Schema(description = "The stored plan once the run is DONE")
            Long planId,

            @Schema(description = "Why it FAILED") String message) {
        static RunState of(PlanningRun run) {
            RunRequest request = run.request();
            return new RunState(
                    run.id(),
                    run.state(),
                    request.from(),
                    request.to(),
                    Moments.of(request.asOf()),
                    request.config(),
                    request.seconds(),
                    request.seed(),
                    request.replanOf(),
                    Scope.of(request.scope()),
                    Moments.of(run.createdAt()),
                    Moments.of(run.startedAt()),
                    Moments.of(run.finishedAt()),
                    run.groups(),
                    run.persons(),
                    Best.of(run.best()),
                    run.planId(),
                    run.message());
        }
    }

    @GetMapping
    @Operation(summary = "The newest runs, newest first")
    Paged<RunState> list(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
        return Paged.of(runs.recent(LISTED), offset, limit, RunState::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Queue a run", description = "Answers at once; ask for its state until it is DONE or FAILED.")
    ResponseEntity<RunState> start(@RequestBody RunBody body) {
        RunRequest request = read(body);
        try {
            long id = runs.start(request);
            return ResponseEntity.created(URI.create("/api/v1/runs/" + id)).body(find(id));
        } catch (IllegalArgumentException | PlacesOffMapException e) {
            throw ProblemException.conflict("not-plannable", e.getMessage());
        } catch (MapNotReadyException e) {
            throw ProblemException.conflict("map-not-ready", e.getMessage());
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "State of a run")
    RunState get(@PathVariable long id) {
        return find(id);
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "End a run with its best plan so far; no effect on one that has ended")
    RunState stop(@PathVariable long id) {
        find(id);
        runs.stop(id);
        return find(id);
    }

    private RunState find(long id) {
        return runs.find(id)
                .map(RunState::of)
                .orElseThrow(() -> ProblemException.notFound("planning run", String.valueOf(id)));
    }

    private RunRequest read(RunBody body) {
        List<Problem.Fault> wrong = new ArrayList<>();
        if (body.from() == null) {
            wrong.add(new Problem.Fault("/from", null, JsonTypes.expected(LocalDate.class), "First day of departure."));
        }
        if (body.to() == null) {
            wrong.add(new Problem.Fault("/to", null, JsonTypes.expected(LocalDate.class), "Last day of departure."));
        } else if (body.from() != null && body.to().isBefore(body.from())) {
            wrong.add(new Problem.Fault("/to", body.to().toString(), "Not before 'from'.", "Check both days."));
        }
        int seconds = body.seconds() == null ? 60 : body.seconds();
        if (seconds < 1 || seconds > PlanningRuns.MAX_SECONDS) {
            wrong.add(new Problem.Fault(
                    "/seconds",
                    String.valueOf(seconds),
                    "A whole number from 1 to " + PlanningRuns.MAX_SECONDS + ".",
                    "Usually 60."));
        }
        String config = body.config() == null ? "standard.xml" : body.config();
        if (!runs.configs().contains(config)) {
            wrong.add(new Problem.Fault(
                    "/config", config, "One of " + String.join(", ", runs.configs()) + ".", "Leave it out."));
        }
        RunScope scope = RunScope.ALL;
        try {
            scope = body.scope() == null ? scope : body.scope().read();
        } catch (IllegalArgumentException e) {
            wrong.add(new Problem.Fault(
                    "/scope", null, "Codes of GB/T 2260: provinces 2 digits, prefectures 4.", e.getMessage()));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        Instant asOf = body.asOf() == null ? clock.instant() : body.asOf().toInstant();
        return new RunRequest(
                        body.from(),
                        body.to(),
                        asOf,
                        config,
                        seconds,
                        body.seed() == null ? 1 : body.seed(),
                        body.replanOf())
                .withScope(scope);
    }
}
