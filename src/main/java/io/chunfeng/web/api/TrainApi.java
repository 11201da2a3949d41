package io.chunfeng.web.api;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.Offered;
import io.chunfeng.capacity.TrainService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/capacity/trains", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "train services", description = "专列 and 包车厢, with the stations where they call")
class TrainApi {
    private final KeptOffers offers;
    private final BodyText text;

    TrainApi(KeptOffers offers, BodyText text) {
        this.offers = offers;
        this.text = text;
    }

    record KeptTrain(String id, int version, OffsetDateTime changedAt, TrainBody train) {
        static KeptTrain of(Offered<? extends Offer> kept) {
            return new KeptTrain(
                    kept.id(), kept.version(), Moments.of(kept.changedAt()), TrainBody.of((TrainService) kept.offer()));
        }
    }

    @GetMapping
    @Operation(summary = "All train services, by id")
    Paged<KeptTrain> list(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
        return Paged.of(offers.register().trainServices(), offset, limit, KeptTrain::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One train service; its version is the ETag")
    ResponseEntity<KeptTrain> get(@Parameter(example = "zl-02") @PathVariable String id) {
        return offers.answer(Offer.Kind.TRAIN, id, KeptTrain::of);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Make or change one train service",
            description =
                    "'If-None-Match: *' makes a new one (201), 'If-Match' with the ETag changes it (200). 412: somebody"
                            + " else was faster. 428: neither header. 422: what is wrong, value by value.")
    ResponseEntity<KeptTrain> put(
            @Parameter(example = "zl-02") @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) String ifNoneMatch,
            @RequestBody TrainBody body,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request,
            @Parameter(hidden = true) Locale locale) {
        int version = Versions.from(ifMatch, ifNoneMatch);
        TrainService train = text.train(id, body, offers.surroundings(), locale);
        return offers.put(train, version, viewer, request, KeptTrain::of);
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Take one train service out of use for good",
            description = "409: a plan or a planning run uses it; put an earlier bookBy instead.")
    ResponseEntity<Void> remove(
            @Parameter(example = "zl-02") @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request) {
        return offers.remove(Offer.Kind.TRAIN, id, ifMatch, viewer, request);
    }
}
