package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.dispatch.AssignmentFinding;
import io.chunfeng.dispatch.AssignmentRefusedException;
import io.chunfeng.dispatch.DrivingTime;
import io.chunfeng.dispatch.OrderContent.DriverPapers;
import io.chunfeng.dispatch.StaleOrderException;
import io.chunfeng.dispatch.TripOrder;
import io.chunfeng.dispatch.TripOrders;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 换车换人: another coach or other drivers for a published trip is filing again, with a reason. */
@Controller
class OrderChangePage {
    /** Trips take a few days. */
    private static final int AROUND_DAYS = 5;

    private static final int LONGEST_REASON = 200;

    private final TripOrders orders;
    private final FleetRegister fleet;
    private final CapacityRepository capacity;
    private final Audit audit;

    OrderChangePage(TripOrders orders, FleetRegister fleet, CapacityRepository capacity, Audit audit) {
        this.orders = orders;
        this.fleet = fleet;
        this.capacity = capacity;
        this.audit = audit;
    }

    /** What is in the form. @param coach id, or null for none */
    record Typed(Long coach, List<Long> drivers, String reason) {}

    @GetMapping("/orders/{number}/change")
    String show(@PathVariable String number, Model model) {
        TripOrder order = latest(number);
        return page(
                order,
                new Typed(
                        order.content().coach() == null
                                ? null
                                : order.content().coach().id(),
                        order.content().drivers().stream().map(DriverPapers::id).toList(),
                        ""),
                List.of(),
                model);
    }

    @PostMapping("/orders/{number}/change")
    String change(
            @PathVariable String number,
            @RequestParam(required = false) Long coach,
            @RequestParam(defaultValue = "") List<Long> driver,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        TripOrder order = latest(number);
        List<Long> drivers = driver.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(DrivingTime.MOST_DRIVERS)
                .toList();
        Typed typed = new Typed(coach, drivers, reason.strip());
        List<AssignmentFinding> findings = List.of();
        if (typed.reason().isEmpty() || typed.reason().length() > LONGEST_REASON) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("noReason", true);
            return page(order, typed, findings, model);
        }
        try {
            TripOrder changed = orders.reassign(number, version, coach, drivers, typed.reason(), viewer.login());
            audit.add(viewer, "order.reassigned", number, changed.version() + " " + typed.reason());
            return "redirect:/orders/{number}?changed=" + changed.version();
        } catch (StaleOrderException e) {
            model.addAttribute("stale", true);
        } catch (AssignmentRefusedException e) {
            findings = e.findings();
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(latest(number), typed, findings, model);
    }

    private TripOrder latest(String number) {
        return orders.versions(number).stream()
                .findFirst()
                .filter(TripOrder::inForce)
                .orElseThrow(NotFoundException::new);
    }

    private String page(TripOrder order, Typed typed, List<AssignmentFinding> findings, Model model) {
        LocalDate day = Format.dateOf(order.content().busyFrom());
        List<TripOrder> others = orders.leaving(day.minusDays(AROUND_DAYS), day.plusDays(AROUND_DAYS)).stream()
                .filter(other -> other.inForce() && !other.number().equals(order.number()))
                .toList();
        model.addAttribute("order", order);
        model.addAttribute("typed", typed);
        model.addAttribute("findings", findings);
        model.addAttribute(
                "choice",
                AssignmentChoice.of(order.content(), fleet.coaches(), fleet.drivers(), capacity.coachPools(), others));
        return "order-change";
    }
}
