package io.chunfeng.web.api;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityChange;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.Offered;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.place.PlaceRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the API does with offers of every kind. */
@Component
class KeptOffers {
    private final CapacityRegister register;
    private final PlaceRepository places;
    private final AuditLog audit;
    private final Clock clock;

    KeptOffers(CapacityRegister register, PlaceRepository places, AuditLog audit, Clock clock) {
        this.register = register;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    CapacityRegister register() {
        return register;
    }

    Surroundings surroundings() {
        return new Surroundings(places.all());
    }

    Offered<? extends Offer> get(Offer.Kind kind, String id) {
        return register.find(kind, id).orElseThrow(() -> ProblemException.notFound("offer", id));
    }

    /** @param form what is answered; made from the offer as it is kept */
    <T> ResponseEntity<T> answer(Offer.Kind kind, String id, Function<Offered<? extends Offer>, T> form) {
        Offered<? extends Offer> kept = get(kind, id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.tag(kept.version()))
                .body(form.apply(kept));
    }

    <T> ResponseEntity<T> put(
            Offer offer,
            int fromVersion,
            Viewer viewer,
            HttpServletRequest request,
            Function<Offered<? extends Offer>, T> form) {
        boolean fresh = fromVersion == CapacityChange.NEW;
        register.apply(List.of(new CapacityChange.Put(offer, fromVersion)));
        note(viewer, fresh ? "capacity.added" : "capacity.changed", offer.id(), request);
        Offered<? extends Offer> kept = new Offered<>(offer, fromVersion + 1, clock.instant());
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
                .header(HttpHeaders.ETAG, Versions.tag(kept.version()))
                .body(form.apply(kept));
    }

    ResponseEntity<Void> remove(Offer.Kind kind, String id, String ifMatch, Viewer viewer, HttpServletRequest request) {
        get(kind, id);
        register.apply(List.of(new CapacityChange.Remove(kind, id, Versions.existing(ifMatch))));
        note(viewer, "capacity.removed", id, request);
        return ResponseEntity.noContent().build();
    }

    private void note(Viewer viewer, String action, String id, HttpServletRequest request) {
        audit.add(new AuditLog.Entry(clock.instant(), viewer.login(), action, id, "api", request.getRemoteAddr()));
    }
}
