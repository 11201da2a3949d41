package io.chunfeng.web;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityChange;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Finding;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.OfferInUseException;
import io.chunfeng.capacity.Offered;
import io.chunfeng.capacity.Reading;
import io.chunfeng.capacity.StaleOfferException;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.place.Prefectures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** One coach pool, train service or flight: add, change, take out of use. */
@Controller
class CapacityOfferPage {
    private static final int MORE_CALLS = 3;

    private final CapacityRegister register;
    private final PlaceRepository places;
    private final AuditLog audit;
    private final Clock clock;

    CapacityOfferPage(CapacityRegister register, PlaceRepository places, AuditLog audit, Clock clock) {
        this.register = register;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param like id of an offer whose figures a new one starts with */
    @GetMapping("/capacity/{path}/new")
    String empty(@PathVariable String path, @RequestParam(required = false) String like, Model model) {
        Offer.Kind kind = CapacityPath.kind(path);
        OfferForm form = like == null
                ? OfferForm.empty(kind)
                : OfferForm.of(kept(kind, like), surroundings()).copied();
        return page(form, List.of(), model);
    }

    @GetMapping("/capacity/{path}/{id}")
    String show(@PathVariable String path, @PathVariable String id, Model model) {
        OfferForm form = OfferForm.of(kept(CapacityPath.kind(path), id), surroundings());
        return page(form, form.read(surroundings()).findings(), model);
    }

    /**
     * @param version the form was made from; 0 for a new offer
     * @param more whether only further calls are wanted
     */
    @PostMapping("/capacity/{path}")
    String put(
            @PathVariable String path,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean more,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        OfferForm form = OfferForm.of(CapacityPath.kind(path), sent, version);
        if (more) {
            return page(form.withCalls(MORE_CALLS), List.of(), model);
        }
        Reading<? extends Offer> reading = form.read(surroundings());
        if (reading.offer() == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, reading.findings(), model);
        }
        try {
            register.apply(List.of(new CapacityChange.Put(reading.offer(), version)));
        } catch (StaleOfferException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", form.fresh() ? "capacity.taken" : "capacity.stale");
            return page(form, reading.findings(), model);
        }
        note(
                viewer,
                form.fresh() ? "capacity.added" : "capacity.changed",
                reading.offer().id(),
                request);
        next.addFlashAttribute("news", form.fresh() ? "capacity.added" : "capacity.changed");
        return "redirect:/capacity/" + path + "/" + encoded(reading.offer().id());
    }

    /** Takes it out of use; what plans rely on stays, and the page says what can be done instead. */
    @PostMapping("/capacity/{path}/{id}/remove")
    String remove(
            @PathVariable String path,
            @PathVariable String id,
            @RequestParam int version,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Offered<? extends Offer> kept = kept(CapacityPath.kind(path), id);
        try {
            register.apply(List.of(new CapacityChange.Remove(CapacityPath.kind(path), id, version)));
            note(viewer, "capacity.removed", id, request);
            next.addFlashAttribute("removed", kept.offer().title() + "（" + id + "）");
            return "redirect:/capacity";
        } catch (OfferInUseException e) {
            model.addAttribute("used", e);
        } catch (StaleOfferException e) {
            model.addAttribute("stale", "capacity.stale");
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(OfferForm.of(kept, surroundings()), List.of(), model);
    }

    /** From now on it is not planned any more; what is planned stays as it is. */
    @PostMapping("/capacity/{path}/{id}/end")
    String end(
            @PathVariable String path,
            @PathVariable String id,
            @RequestParam int version,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Offered<? extends Offer> kept = kept(CapacityPath.kind(path), id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (kept.offer() instanceof CoachPool pool && !pool.availableFrom().isBefore(now)) {
            model.addAttribute("stale", "capacity.notBegun");
        } else {
            try {
                register.apply(List.of(new CapacityChange.Put(kept.offer().endedAt(now), version)));
                note(viewer, "capacity.ended", id, request);
                next.addFlashAttribute("news", "capacity.ended");
                return "redirect:/capacity/" + path + "/" + encoded(id);
            } catch (StaleOfferException e) {
                model.addAttribute("stale", "capacity.stale");
            }
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(OfferForm.of(kept, surroundings()), List.of(), model);
    }

    private String page(OfferForm form, List<Finding> findings, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("path", CapacityPath.of(form.kind()));
        model.addAttribute("findings", OfferForm.byField(findings));
        model.addAttribute("places", new PlaceChoice(places.all()).options());
        model.addAttribute("prefectures", Prefectures.all());
        return "capacity-offer";
    }

    private Offered<? extends Offer> kept(Offer.Kind kind, String id) {
        return register.find(kind, id).orElseThrow(NotFoundException::new);
    }

    private Surroundings surroundings() {
        return new Surroundings(places.all());
    }

    private void note(Viewer viewer, String action, String id, HttpServletRequest request) {
        audit.add(new AuditLog.Entry(clock.instant(), viewer.login(), action, id, null, request.getRemoteAddr()));
    }

    private static String encoded(String id) {
        return UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }
}
