package io.chunfeng.web.api;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.Offered;
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
@RequestMapping(path = "/api/v1/capacity/pools", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "coach pools",
        description =
                "包车: coaches of one kind at one depot. Dispatchers change them; reporters and administrators read.")
class PoolApi {
    private final KeptOffers offers;
    private final BodyText text;

    PoolApi(KeptOffers offers, BodyText text) {
        this.offers = offers;
        this.text = text;
    }

    record KeptPool(String id, int version, OffsetDateTime changedAt, PoolBody pool) {
        static KeptPool of(Offered<? extends Offer> kept) {
            return new KeptPool(
                    kept.id(), kept.version(), Moments.of(kept.changedAt()), PoolBody.of((CoachPool) kept.offer()));
        }
    }

    @GetMapping
    @Operation(summary = "All coach pools, by id")
    Paged<KeptPool> list(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
        return Paged.of(offers.register().coachPools(), offset, limit, KeptPool::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One coach pool; its version is the ETag")
    ResponseEntity<KeptPool> get(@Parameter(example = "cp-1401-49") @PathVariable String id) {
        return offers.answer(Offer.Kind.POOL, id, KeptPool::of);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Make or change one coach pool",
            description =
                    "'If-None-Match: *' makes a new one (201), 'If-Match' with the ETag changes it (200). 412: somebody"
                            + " else was faster. 428: neither header. 422: what is wrong, value by value.")
    ResponseEntity<KeptPool> put(
            @Parameter(example = "cp-1401-49") @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) String ifNoneMatch,
            @RequestBody PoolBody body,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request,
            @Parameter(hidden = true) Locale locale) {
        int version = Versions.from(ifMatch, ifNoneMatch);
        CoachPool pool = text.pool(id, body, offers.surroundings(), locale);
        return offers.put(pool, version, viewer, request, KeptPool::of);
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Take one coach pool out of use for good",
            description = "409: a plan or a planning run uses it; put an earlier availableUntil instead.")
    ResponseEntity<Void> remove(
            @Parameter(example = "cp-1401-49") @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request) {
        return offers.remove(Offer.Kind.POOL, id, ifMatch, viewer, request);
    }
}
