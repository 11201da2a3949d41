package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.dispatch.GroupTrip;
import io.chunfeng.dispatch.Publication;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.Ride;
import io.chunfeng.dispatch.TripOrder;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.place.PlaceRepository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 乘车通知: for the workers of a group, one A4 page a trip; nothing of anybody else's is on it. */
@Controller
class NoticePage {
    private final RegistrationRepository registrations;
    private final Publications publications;
    private final TripOrders orders;
    private final PlaceRepository places;
    private final String contact;

    NoticePage(
            RegistrationRepository registrations,
            Publications publications,
            TripOrders orders,
            PlaceRepository places,
            @Value("${chunfeng.contact:}") String contact) {
        this.registrations = registrations;
        this.publications = publications;
        this.orders = orders;
        this.places = places;
        this.contact = contact;
    }

    /**
     * One page.
     *
     * @param trips how many the group has, this one being number {@code number}
     * @param plates 车牌 of its coaches, as far as their orders name one
     */
    record Notice(
            Group group, GroupTrip trip, int number, int trips, Publication publication, Map<Ride, String> plates) {}

    @GetMapping("/groups/{id}/notice")
    String ofGroup(@PathVariable String id, Viewer viewer, Model model) {
        Registration registration = registrations.find(viewer.scope(), id).orElseThrow(NotFoundException::new);
        return page(
                publications.told(viewer.scope(), id).stream()
                        .flatMap(told -> notices(registration.group(), told, around(told)).stream())
                        .toList(),
                "/groups/" + id,
                null,
                model);
    }

    /** Every notice of the viewer's groups that leave on one day, in one document. */
    @GetMapping("/groups/notices")
    String ofDay(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, Viewer viewer, Model model) {
        List<Notice> notices = new ArrayList<>();
        List<TripOrder> ordered = around(day, day);
        for (Publications.Told told : publications.leaving(viewer.scope(), day)) {
            registrations
                    .find(viewer.scope(), told.groupId())
                    .ifPresent(registration -> notices(registration.group(), told, ordered).stream()
                            .filter(notice -> Format.dateOf(
                                            notice.trip().first().boardAt())
                                    .equals(day))
                            .forEach(notices::add));
        }
        notices.sort(Comparator.comparing((Notice notice) -> notice.trip().meetAt())
                .thenComparing(notice -> notice.group().id()));
        return page(notices, "/groups", day, model);
    }

    private static List<Notice> notices(Group group, Publications.Told told, List<TripOrder> orders) {
        List<GroupTrip> trips = GroupTrip.of(told.rides());
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            Map<Ride, String> plates = new HashMap<>();
            for (Ride ride : trips.get(i).legs()) {
                orders.stream()
                        .filter(order -> order.inForce() && order.content().coach() != null)
                        .filter(order -> order.content().riders().stream()
                                .anyMatch(rider -> rider.groupId().equals(group.id())
                                        && rider.boardAt().equals(ride.boardAt())
                                        && rider.boardPlace().equals(ride.boardPlace())))
                        .findFirst()
                        .ifPresent(order ->
                                plates.put(ride, order.content().coach().plate()));
            }
            notices.add(new Notice(group, trips.get(i), i + 1, trips.size(), told.publication(), plates));
        }
        return notices;
    }

    /** Those that people who leave on these days may ride: a coach leaves its depot up to two days before, a trip goes on for a few. */
    private List<TripOrder> around(LocalDate from, LocalDate to) {
        return orders.leaving(from.minusDays(2), to.plusDays(4));
    }

    private List<TripOrder> around(Publications.Told told) {
        return told.rides().stream()
                .map(ride -> Format.dateOf(ride.boardAt()))
                .sorted()
                .findFirst()
                .map(day -> around(day, day))
                .orElse(List.of());
    }

    private String page(List<Notice> notices, String back, LocalDate day, Model model) {
        model.addAttribute("notices", notices);
        model.addAttribute("back", back);
        model.addAttribute("day", day);
        model.addAttribute("names", new Names(places.all()));
        model.addAttribute("contact", contact);
        return "notice";
    }
}
