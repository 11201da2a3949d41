package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.place.PlaceRepository;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 发布变化: what a publication changed, by county and by trip; a county sees its own people and no trips. */
@Controller
class PublishedChangesPage {
    private final Publications publications;
    private final PublishedChanges changes;
    private final TripOrders orders;
    private final PlaceRepository places;

    PublishedChangesPage(
            Publications publications, PublishedChanges changes, TripOrders orders, PlaceRepository places) {
        this.publications = publications;
        this.changes = changes;
        this.orders = orders;
        this.places = places;
    }

    @GetMapping("/orders/changes")
    String all(@RequestParam int publication, Model model) {
        model.addAttribute(
                "orders",
                orders.of(publication).stream()
                        .filter(issued -> issued.outcome() != IssuedOrder.Outcome.KEPT)
                        .toList());
        return page(publication, null, "orders", model);
    }

    /** @param publication absent for the newest */
    @GetMapping("/groups/changes")
    String own(@RequestParam(required = false) Integer publication, Viewer viewer, Model model) {
        model.addAttribute("orders", List.of());
        return page(
                publication == null ? publications.newest() : publication,
                viewer.role() == Role.COUNTY ? viewer.counties() : null,
                "groups",
                model);
    }

    private String page(int publication, Set<String> counties, String section, Model model) {
        model.addAttribute("section", section);
        model.addAttribute("publications", publications.list());
        model.addAttribute("changed", publication == 0 ? null : changes.of(publication, counties));
        model.addAttribute("names", new Names(places.all()));
        return "publication-changes";
    }
}
