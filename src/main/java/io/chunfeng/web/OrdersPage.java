package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.TripOrder;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.place.PlaceRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 派车单: those of a publication, one of them, and all of a day for the printer. */
@Controller
class OrdersPage {
    private final TripOrders orders;
    private final Publications publications;
    private final OrderSheets sheets;
    private final PlaceRepository places;
    private final Audit audit;
    private final String contact;

    OrdersPage(
            TripOrders orders,
            Publications publications,
            OrderSheets sheets,
            PlaceRepository places,
            Audit audit,
            @Value("${chunfeng.contact:}") String contact) {
        this.orders = orders;
        this.publications = publications;
        this.sheets = sheets;
        this.places = places;
        this.audit = audit;
        this.contact = contact;
    }

    /** @param publication absent for the newest */
    @GetMapping("/orders")
    String list(
            @RequestParam(required = false) Integer publication,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) IssuedOrder.Outcome outcome,
            @RequestParam(required = false) String text,
            Model model) {
        OrderFilter filter = new OrderFilter(
                publication == null ? Integer.valueOf(publications.newest()) : publication, day, outcome, text);
        List<IssuedOrder> all = orders.of(filter.publication());
        model.addAttribute("filter", filter);
        model.addAttribute("publications", publications.list());
        model.addAttribute("outcomes", IssuedOrder.Outcome.values());
        model.addAttribute(
                "counts",
                all.stream()
                        .collect(Collectors.groupingBy(order -> order.outcome().name(), Collectors.counting())));
        model.addAttribute(
                "days",
                all.stream()
                        .map(issued -> Format.dateOf(issued.order().content().busyFrom()))
                        .distinct()
                        .toList());
        model.addAttribute("rows", all.stream().filter(filter::fits).toList());
        model.addAttribute("latest", orders.latestVersions(filter.publication()));
        model.addAttribute("names", new Names(places.all()));
        return "orders";
    }

    /** @param version absent for the latest */
    @GetMapping("/orders/{number}")
    String one(
            @PathVariable String number, @RequestParam(required = false) Integer version, Viewer viewer, Model model) {
        List<TripOrder> versions = orders.versions(number);
        TripOrder order = versions.stream()
                .filter(one -> version == null || one.version() == version)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        model.addAttribute("versions", versions);
        model.addAttribute("latest", versions.get(0));
        return sheets(List.of(order), false, viewer, model, "order");
    }

    /** For the printer, with telephone numbers: one order, or those in force that leave on a day. */
    @GetMapping("/orders/print")
    String print(
            @RequestParam(required = false) String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Viewer viewer,
            Model model) {
        List<TripOrder> printed = (number == null
                        ? day == null ? List.<TripOrder>of() : orders.leaving(day, day)
                        : orders.versions(number).stream().limit(1).toList())
                .stream().filter(TripOrder::inForce).toList();
        if (number != null && printed.isEmpty()) {
            throw new NotFoundException();
        }
        audit.add(viewer, "orders.printed", number == null ? String.valueOf(day) : number, printed.size() + "");
        model.addAttribute("day", day);
        return sheets(printed, true, viewer, model, "orders-print");
    }

    private String sheets(List<TripOrder> shown, boolean full, Viewer viewer, Model model, String page) {
        Names names = new Names(places.all());
        model.addAttribute(
                "sheets", shown.stream().map(order -> sheets.of(order, viewer)).toList());
        model.addAttribute("full", full);
        model.addAttribute("names", names);
        model.addAttribute("regions", new Regions(names));
        model.addAttribute("contact", contact);
        return page;
    }
}
