package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.demand.Campaign;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.web.security.Access;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 概览: the campaign at a glance and the next step. */
@Controller
class OverviewPage {
    private final DemandRepository demand;
    private final CapacityRepository capacity;
    private final PlaceRepository places;
    private final PlanRepository plans;
    private final PlanShelf shelf;
    private final MessageSource messages;

    OverviewPage(
            DemandRepository demand,
            CapacityRepository capacity,
            PlaceRepository places,
            PlanRepository plans,
            PlanShelf shelf,
            MessageSource messages) {
        this.demand = demand;
        this.capacity = capacity;
        this.places = places;
        this.plans = plans;
        this.shelf = shelf;
        this.messages = messages;
    }

    record Offer(int pools, int coaches, int trains, int trainSeats, int flights, int flightSeats) {}

    /** Persons and groups of some selection. */
    record Sum(int persons, int groups) {
        static Sum of(List<Group> groups) {
            return new Sum(groups.stream().mapToInt(Group::headcount).sum(), groups.size());
        }
    }

    @GetMapping("/")
    String show(Viewer viewer, Model model) {
        Campaign campaign = demand.campaign().orElse(null);
        List<Group> groups = demand.groups(viewer.scope());
        Regions regions = new Regions(new Names(places.all()));
        model.addAttribute("campaign", campaign);
        model.addAttribute("all", Sum.of(groups));
        model.addAttribute(
                "outbound", Sum.of(groups.stream().filter(regions::outbound).toList()));
        model.addAttribute(
                "homebound",
                Sum.of(groups.stream().filter(g -> !regions.outbound(g)).toList()));
        model.addAttribute("corridors", Bar.of(count(groups, g -> corridor(regions, g))));
        model.addAttribute("cities", Bar.of(count(groups, g -> regions.city(g.county()))));
        model.addAttribute("days", DayChart.of(byDay(groups), campaign));
        if (Access.mayRead(viewer.role(), "/capacity")) {
            model.addAttribute("offer", offer());
        }
        if (Access.mayRead(viewer.role(), "/plans")) {
            addPlan(campaign, model);
        }
        return "overview";
    }

    private void addPlan(Campaign campaign, Model model) {
        if (campaign != null) {
            List<Group> peak = demand.groupsDeparting(campaign.peakFrom(), campaign.peakTo());
            model.addAttribute("peak", Sum.of(peak));
        }
        plans.list().stream()
                .findFirst()
                .flatMap(newest -> shelf.find(newest.id()))
                .ifPresent(plan -> model.addAttribute("plan", plan));
    }

    private Offer offer() {
        List<CoachPool> pools = capacity.coachPools();
        return new Offer(
                pools.size(),
                pools.stream().mapToInt(CoachPool::count).sum(),
                capacity.trainServices().size(),
                capacity.trainServices().stream()
                        .mapToInt(t -> t.maxCarriages() * t.seatsPerCarriage())
                        .sum(),
                capacity.flights().size(),
                capacity.flights().stream().mapToInt(Flight::seats).sum());
    }

    private String corridor(Regions regions, Group group) {
        return messages.getMessage("corridor." + regions.corridor(group), null, LocaleContextHolder.getLocale());
    }

    private static Map<String, int[]> count(List<Group> groups, Function<Group, String> label) {
        Map<String, int[]> figures = new TreeMap<>();
        for (Group group : groups) {
            int[] figure = figures.computeIfAbsent(label.apply(group), key -> new int[2]);
            figure[0] += group.headcount();
            figure[1]++;
        }
        return figures;
    }

    private static Map<LocalDate, Integer> byDay(List<Group> groups) {
        Map<LocalDate, Integer> persons = new TreeMap<>();
        groups.forEach(group -> persons.merge(GroupRow.day(group), group.headcount(), Integer::sum));
        return persons;
    }
}
