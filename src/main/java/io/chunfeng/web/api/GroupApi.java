package io.chunfeng.web.api;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.HistoryEntry;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.place.PlaceRepository;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/groups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "groups",
        description = "团组: a county sees and changes those of its own counties only; others answer 404. Reporters and"
                + " administrators read.")
class GroupApi {
    private final RegistrationRepository registrations;
    private final PlaceRepository places;

    GroupApi(RegistrationRepository registrations, PlaceRepository places) {
        this.registrations = registrations;
        this.places = places;
    }

    /** @param version also its ETag */
    record RegisteredGroup(
            @Schema(example = "g-140821-007") String id,
            GroupState state,
            int version,
            OffsetDateTime changedAt,
            GroupBody group) {
        static RegisteredGroup of(Registration registration) {
            return new RegisteredGroup(
                    registration.group().id(),
                    registration.state(),
                    registration.version(),
                    Moments.of(registration.changedAt()),
                    GroupBody.of(registration.group()));
        }
    }

    @GetMapping
    @Operation(summary = "Groups you may see, by day of departure, county and id")
    Paged<RegisteredGroup> list(
            @Parameter(description = "Only those in one of these states; all when left out")
                    @RequestParam(required = false)
                    Set<GroupState> state,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            @Parameter(hidden = true) Viewer viewer) {
        Set<GroupState> states =
                state == null || state.isEmpty() ? EnumSet.allOf(GroupState.class) : EnumSet.copyOf(state);
        return Paged.of(registrations.in(viewer.scope(), states), offset, limit, RegisteredGroup::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One group; its version is the ETag")
    ResponseEntity<RegisteredGroup> get(@PathVariable String id, @Parameter(hidden = true) Viewer viewer) {
        return answer(HttpStatus.OK, id, viewer);
    }

    @Schema(name = "GroupHistoryEntry")
    record Past(
            int version,
            OffsetDateTime at,
            String actor,

            @Schema(description = "None where the group began")
            GroupState from,

            GroupState to,

            @Schema(description = "Figures before, where they were changed")
            GroupBody before,

            @Schema(description = "Figures after, where they were changed or first registered")
            GroupBody after,

            String note) {
        static Past of(HistoryEntry entry) {
            return new Past(
                    entry.version(),
                    Moments.of(entry.at()),
                    entry.actor(),
                    entry.from(),
                    entry.to(),
                    entry.before() == null ? null : GroupBody.of(entry.before()),
                    entry.after() == null ? null : GroupBody.of(entry.after()),
                    entry.note());
        }
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "What has happened to a group, oldest first")
    List<Past> history(@PathVariable String id, @Parameter(hidden = true) Viewer viewer) {
        find(id, viewer);
        return registrations.history(viewer.scope(), id).stream().map(Past::of).toList();
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Register a group, or change its figures",
            description = "'If-None-Match: *' registers a new one (201): a draft, or, by a dispatcher, submitted."
                    + " 'If-Match' changes the figures (200); a group that was accepted or planned is thereby submitted"
                    + " again. Published groups change by request only (409).")
    ResponseEntity<RegisteredGroup> put(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) String ifNoneMatch,
            @RequestBody GroupBody body,
            @Parameter(hidden = true) Viewer viewer) {
        int version = Versions.from(ifMatch, ifNoneMatch);
        boolean fresh = version == RegistrationChange.NEW;
        GroupState to = fresh
                ? GroupMoves.first(viewer)
                : GroupMoves.whenChanged(find(id, viewer).state(), viewer);
        Group group = GroupReading.read(id, body, viewer, places);
        registrations.apply(List.of(new RegistrationChange.Put(group, to, version)), viewer.actor());
        return answer(fresh ? HttpStatus.CREATED : HttpStatus.OK, id, viewer);
    }

    /** Why it is moved; for the history. */
    @Schema(example = "{\"note\":\"工人改期\"}")
    record Note(@Schema(example = "工人改期") String note) {}

    @PostMapping("/{id}/submit")
    @Operation(summary = "Hand a draft in, or a withdrawn group again")
    ResponseEntity<RegisteredGroup> submit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody(required = false) Note note,
            @Parameter(hidden = true) Viewer viewer) {
        return move(id, GroupState.SUBMITTED, ifMatch, note, viewer);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Take a group back before it is published", description = "Afterwards by request only: 409.")
    ResponseEntity<RegisteredGroup> withdraw(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody(required = false) Note note,
            @Parameter(hidden = true) Viewer viewer) {
        return move(id, GroupState.WITHDRAWN, ifMatch, note, viewer);
    }

    @PostMapping("/{id}/accept")
    @Operation(summary = "Take a submitted group for planning; dispatchers only")
    ResponseEntity<RegisteredGroup> accept(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody(required = false) Note note,
            @Parameter(hidden = true) Viewer viewer) {
        return move(id, GroupState.ACCEPTED, ifMatch, note, viewer);
    }

    private ResponseEntity<RegisteredGroup> move(String id, GroupState to, String ifMatch, Note note, Viewer viewer) {
        find(id, viewer);
        String why = note == null ? null : note.note();
        registrations.apply(
                List.of(new RegistrationChange.Move(id, to, Versions.existing(ifMatch), why)), viewer.actor());
        return answer(HttpStatus.OK, id, viewer);
    }

    private Registration find(String id, Viewer viewer) {
        return registrations.find(viewer.scope(), id).orElseThrow(() -> ProblemException.notFound("group", id));
    }

    private ResponseEntity<RegisteredGroup> answer(HttpStatus status, String id, Viewer viewer) {
        Registration registration = find(id, viewer);
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, Versions.tag(registration.version()))
                .body(RegisteredGroup.of(registration));
    }
}
