package io.chunfeng.web.api;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.Flight;
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
@RequestMapping(path = "/api/v1/capacity/flights", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "flights", description = "包机 and 切位")
class FlightApi {
    private final KeptOffers offers;
    private final BodyText text;

    FlightApi(KeptOffers offers, BodyText text) {
        this.offers = offers;
        this.text = text;
    }

    record KeptFlight(String id, int version, OffsetDateTime changedAt, FlightBody flight) {
        static KeptFlight of(Offered<? extends Offer> kept) {
            return new KeptFlight(
                    kept.id(), kept.version(), Moments.of(kept.changedAt()), FlightBody.of((Flight) kept.offer()));
        }
    }

    @GetMapping
    @Operation(summary = "All flights, by id")
    Paged<KeptFlight> list(
            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
        return Paged.of(offers.register().flights(), offset, limit, KeptFlight::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One flight; its version is the ETag")
    ResponseEntity<KeptFlight> get(@Parameter(example = "bj-04") @PathVariable String id) {
        return offers.answer(Offer.Kind.FLIGHT, id, KeptFlight::of);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Make or change one flight",
            description =
                    "'If-None-Match: *' makes a new one (201), 'If-Match' with the ETag changes it (200). 412: somebody"
                            + " else was faster. 428: neither header. 422: what is wrong, value by value.")
    ResponseEntity<KeptFlight> put(
            @Parameter(example = "bj-04") @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) String ifNoneMatch,
            @RequestBody FlightBody body,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request,
            @Parameter(hidden = true) Locale locale) {
        int version = Versions.from(ifMatch, ifNoneMatch);
        Flight flight = text.flight(id, body, offers.surroundings(), locale);
        return offers.put(flight, version, viewer, request, KeptFlight::of);
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Take one flight out of use for good",
            description = "409: a plan or a planning run uses it; put an earlier bookBy instead.")
    ResponseEntity<Void> remove(
            @Parameter(example = "bj-04") @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @Parameter(hidden = true) Viewer viewer,
            HttpServletRequest request) {
        return offers.remove(Offer.Kind.FLIGHT, id, ifMatch, viewer, request);
    }
}
