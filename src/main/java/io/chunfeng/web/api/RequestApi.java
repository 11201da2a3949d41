package io.chunfeng.web.api;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.place.PlaceRepository;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "change requests", description = "变更申请: how a published group changes. Counties ask, dispatchers answer.")
class RequestApi {
    private final ChangeRequests requests;
    private final RegistrationRepository registrations;
    private final PlaceRepository places;

    RequestApi(ChangeRequests requests, RegistrationRepository registrations, PlaceRepository places) {
        this.requests = requests;
        this.registrations = registrations;
        this.places = places;
    }

    @Schema(name = "ChangeRequestAsk", example = "{\"kind\":\"WITHDRAW\",\"reason\":\"企业推迟开工\"}")
    record AskBody(
            @Schema(description = "WITHDRAW, or OTHER with words alone; left out when 'group' says it")
            ChangeRequest.Kind kind,

            @Schema(description = "The whole group as it should become; left out for WITHDRAW and for words alone")
            GroupBody group,

            @Schema(example = "企业推迟开工") String reason) {}

    @Schema(name = "ChangeRequestAnswer", example = "{\"answer\":\"车辆已满，请改乘 18 日\"}")
    record AnswerBody(@Schema(example = "车辆已满，请改乘 18 日") String answer) {}

    record FiledRequest(
            long id,
            String groupId,
            ChangeRequest.Kind kind,
            ChangeRequest.State state,

            @Schema(description = "The group when it was asked")
            GroupBody base,

            @Schema(description = "The group as asked for; none for WITHDRAW and words alone")
            GroupBody wanted,

            String reason,
            String askedBy,
            OffsetDateTime askedAt,
            String answeredBy,
            OffsetDateTime answeredAt,
            String answer) {
        static FiledRequest of(ChangeRequest request) {
            return new FiledRequest(
                    request.id(),
                    request.groupId(),
                    request.kind(),
                    request.state(),
                    request.base() == null ? null : GroupBody.of(request.base()),
                    request.wanted() == null ? null : GroupBody.of(request.wanted()),
                    request.reason(),
                    request.askedBy(),
                    Moments.of(request.askedAt()),
                    request.answeredBy(),
                    Moments.of(request.answeredAt()),
                    request.answer());
        }
    }

    @GetMapping("/requests")
    @Operation(summary = "Open requests you may see, oldest first")
    Paged<FiledRequest> open(
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            @Parameter(hidden = true) Viewer viewer) {
        return Paged.of(requests.open(viewer.scope()), offset, limit, FiledRequest::of);
    }

    @GetMapping("/groups/{id}/requests")
    @Operation(summary = "Requests about a group, newest first")
    List<FiledRequest> ofGroup(@PathVariable String id, @Parameter(hidden = true) Viewer viewer) {
        group(id, viewer);
        return requests.ofGroup(viewer.scope(), id).stream()
                .map(FiledRequest::of)
                .toList();
    }

    @PostMapping("/groups/{id}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for a change of a published group", description = "409: not published, or one is open.")
    FiledRequest ask(@PathVariable String id, @RequestBody AskBody body, @Parameter(hidden = true) Viewer viewer) {
        Registration registration = group(id, viewer);
        if (body.reason() == null || body.reason().isBlank()) {
            throw ProblemException.invalid(List.of(new Problem.Fault("/reason", body.reason(), "Words.", "Say why.")));
        }
        requests.file(List.of(asked(registration, body, viewer)), viewer.actor());
        return FiledRequest.of(requests.ofGroup(viewer.scope(), id).get(0));
    }

    private ChangeRequest.Ask asked(Registration registration, AskBody body, Viewer viewer) {
        String id = registration.group().id();
        if (body.kind() == ChangeRequest.Kind.WITHDRAW) {
            return ChangeRequest.Ask.withdraw(id, body.reason());
        }
        return body.group() == null
                ? ChangeRequest.Ask.words(id, body.reason())
                : ChangeRequest.Ask.figures(
                        registration.group(), GroupReading.read(id, body.group(), viewer, places), body.reason());
    }

    @PostMapping("/requests/{id}/accept")
    @Operation(summary = "Accept a request: the group gets the figures asked for, or is withdrawn; dispatchers only")
    FiledRequest accept(
            @PathVariable long id,
            @RequestBody(required = false) AnswerBody body,
            @Parameter(hidden = true) Viewer viewer) {
        find(id, viewer);
        requests.accept(id, body == null ? null : body.answer(), viewer.actor());
        return FiledRequest.of(find(id, viewer));
    }

    @PostMapping("/requests/{id}/decline")
    @Operation(summary = "Decline a request, with words; dispatchers only")
    FiledRequest decline(@PathVariable long id, @RequestBody AnswerBody body, @Parameter(hidden = true) Viewer viewer) {
        find(id, viewer);
        if (body.answer() == null || body.answer().isBlank()) {
            throw ProblemException.invalid(List.of(new Problem.Fault("/answer", body.answer(), "Words.", "Say why.")));
        }
        requests.decline(id, body.answer(), viewer.actor());
        return FiledRequest.of(find(id, viewer));
    }

    @PostMapping("/requests/{id}/take-back")
    @Operation(summary = "Take a request back before it is answered; the county that asked")
    FiledRequest takeBack(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        find(id, viewer);
        requests.takeBack(id, viewer.actor());
        return FiledRequest.of(find(id, viewer));
    }

    private Registration group(String id, Viewer viewer) {
        return registrations.find(viewer.scope(), id).orElseThrow(() -> ProblemException.notFound("group", id));
    }

    private ChangeRequest find(long id, Viewer viewer) {
        return requests.find(viewer.scope(), id)
                .orElseThrow(() -> ProblemException.notFound("request", String.valueOf(id)));
    }
}
