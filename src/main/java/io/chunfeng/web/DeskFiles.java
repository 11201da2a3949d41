package io.chunfeng.web;

import io.chunfeng.closure.ClosedDrive;
import io.chunfeng.place.Corridor;
import io.chunfeng.plan.UnservedWords;
import io.chunfeng.plan.VehicleWords;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/** What the desk's pages of stored plans and of drafts have in common. */
@Component
class DeskFiles {
    private static final int KEPT = 8;

    private final PlanClosures closures;
    private final String tileUrl;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Key, byte[]> known = new Latest<>(KEPT);

    private record Key(String address, int version, Set<String> closed, Locale locale) {}

    DeskFiles(PlanClosures closures, @Value("${chunfeng.tile-url:}") String tileUrl) {
        this.closures = closures;
        this.tileUrl = tileUrl;
    }

    void page(DeskView desk, Model model, Locale locale) {
        side(desk, model, locale);
        model.addAttribute("tileUrl", tileUrl);
        model.addAttribute("corridors", Corridor.values());
    }

    void side(DeskView desk, Model model, Locale locale) {
        PlanClosures.OfPlan closed = closures.of(desk, locale);
        model.addAttribute("desk", desk);
        model.addAttribute("view", desk.view());
        model.addAttribute("closed", closed);
        model.addAttribute("needs", DeskNeeds.of(desk, closed));
        model.addAttribute("remedies", UnservedWords.of(locale));
        model.addAttribute("words", new VehicleWords(desk.view().problem(), locale));
    }

    /** @see DeskData */
    byte[] data(DeskView desk, Locale locale) {
        Set<String> closed = closures.of(desk, locale).drives().stream()
                .map(ClosedDrive::trip)
                .collect(Collectors.toSet());
        Key key =
                new Key(desk.address(), desk.draft() == null ? 0 : desk.draft().version(), closed, locale);
        synchronized (known) {
            byte[] before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        byte[] made = json.writeValueAsBytes(new DeskData(desk, closed, locale).json());
        synchronized (known) {
            known.put(key, made);
        }
        return made;
    }

    /** @throws NotFoundException when the plan has no such vehicle */
    void trip(DeskView desk, String vehicle, Model model, Locale locale) {
        PlanView view = desk.view();
        model.addAttribute("desk", desk);
        model.addAttribute("view", view);
        model.addAttribute("trip", view.trip(vehicle));
        model.addAttribute("detail", TripDetail.of(view, vehicle));
        model.addAttribute("why", desk.explanations().get().of(vehicle).orElseThrow(NotFoundException::new));
        model.addAttribute("words", new VehicleWords(view.problem(), locale));
        model.addAttribute("faults", desk.faults(vehicle));
    }
}
