package io.chunfeng.web.api;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Actor;
import io.chunfeng.demand.Party;
import io.chunfeng.intake.Import;
import io.chunfeng.intake.ImportJobs;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.ImportRow;
import io.chunfeng.intake.TableException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "imports",
        description = "Files of groups: .xlsx, .xls, .csv, JSON. Read in the background; nothing is stored"
                + " before it is applied.")
class ImportApi {
    private static final int MOST_ROWS = 1_000;

    private final ImportRepository imports;
    private final ImportJobs jobs;
    private final MessageSource messages;
    private final AuditLog audit;
    private final Clock clock;

    ImportApi(ImportRepository imports, ImportJobs jobs, MessageSource messages, AuditLog audit, Clock clock) {
        this.imports = imports;
        this.jobs = jobs;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    record ImportState(
            long id,
            String fileName,
            Import.State state,
            OffsetDateTime uploadedAt,
            int rowsRead,

            @Schema(description = "Why it is no table; none when it is")
            TableException.Reason refusal,

            @Schema(description = "Rows by state") Map<ImportRow.State, Integer> counts,

            @Schema(description = "How applying ended, or RUNNING; none before")
            ImportJobs.Outcome.Kind outcome) {}

    record ImportProblem(
            @Schema(example = "headcount") String column,
            @Schema(example = "人数") String header,
            @Schema(example = "五十") String value,
            @Schema(description = "What is expected") String expected,
            String suggestion) {}

    record ImportedRow(
            int number,
            String sheet,
            @Schema(description = "In the sheet, from 1") int row,
            ImportRow.State state,
            String groupId,
            List<ImportProblem> problems) {}

    @Schema(name = "ImportApply", example = "{\"reason\":\"人数核实\"}")
    record ApplyBody(
            @Schema(description = "For the change requests about published groups; may be left out", example = "人数核实")
            String reason) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Upload a file; ask for its state until it is READ or REFUSED")
    ImportState upload(
            @RequestPart MultipartFile file, @Parameter(hidden = true) Viewer viewer, HttpServletRequest request)
            throws IOException {
        if (file.isEmpty()) {
            throw ProblemException.badRequest("The part 'file' is empty.");
        }
        Path copy = Files.createTempFile("chunfeng-upload-", ".table");
        try {
            file.transferTo(copy);
            String name = String.valueOf(file.getOriginalFilename()).replaceAll("[^\\p{L}\\p{N}._-]", "_");
            Set<String> counties = viewer.role() == Role.COUNTY ? viewer.counties() : null;
            long id = jobs.upload(name.isBlank() ? "file" : name, copy, viewer.login(), counties);
            audit.add(new AuditLog.Entry(
                    clock.instant(),
                    viewer.login(),
                    "intake.uploaded",
                    "#" + id,
                    file.getSize() + " B",
                    request.getRemoteAddr()));
            return state(id, viewer);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "State of an import, and its rows counted")
    ImportState get(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        jobs.nudge(find(id, viewer).id());
        return state(id, viewer);
    }

    @GetMapping("/{id}/rows")
    @Operation(summary = "Rows of an import in the order of the file, with what is wrong in them")
    List<ImportedRow> rows(
            @PathVariable long id,
            @Parameter(description = "Only those in one of these states; all when left out")
                    @RequestParam(required = false)
                    Set<ImportRow.State> state,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            @Parameter(hidden = true) Viewer viewer,
            @Parameter(hidden = true) Locale locale) {
        find(id, viewer);
        if (offset < 0 || limit < 1 || limit > MOST_ROWS) {
            throw ProblemException.badRequest("'offset' is 0 or more, 'limit' is 1 to " + MOST_ROWS + ".");
        }
        Set<ImportRow.State> states =
                state == null || state.isEmpty() ? EnumSet.allOf(ImportRow.State.class) : EnumSet.copyOf(state);
        return imports.rows(id, states, limit, offset).stream()
                .map(row -> new ImportedRow(
                        row.number(),
                        row.sheet(),
                        row.row(),
                        row.state(),
                        row.groupId(),
                        row.problems().stream()
                                .map(problem -> problem(problem, locale))
                                .toList()))
                .toList();
    }

    @PostMapping("/{id}/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Take the valid rows, all or none; the outcome is in the state of the import",
            description = "Groups that the file lacks stay as they are. 409: it is not READ.")
    ImportState apply(
            @PathVariable long id,
            @RequestBody(required = false) ApplyBody body,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request) {
        Import known = find(id, viewer);
        if (known.state() != Import.State.READ) {
            throw ProblemException.conflict("state", "Import " + id + " is " + known.state() + ", not READ.");
        }
        String reason = body == null || body.reason() == null || body.reason().isBlank()
                ? messages.getMessage("intake.reason", new Object[] {known.fileName()}, Locale.SIMPLIFIED_CHINESE)
                : body.reason().strip();
        // the file is the county's, whoever uploads it
        jobs.apply(id, Set.of(), reason, new Actor(viewer.login(), Party.COUNTY, viewer.scope()));
        audit.add(new AuditLog.Entry(
                clock.instant(), viewer.login(), "intake.applied", "#" + id, "api", request.getRemoteAddr()));
        return state(id, viewer);
    }

    private ImportProblem problem(io.chunfeng.intake.Problem problem, Locale locale) {
        Object[] details = problem.details().toArray();
        if (problem.code() == io.chunfeng.intake.Problem.Code.CANNOT_CHANGE) {
            details[0] = messages.getMessage("intake.was." + details[0], null, locale);
        }
        return new ImportProblem(
                problem.column(),
                problem.header(),
                problem.found(),
                messages.getMessage("intake.problem." + problem.code(), details, locale),
                problem.suggestion());
    }

    private ImportState state(long id, Viewer viewer) {
        // the outcome first: nobody is to read "applied" beside the state before
        ImportJobs.Outcome outcome = jobs.outcome(id);
        Import known = find(id, viewer);
        return new ImportState(
                id,
                known.fileName(),
                known.state(),
                Moments.of(known.uploadedAt()),
                known.rowsRead(),
                known.refusal(),
                known.counts(),
                outcome == null ? null : outcome.kind());
    }

    private Import find(long id, Viewer viewer) {
        return imports.find(viewer.scope(), id)
                .orElseThrow(() -> ProblemException.notFound("import", String.valueOf(id)));
    }
}
