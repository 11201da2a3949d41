package io.chunfeng.web.api;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Registration;
import io.chunfeng.manifest.Asker;
import io.chunfeng.manifest.DocumentKind;
import io.chunfeng.manifest.ManifestChanges;
import io.chunfeng.manifest.ManifestClosedException;
import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.ManifestMatch;
import io.chunfeng.manifest.ManifestRow;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.manifest.NoSuchManifestException;
import io.chunfeng.manifest.OpeningReason;
import io.chunfeng.manifest.Passenger;
import io.chunfeng.manifest.PassengerFault;
import io.chunfeng.manifest.PassengerReader;
import io.chunfeng.manifest.PassengerRole;
import io.chunfeng.manifest.StaleManifestException;
import io.chunfeng.manifest.TwiceInManifestException;
import io.chunfeng.manifest.TypedPassenger;
import io.chunfeng.web.security.TokenScopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/groups/{id}/manifest", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "manifests", description = "花名册: counts for the county and dispatchers; names only for tokens made for it")
class ManifestApi {
    /** Fields of the body by components of {@link TypedPassenger}. */
    private static final Map<String, String> FIELDS = Map.of("kind", "documentKind", "number", "documentNumber");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Manifests manifests;
    private final ManifestChanges changes;
    private final MessageSource messages;
    private final Clock clock;

    ManifestApi(Manifests manifests, ManifestChanges changes, MessageSource messages, Clock clock) {
        this.manifests = manifests;
        this.changes = changes;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param match how it compares with the group's headcount */
    record Counts(
            String groupId,

            @Schema(description = "Persons of the group", example = "46")
            int headcount,

            @Schema(description = "Workers and escorts named", example = "44")
            int seated,

            @Schema(description = "Infants on laps", example = "1")
            int infants,

            @Schema(description = "Of the seated", example = "0")
            int wheelchairs,

            ManifestMatch match) {}

    @Schema(name = "NamedPassenger")
    record Named(
            @Schema(example = "王小明") String name,
            DocumentKind documentKind,
            String documentNumber,
            String phone,
            PassengerRole role,
            boolean wheelchair) {
        static Named of(ManifestRow row) {
            return new Named(row.name(), row.kind(), row.number(), row.phone(), row.role(), row.wheelchair());
        }

        /** Nothing of it, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "Named";
        }
    }

    @Schema(name = "PassengerToName")
    record Naming(
            @Schema(example = "王小明") String name,

            @Schema(description = "When left out, the number tells it where it can")
            DocumentKind documentKind,

            @Schema(description = "May be left out for infants")
            String documentNumber,

            @Schema(description = "Needed for escorts") String phone,

            @Schema(description = "WORKER when left out") PassengerRole role,

            @Schema(description = "Stays in a wheelchair; false when left out")
            Boolean wheelchair,

            @Schema(description = "May be left out") String remark) {
        TypedPassenger typed() {
            return new TypedPassenger(
                    name,
                    documentKind == null ? "" : documentKind.name(),
                    documentNumber,
                    phone,
                    role == null ? "" : role.name(),
                    Boolean.TRUE.equals(wheelchair) ? "1" : "",
                    remark);
        }

        /** Nothing of it, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "Naming";
        }
    }

    @GetMapping
    @Operation(summary = "How many of a group are named; the version of the manifest is the ETag")
    ResponseEntity<Counts> counts(@PathVariable String id, @Parameter(hidden = true) Viewer viewer) {
        Group group = group(id, viewer).group();
        int version = manifests.closed(viewer, id).version();
        ManifestCounts counts = manifests.counts(List.of(id)).getOrDefault(id, ManifestCounts.NONE);
        Counts answer = new Counts(
                id,
                group.headcount(),
                counts.seated(),
                counts.infants(),
                counts.wheelchairs(),
                counts.match(group.headcount(), group.wheelchairs()));
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.tag(version))
                .body(answer);
    }

    @PutMapping
    @Operation(
            summary = "Name a group's passengers in place of those named before, all or none; counties only",
            description = "'If-None-Match: *' where nobody was named before, otherwise 'If-Match' with the ETag of the"
                    + " counts. The group's headcount stays as it is. 409: the group has left, or is withdrawn.")
    ResponseEntity<Counts> replace(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) String ifNoneMatch,
            @RequestBody List<Naming> passengers,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request,
            @Parameter(hidden = true) Locale locale) {
        int version = Versions.from(ifMatch, ifNoneMatch);
        List<Passenger> read = read(passengers, group(id, viewer).group(), locale);
        try {
            changes.replace(new Asker(viewer, request.getRemoteAddr()), id, version, read);
        } catch (ManifestClosedException e) {
            throw ProblemException.conflict(
                    "state", "Group '" + id + "' has left or is withdrawn: its manifest is closed.");
        } catch (StaleManifestException e) {
            throw ProblemException.stale();
        } catch (TwiceInManifestException e) {
            throw ProblemException.invalid(List.of(
                    new Problem.Fault("", null, "Each document once.", "Two of these passengers have the same one.")));
        } catch (ManifestKeysException e) {
            throw keys(e);
        }
        return counts(id, viewer);
    }

    /** Faults never hold what was sent. */
    private List<Passenger> read(List<Naming> passengers, Group group, Locale locale) {
        LocalDate day = group.preferredDate() == null
                ? LocalDate.ofInstant(group.earliestDeparture(), ZONE)
                : group.preferredDate();
        PassengerReader reader = new PassengerReader(LocalDate.now(clock.withZone(ZONE)), day);
        List<Passenger> read = new ArrayList<>();
        List<Problem.Fault> faults = new ArrayList<>();
        for (int i = 0; i < passengers.size(); i++) {
            List<PassengerFault> found = new ArrayList<>();
            read.add(reader.read(
                    passengers.get(i) == null
                            ? TypedPassenger.EMPTY
                            : passengers.get(i).typed(),
                    found));
            for (PassengerFault fault : found) {
                String field = FIELDS.getOrDefault(fault.field(), fault.field());
                String expected = messages.getMessage("manifest.fault." + fault.code(), null, locale);
                faults.add(new Problem.Fault("/" + i + "/" + field, null, expected, null));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return read;
    }

    @GetMapping("/passengers")
    @Operation(
            summary = "Who is named, in clear; every call is in the audit log",
            description = "Needs a token that was made with 可读取花名册明文 (403 otherwise).")
    ResponseEntity<List<Named>> passengers(
            @PathVariable String id,
            @Parameter(description = "Why", example = "TICKETS") @RequestParam OpeningReason reason,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request) {
        if (!TokenScopes.readsManifests()) {
            throw ProblemException.forbidden("This token may not read names: make one with 可读取花名册明文.");
        }
        group(id, viewer);
        try {
            List<Named> named = manifests.opened(new Asker(viewer, request.getRemoteAddr()), id, reason).rows().stream()
                    .map(Named::of)
                    .toList();
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(named);
        } catch (ManifestKeysException e) {
            throw keys(e);
        }
    }

    private static ProblemException keys(ManifestKeysException e) {
        return ProblemException.conflict("manifest-keys", "Manifests cannot be opened: keys " + e.reason() + ".");
    }

    private Registration group(String id, Viewer viewer) {
        try {
            return manifests.group(viewer, id);
        } catch (NoSuchManifestException e) {
            throw ProblemException.notFound("group", id);
        }
    }
}
