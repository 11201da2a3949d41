package io.chunfeng.web.api;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.Arrival;
import io.chunfeng.dispatch.Handovers;
import io.chunfeng.dispatch.RanTrip;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
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
@RequestMapping(path = "/api/v1/arrivals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "arrivals", description = "What arrives at the workplaces by the published plans, and the hand-over (交接)")
class ArrivalApi {
    private final Handovers handovers;

    ArrivalApi(Handovers handovers) {
        this.handovers = handovers;
    }

    record ExpectedArrival(
            long planId,
            String groupId,

            @Schema(description = "County that registered them, GB/T 2260", example = "140821")
            String county,

            String employer,

            @Schema(description = "Id of the place they alight at")
            String place,

            String vehicle,
            RanTrip.Kind kind,
            String name,
            int persons,
            OffsetDateTime expectedAt,

            @Schema(description = "When the vehicle was marked as run; none before")
            OffsetDateTime ranAt,

            @Schema(description = "What was confirmed; none before")
            Received handover) {
        static ExpectedArrival of(Arrival arrival) {
            return new ExpectedArrival(
                    arrival.planId(),
                    arrival.groupId(),
                    arrival.county(),
                    arrival.employer(),
                    arrival.place(),
                    arrival.vehicle(),
                    arrival.kind(),
                    arrival.name(),
                    arrival.persons(),
                    Moments.of(arrival.expectedAt()),
                    Moments.of(arrival.ranAt()),
                    arrival.handover() == null
                            ? null
                            : new Received(
                                    arrival.handover().id(),
                                    arrival.handover().received(),
                                    Moments.of(arrival.handover().receivedAt()),
                                    arrival.handover().remark(),
                                    arrival.handover().recordedBy()));
        }
    }

    record Received(long id, int received, OffsetDateTime receivedAt, String remark, String recordedBy) {}

    @Schema(name = "Handover", example = """
            {"planId":3,"groupId":"140821-G003","vehicle":"t-12","received":46,"receivedAt":"2024-02-19T09:30:00+08:00",
            "remark":""}""")
    record HandoverBody(
            Long planId,
            String groupId,
            String vehicle,

            @Schema(description = "Persons who came", example = "46")
            Integer received,

            OffsetDateTime receivedAt,

            @Schema(description = "Needed when more or fewer came than planned")
            String remark) {}

    @Schema(name = "TakeBack", example = "{\"remark\":\"点错了车\"}")
    record TakeBackBody(@Schema(example = "点错了车") String remark) {}

    @GetMapping
    @Operation(summary = "Arrivals of one day that you may see, by time")
    List<ExpectedArrival> day(
            @Parameter(description = "Of Asia/Shanghai", example = "2024-02-19")
                    @RequestParam
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate day,
            @Parameter(hidden = true) Viewer viewer) {
        return handovers.arrivals(viewer.scope(), day).stream()
                .map(ExpectedArrival::of)
                .toList();
    }

    @PostMapping("/handovers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Confirm who came with one vehicle",
            description = "409: no such arrival, or confirmed already.")
    void confirm(@RequestBody HandoverBody body, @Parameter(hidden = true) Viewer viewer) {
        List<Problem.Fault> wrong = new ArrayList<>();
        require("/planId", body.planId(), wrong);
        require("/groupId", body.groupId(), wrong);
        require("/vehicle", body.vehicle(), wrong);
        require("/receivedAt", body.receivedAt(), wrong);
        if (body.received() == null || body.received() < 0) {
            wrong.add(new Problem.Fault(
                    "/received", String.valueOf(body.received()), "A whole number, 0 or more.", "Count again."));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        handovers.confirm(
                viewer.scope(),
                new Handovers.Confirmation(
                        body.planId(),
                        body.groupId(),
                        body.vehicle(),
                        body.received(),
                        body.receivedAt().toInstant(),
                        body.remark()),
                viewer.login());
    }

    @PostMapping("/handovers/{id}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a confirmation back, with words")
    void takeBack(@PathVariable long id, @RequestBody TakeBackBody body, @Parameter(hidden = true) Viewer viewer) {
        if (body.remark() == null || body.remark().isBlank()) {
            throw ProblemException.invalid(List.of(new Problem.Fault("/remark", body.remark(), "Words.", "Say why.")));
        }
        handovers.takeBack(viewer.scope(), id, body.remark(), viewer.login());
    }

    private static void require(String pointer, Object value, List<Problem.Fault> wrong) {
        if (value == null) {
            wrong.add(new Problem.Fault(pointer, null, "Required.", "As in the list of arrivals."));
        }
    }
}
