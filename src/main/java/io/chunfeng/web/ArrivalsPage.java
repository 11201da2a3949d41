package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.Arrival;
import io.chunfeng.dispatch.HandoverRefusedException;
import io.chunfeng.dispatch.Handovers;
import io.chunfeng.place.PlaceRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 到达: what arrives when at the workplaces of the viewer, and the hand-overs there. */
@Controller
class ArrivalsPage {
    private static final List<String> COLUMNS = List.of(
            "expected",
            "group",
            "county",
            "from",
            "place",
            "employer",
            "vehicle",
            "name",
            "persons",
            "received",
            "receivedAt",
            "remark");

    private final Handovers handovers;
    private final PlaceRepository places;
    private final Clock clock;
    private final Audit audit;
    private final MessageSource messages;
    private final String contact;

    ArrivalsPage(
            Handovers handovers,
            PlaceRepository places,
            Clock clock,
            Audit audit,
            MessageSource messages,
            @Value("${chunfeng.contact:}") String contact) {
        this.handovers = handovers;
        this.places = places;
        this.clock = clock;
        this.audit = audit;
        this.messages = messages;
        this.contact = contact;
    }

    /** @param day absent for the next one with arrivals, or the last */
    @GetMapping("/arrivals")
    String show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Viewer viewer,
            Model model) {
        Map<LocalDate, Integer> days = handovers.days(viewer.scope());
        LocalDate shown = day == null ? next(days) : day;
        List<Arrival> arrivals = shown == null ? List.of() : handovers.arrivals(viewer.scope(), shown);
        model.addAttribute("days", days);
        model.addAttribute("day", shown);
        model.addAttribute("arrivals", arrivals);
        model.addAttribute(
                "persons", arrivals.stream().mapToInt(Arrival::persons).sum());
        model.addAttribute(
                "received",
                arrivals.stream()
                        .filter(arrival -> arrival.handover() != null)
                        .mapToInt(arrival -> arrival.handover().received())
                        .sum());
        model.addAttribute("names", new Names(places.all()));
        model.addAttribute("contact", contact);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", new FieldErrors());
        }
        return "arrivals";
    }

    private LocalDate next(Map<LocalDate, Integer> days) {
        LocalDate today = Format.dateOf(clock.instant());
        LocalDate last = null;
        for (LocalDate day : days.keySet()) {
            last = day;
            if (!day.isBefore(today)) {
                return day;
            }
        }
        return last;
    }

    @PostMapping("/arrivals")
    String confirm(
            @ModelAttribute("typed") HandoverForm form,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        FieldErrors errors = new FieldErrors();
        Handovers.Confirmation confirmation = form.read(errors);
        if (confirmation == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", errors);
            return show(day, viewer, model);
        }
        try {
            handovers.confirm(viewer.scope(), confirmation, viewer.login());
        } catch (HandoverRefusedException e) {
            return refused(e, day, viewer, model, response);
        }
        audit.add(viewer, "handover.confirmed", form.group(), String.valueOf(confirmation.received()));
        return "redirect:/arrivals?day=" + day;
    }

    @PostMapping("/arrivals/{id}/take-back")
    String takeBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        if (remark.isBlank()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", "handover.error.why");
            return show(day, viewer, model);
        }
        try {
            handovers.takeBack(viewer.scope(), id, remark, viewer.login());
        } catch (HandoverRefusedException e) {
            return refused(e, day, viewer, model, response);
        }
        audit.add(viewer, "handover.takenBack", String.valueOf(id), null);
        return "redirect:/arrivals?day=" + day;
    }

    private String refused(
            HandoverRefusedException e, LocalDate day, Viewer viewer, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("refusal", "handover.refused." + e.reason());
        return show(day, viewer, model);
    }

    @GetMapping("/arrivals/list.csv")
    ResponseEntity<byte[]> export(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, Viewer viewer, Locale locale) {
        Names names = new Names(places.all());
        Format format = new Format(locale);
        Csv csv = new Csv();
        csv.row(COLUMNS.stream()
                .map(column -> (Object) messages.getMessage("arrivals." + column, null, locale))
                .toList());
        handovers.arrivals(viewer.scope(), day).forEach(arrival -> csv.row(cells(arrival, names, format)));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("arrivals-" + day + ".csv")
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.bytes());
    }

    private static List<Object> cells(Arrival arrival, Names names, Format format) {
        boolean confirmed = arrival.handover() != null;
        return List.of(
                format.stamp(arrival.expectedAt()),
                arrival.groupId(),
                arrival.county(),
                names.of(arrival.from()),
                names.of(arrival.place()),
                arrival.employer() == null ? "" : arrival.employer(),
                arrival.vehicle(),
                arrival.name(),
                arrival.persons(),
                confirmed ? arrival.handover().received() : "",
                confirmed ? format.stamp(arrival.handover().receivedAt()) : "",
                confirmed && arrival.handover().remark() != null
                        ? arrival.handover().remark()
                        : "");
    }
}
