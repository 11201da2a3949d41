package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetFinding;
import io.chunfeng.capacity.FleetReading;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.capacity.FleetState;
import io.chunfeng.capacity.FleetText;
import io.chunfeng.capacity.StaleFleetException;
import io.chunfeng.manifest.Masks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 车辆与驾驶员: the register, and one of it. Telephone and certificate numbers are masked; left as they are they stay. */
@Controller
class FleetPage {
    private final FleetRegister register;
    private final CapacityRepository capacity;
    private final Audit audit;

    FleetPage(FleetRegister register, CapacityRepository capacity, Audit audit) {
        this.register = register;
        this.capacity = capacity;
        this.audit = audit;
    }

    @GetMapping("/capacity/fleet")
    String list(
            @RequestParam(required = false) String text,
            @RequestParam(required = false) FleetState state,
            Model model) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        List<Coach> coaches = register.coaches();
        List<Driver> drivers = register.drivers();
        model.addAttribute("any", !coaches.isEmpty() || !drivers.isEmpty());
        model.addAttribute(
                "coaches",
                coaches.stream()
                        .filter(coach -> state == null || coach.state() == state)
                        .filter(coach -> (coach.plate() + " " + coach.poolId() + " " + coach.permit())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .toList());
        model.addAttribute(
                "drivers",
                drivers.stream()
                        .filter(driver -> state == null || driver.state() == state)
                        .filter(driver -> (driver.name() + " " + driver.operator() + " " + driver.licence())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .toList());
        model.addAttribute("text", text);
        model.addAttribute("state", state);
        model.addAttribute("states", FleetState.values());
        return "fleet";
    }

    @GetMapping("/capacity/fleet/coaches/{id}")
    String coach(@PathVariable long id, Model model) {
        Map<String, String> typed =
                id == 0 ? Map.of() : FleetText.write(register.coach(id).orElseThrow(NotFoundException::new));
        int version = id == 0 ? 0 : register.coach(id).orElseThrow().version();
        return form("coaches", id, version, typed, List.of(), model);
    }

    @GetMapping("/capacity/fleet/drivers/{id}")
    String driver(@PathVariable long id, Model model) {
        Driver kept = id == 0 ? null : register.driver(id).orElseThrow(NotFoundException::new);
        return form("drivers", id, kept == null ? 0 : kept.version(), masked(kept), List.of(), model);
    }

    /** @param version the form was made from; {@code id} 0 for a new one */
    @PostMapping("/capacity/fleet/coaches/{id}")
    String saveCoach(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Coach kept = id == 0 ? null : register.coach(id).orElseThrow(NotFoundException::new);
        Coach from = kept == null
                ? null
                : new Coach(
                        id, version, kept.plate(), kept.poolId(), kept.approvedSeats(), kept.permit(), kept.state());
        FleetReading<Coach> reading = FleetText.coach(
                typed,
                from,
                capacity.coachPools(),
                register.coaches().stream()
                        .filter(other -> other.id() != id)
                        .map(Coach::plate)
                        .collect(Collectors.toSet()));
        return save(
                "coaches",
                id,
                version,
                typed,
                reading,
                () -> register.save(List.of(reading.item()), List.of()),
                reading.item() == null ? "" : reading.item().plate(),
                viewer,
                model,
                response,
                next);
    }

    /** @param version the form was made from; {@code id} 0 for a new one */
    @PostMapping("/capacity/fleet/drivers/{id}")
    String saveDriver(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Driver kept = id == 0 ? null : register.driver(id).orElseThrow(NotFoundException::new);
        Map<String, String> meant = new HashMap<>(typed);
        Driver from = null;
        if (kept != null) {
            masked(kept)
                    .forEach((field, shown) -> meant.computeIfPresent(
                            field,
                            (key, value) ->
                                    value.equals(shown) ? FleetText.write(kept).get(field) : value));
            from = new Driver(id, version, kept.name(), kept.phone(), kept.operator(), kept.licence(), kept.state());
        }
        FleetReading<Driver> reading = FleetText.driver(
                meant,
                from,
                capacity.coachPools(),
                register.drivers().stream()
                        .filter(other -> other.id() != id)
                        .map(Driver::licence)
                        .collect(Collectors.toSet()));
        return save(
                "drivers",
                id,
                version,
                typed,
                reading,
                () -> register.save(List.of(), List.of(reading.item())),
                reading.item() == null ? "" : reading.item().name(),
                viewer,
                model,
                response,
                next);
    }

    private String save(
            String kind,
            long id,
            int version,
            Map<String, String> typed,
            FleetReading<?> reading,
            Runnable saving,
            String what,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (reading.item() == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(kind, id, version, typed, reading.findings(), model);
        }
        try {
            saving.run();
        } catch (StaleFleetException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", true);
            return form(kind, id, version, typed, List.of(), model);
        }
        audit.add(viewer, "fleet.saved", kind + "/" + id, what);
        next.addFlashAttribute("saved", what);
        return "redirect:/capacity/fleet";
    }

    private static Map<String, String> masked(Driver driver) {
        if (driver == null) {
            return Map.of();
        }
        Map<String, String> typed = new HashMap<>(FleetText.write(driver));
        typed.put("phone", Masks.phone(driver.phone()));
        typed.put("licence", Masks.number(driver.licence()));
        return typed;
    }

    private String form(
            String kind, long id, int version, Map<String, String> typed, List<FleetFinding> findings, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("typed", typed);
        model.addAttribute("fields", kind.equals("coaches") ? FleetText.COACH_FIELDS : FleetText.DRIVER_FIELDS);
        model.addAttribute(
                "findings",
                findings.stream().collect(Collectors.toMap(FleetFinding::field, one -> one, (first, more) -> first)));
        model.addAttribute("states", FleetState.values());
        model.addAttribute("pools", capacity.coachPools());
        return "fleet-form";
    }
}
