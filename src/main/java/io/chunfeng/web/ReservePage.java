package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.place.PlaceRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 应急运力: coaches of each pool that ordinary planning keeps back. */
@Controller
class ReservePage {
    private final CapacityRepository capacity;
    private final PlaceRepository places;
    private final Audit audit;

    ReservePage(CapacityRepository capacity, PlaceRepository places, Audit audit) {
        this.capacity = capacity;
        this.places = places;
        this.audit = audit;
    }

    @GetMapping("/day/reserve")
    String show(Model model) {
        Map<String, Integer> reserves = capacity.reserves();
        List<CoachPool> pools = capacity.coachPools();
        model.addAttribute("pools", pools);
        model.addAttribute("reserves", reserves);
        model.addAttribute("coaches", pools.stream().mapToInt(CoachPool::count).sum());
        model.addAttribute(
                "kept", reserves.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("names", new Names(places.all()));
        return "reserve";
    }

    /** @param before as the page showed it */
    @PostMapping("/day/reserve")
    String keepBack(
            @RequestParam String pool,
            @RequestParam(defaultValue = "") String coaches,
            @RequestParam int before,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        int most = capacity.coachPools().stream()
                .filter(one -> one.id().equals(pool))
                .findFirst()
                .orElseThrow(NotFoundException::new)
                .count();
        int kept = number(coaches);
        if (kept < 0 || kept > most) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return refused("reserve.error", pool, coaches, most, model);
        }
        if (!capacity.keepBack(pool, kept, before)) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return refused("reserve.stale", pool, coaches, most, model);
        }
        audit.add(viewer, "capacity.reserve", pool, before + " → " + kept);
        return "redirect:/day/reserve#pool-" + pool;
    }

    private String refused(String key, String pool, String typed, int most, Model model) {
        model.addAttribute("refusal", key);
        model.addAttribute("refused", pool);
        model.addAttribute("typed", typed);
        model.addAttribute("most", most);
        return show(model);
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
