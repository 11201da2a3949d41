package io.chunfeng.web;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.place.PlaceRepository;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 运力: what the bureaus offer. */
@Controller
class CapacityPage {
    private final CapacityRepository capacity;
    private final PlaceRepository places;

    CapacityPage(CapacityRepository capacity, PlaceRepository places) {
        this.capacity = capacity;
        this.places = places;
    }

    @GetMapping("/capacity")
    String show(Model model) {
        Names names = new Names(places.all());
        List<CoachPool> pools = capacity.coachPools().stream()
                .sorted(Comparator.comparing(CoachPool::homePrefecture).thenComparing(CoachPool::id))
                .toList();
        model.addAttribute("names", names);
        model.addAttribute("regions", new Regions(names));
        model.addAttribute("pools", pools);
        model.addAttribute("coaches", pools.stream().mapToInt(CoachPool::count).sum());
        model.addAttribute(
                "trains",
                capacity.trainServices().stream()
                        .sorted(Comparator.comparing(
                                (TrainService t) -> t.calls().get(0).depart()))
                        .toList());
        model.addAttribute(
                "flights",
                capacity.flights().stream()
                        .sorted(Comparator.comparing(Flight::depart))
                        .toList());
        return "capacity";
    }
}
