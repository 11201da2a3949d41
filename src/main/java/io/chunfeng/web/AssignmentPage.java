package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import io.chunfeng.dispatch.DrivingTime;
import io.chunfeng.dispatch.OrderSuccession;
import io.chunfeng.dispatch.StaleOrderException;
import io.chunfeng.dispatch.TripOrders;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 车辆与驾驶员安排: who drives which trip of a plan, before it is published. */
@Controller
class AssignmentPage {
    private final PlanShelf shelf;
    private final PublicationReview reviews;
    private final TripOrders orders;
    private final CapacityRepository capacity;
    private final Audit audit;

    AssignmentPage(
            PlanShelf shelf, PublicationReview reviews, TripOrders orders, CapacityRepository capacity, Audit audit) {
        this.shelf = shelf;
        this.capacity = capacity;
        this.reviews = reviews;
        this.orders = orders;
        this.audit = audit;
    }

    /** @param problems only trips with something to put right */
    @GetMapping("/plans/{id}/assignment")
    String list(@PathVariable long id, @RequestParam(defaultValue = "false") boolean problems, Model model) {
        PlanView view = shelf.get(id);
        PublicationReview.Review review = reviews.of(view);
        model.addAttribute("view", view);
        model.addAttribute("review", review);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "trips",
                review.succession().trips().stream()
                        .filter(trip -> !problems || review.findings().containsKey(trip.id()))
                        .toList());
        return "assignment";
    }

    @GetMapping("/plans/{id}/assignment/{trip}")
    String edit(@PathVariable long id, @PathVariable String trip, Model model) {
        PlanView view = shelf.get(id);
        return form(view, reviews.of(view), trip, model);
    }

    private String form(PlanView view, PublicationReview.Review review, String trip, Model model) {
        OrderSuccession.Trip chosen = trip(review, trip);
        model.addAttribute("view", view);
        model.addAttribute("review", review);
        model.addAttribute("trip", chosen);
        model.addAttribute("proposed", review.proposed().get(trip));
        model.addAttribute("choice", AssignmentChoice.of(review, chosen, capacity.coachPools()));
        return "assignment-trip";
    }

    /**
     * @param coach id, or absent for none
     * @param driver ids, or empty ones for none
     * @param version of the choice that was shown, 0 for a proposal
     * @param automatic back to what is proposed
     */
    @PostMapping("/plans/{id}/assignment/{trip}")
    String choose(
            @PathVariable long id,
            @PathVariable String trip,
            @RequestParam(required = false) Long coach,
            @RequestParam(defaultValue = "") List<Long> driver,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean automatic,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PlanView view = shelf.get(id);
        PublicationReview.Review review = reviews.of(view);
        trip(review, trip);
        List<Long> drivers = driver.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(DrivingTime.MOST_DRIVERS)
                .toList();
        requireKnown(review, coach, drivers);
        try {
            if (automatic) {
                orders.forget(id, trip, version);
            } else {
                orders.choose(id, trip, coach, drivers, version, viewer.login());
            }
            audit.add(viewer, automatic ? "assignment.cleared" : "assignment.chosen", id + "/" + trip, null);
            return "redirect:/plans/{id}/assignment?done=" + trip + "#trip-" + trip;
        } catch (StaleOrderException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", true);
            return form(view, reviews.of(view), trip, model);
        }
    }

    private static void requireKnown(PublicationReview.Review review, Long coach, List<Long> drivers) {
        List<Long> coaches = review.coaches().stream().map(Coach::id).toList();
        List<Long> known = review.drivers().stream().map(Driver::id).toList();
        if ((coach != null && !coaches.contains(coach)) || !known.containsAll(drivers)) {
            throw new NotFoundException();
        }
    }

    private static OrderSuccession.Trip trip(PublicationReview.Review review, String id) {
        return review.succession().trips().stream()
                .filter(trip -> trip.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
