package io.chunfeng.web.api;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.format.PlanWriter;
import io.chunfeng.plan.format.ProblemWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/plans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "plans",
        description = "Stored plans, which never change, and the problems they answer, in the exchange format"
                + " (chunfeng-plan/1, chunfeng-problem/1)")
class PlanApi {
    private final PlanRepository plans;

    PlanApi(PlanRepository plans) {
        this.plans = plans;
    }

    record PlanSummary(
            long id,
            OffsetDateTime storedAt,
            @Schema(example = "2024-02-17 至 2024-02-18 返岗") String problemName,

            @Schema(description = "Weighted persons without a seat", example = "0")
            long unserved,

            @Schema(description = "Generalised cost") BigDecimal costYuan,
            int personsCoach,
            int personsRail,
            int personsAir,
            int coachTrips,
            int trainServices,
            int carriages,
            int flights) {
        static PlanSummary of(PlanRepository.Summary plan) {
            Plan.Kpis kpis = plan.kpis();
            return new PlanSummary(
                    plan.id(),
                    Moments.of(plan.storedAt()),
                    plan.problemName(),
                    plan.score().unserved(),
                    Moments.yuan(plan.score().costFen()),
                    kpis.personsCoach(),
                    kpis.personsRail(),
                    kpis.personsAir(),
                    kpis.coachTrips(),
                    kpis.trainServices(),
                    kpis.carriages(),
                    kpis.flights());
        }
    }

    @GetMapping
    @Operation(summary = "Stored plans, newest first")
    Paged<PlanSummary> list(
            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
        return Paged.of(plans.list(), offset, limit, PlanSummary::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A plan as chunfeng-plan/1")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<byte[]> plan(@PathVariable long id) {
        return written(out -> PlanWriter.write(find(id).plan(), out));
    }

    @GetMapping("/{id}/problem")
    @Operation(summary = "The problem that a plan answers, as chunfeng-problem/1")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<byte[]> problem(@PathVariable long id) {
        return written(out -> ProblemWriter.write(find(id).problem(), out));
    }

    private PlanRepository.StoredPlan find(long id) {
        return plans.find(id).orElseThrow(() -> ProblemException.notFound("plan", String.valueOf(id)));
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static ResponseEntity<byte[]> written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(out.toByteArray());
    }
}
