package io.chunfeng.web;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.Offer;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 运力日历: what is available and what is used, days across, offers down. */
@Controller
class CapacityCalendarPage {
    private final CapacityRepository capacity;
    private final PlaceRepository places;
    private final DemandRepository demand;
    private final CalendarPlans plans;
    private final MessageSource messages;
    private final Clock clock;

    CapacityCalendarPage(
            CapacityRepository capacity,
            PlaceRepository places,
            DemandRepository demand,
            CalendarPlans plans,
            MessageSource messages,
            Clock clock) {
        this.capacity = capacity;
        this.places = places;
        this.demand = demand;
        this.plans = plans;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What the address asks for.
     *
     * @param from any day of the week or month
     * @param view {@code month}; everything else is a week
     * @param kind of offer; null for all
     * @param plan whose trips are counted; null for the published ones
     */
    record Asked(String from, String view, Offer.Kind kind, Long plan) {
        boolean month() {
            return "month".equals(view);
        }
    }

    @GetMapping("/capacity/calendar")
    String show(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String view,
            @RequestParam(required = false) Offer.Kind kind,
            @RequestParam(required = false) Long plan,
            Model model) {
        Asked asked = new Asked(from, view, kind, plan);
        CalendarRange range = range(asked);
        List<PlanView> counted = plans.counted(plan);
        List<CapacityCalendar.Row> rows = rows(asked, range, counted);
        model.addAttribute("range", range);
        model.addAttribute("days", range.days());
        model.addAttribute("view", asked.month() ? "month" : "week");
        model.addAttribute("kind", kind == null ? "" : kind.name());
        model.addAttribute("kinds", Offer.Kind.values());
        model.addAttribute("plan", plan);
        model.addAttribute("plans", plans.choice());
        model.addAttribute("counted", counted);
        model.addAttribute("rows", rows);
        model.addAttribute("coaches", totalsOfCoaches(rows, range));
        model.addAttribute("names", new Names(places.all()));
        return "capacity-calendar";
    }

    @GetMapping("/capacity/calendar.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String view,
            @RequestParam(required = false) Offer.Kind kind,
            @RequestParam(required = false) Long plan,
            Locale locale) {
        Asked asked = new Asked(from, view, kind, plan);
        CalendarRange range = range(asked);
        List<CapacityCalendar.Row> rows = rows(asked, range, plans.counted(plan));
        Names names = new Names(places.all());
        Csv csv = new Csv();
        List<Object> head = new ArrayList<>(List.of(
                text("pool.id", locale),
                text("calendar.offer", locale),
                text("calendar.kind", locale),
                text("calendar.place", locale)));
        for (LocalDate day : range.days()) {
            head.add(day + " " + text("calendar.available", locale));
            head.add(day + " " + text("calendar.used", locale));
        }
        csv.row(head);
        for (CapacityCalendar.Row row : rows) {
            List<Object> cells = new ArrayList<>(List.of(
                    row.id(), row.offer().title(), text("calendar.kind." + row.kind(), locale), names.of(row.place())));
            row.cells().forEach(cell -> cells.addAll(List.of(cell.available(), cell.used())));
            csv.row(cells);
        }
        String name = "capacity-" + range.first() + (asked.month() ? "-month" : "-week") + ".csv";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.bytes());
    }

    private CalendarRange range(Asked asked) {
        return CalendarRange.of(
                asked.from(), asked.month(), demand.campaign().orElse(null), Format.dateOf(clock.instant()));
    }

    private List<CapacityCalendar.Row> rows(Asked asked, CalendarRange range, List<PlanView> counted) {
        List<Plan> used = counted.stream().map(PlanView::plan).toList();
        CapacityCalendar calendar = new CapacityCalendar(range.days(), used);
        return Stream.of(
                        capacity.coachPools().stream().map(calendar::row),
                        capacity.trainServices().stream().map(calendar::row),
                        capacity.flights().stream().map(calendar::row))
                .flatMap(rows -> rows)
                .filter(row -> asked.kind() == null || row.kind() == asked.kind())
                .filter(CapacityCalendar::shown)
                .toList();
    }

    private static List<CapacityCalendar.Cell> totalsOfCoaches(List<CapacityCalendar.Row> rows, CalendarRange range) {
        List<CapacityCalendar.Row> pools =
                rows.stream().filter(row -> row.kind() == Offer.Kind.POOL).toList();
        return pools.isEmpty()
                ? List.of()
                : CapacityCalendar.totals(pools, range.days().size());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
