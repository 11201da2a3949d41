package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Report;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.StaleTripException;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.RanTrip;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 当日调度: the trips in force of one day, and what is reported of them. */
@Controller
class DayPage {
    private final DayBoard board;
    private final DayRows rows;
    private final DoorLinkRows links;
    private final Clock clock;
    private final Audit audit;

    DayPage(DayBoard board, DayRows rows, DoorLinkRows links, Clock clock, Audit audit) {
        this.board = board;
        this.rows = rows;
        this.links = links;
        this.clock = clock;
        this.audit = audit;
    }

    @GetMapping("/day")
    String show(DayFilter typed, Model model) {
        LocalDate day = typed.date() != null
                ? typed.date()
                : board.nearestDay(Format.dateOf(clock.instant())).orElse(null);
        List<DayRow> all = day == null ? List.of() : rows.of(day);
        DayFilter filter = typed.on(day);
        List<DayRow> selected = filter.select(all);
        int page = filter.pageOf(selected.size());
        int from = (page - 1) * DayFilter.PAGE_SIZE;
        model.addAttribute("filter", filter);
        model.addAttribute("day", day);
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("counts", counts(all));
        model.addAttribute(
                "firstUnreported",
                all.stream().filter(DayRow::unreported).findFirst().orElse(null));
        model.addAttribute("kinds", RanTrip.Kind.values());
        model.addAttribute("count", selected.size());
        model.addAttribute(
                "persons",
                selected.stream().mapToInt(row -> row.trip().persons()).sum());
        model.addAttribute("boarded", boarded(selected));
        model.addAttribute("rows", selected.subList(from, Math.min(from + DayFilter.PAGE_SIZE, selected.size())));
        model.addAttribute("page", page);
        return "day";
    }

    private static int boarded(List<DayRow> rows) {
        return rows.stream()
                .map(DayRow::boarded)
                .mapToInt(persons -> persons == null ? 0 : persons)
                .sum();
    }

    private static Map<DayFilter.Show, Long> counts(List<DayRow> all) {
        Map<DayFilter.Show, Long> counts = new EnumMap<>(DayFilter.Show.class);
        for (DayFilter.Show show : DayFilter.Show.values()) {
            counts.put(show, all.stream().filter(show::fits).count());
        }
        return counts;
    }

    @GetMapping("/day/trips/{plan}/{vehicle}")
    String trip(@PathVariable long plan, @PathVariable String vehicle, Model model) {
        TripRef ref = new TripRef(plan, vehicle);
        DayRows.Around around = rows.around(ref);
        DayRow row = around.row();
        model.addAttribute("row", row);
        model.addAttribute("names", rows.names());
        model.addAttribute("others", around.others());
        List<BoardingFigures> typed = model.getAttribute("typed") instanceof DayForm form ? form.figures() : List.of();
        model.addAttribute("boarding", BoardingFigures.rows(row.trip(), around.expected(), typed));
        model.addAttribute("stops", DayStop.of(row));
        model.addAttribute("links", links.of(ref));
        model.addAttribute("now", clock.instant());
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", new FieldErrors());
        }
        return "day-trip";
    }

    /**
     * @param back address of the board that the press came from; absent: the trip's own page
     * @param next whether to go on with the next trip that waits to be recorded
     */
    @PostMapping("/day/trips/{plan}/{vehicle}")
    String report(
            @PathVariable long plan,
            @PathVariable String vehicle,
            @RequestParam(required = false) Report report,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) String back,
            @RequestParam(defaultValue = "false") boolean next,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        TripRef ref = new TripRef(plan, vehicle);
        DayRows.Riding riding = rows.riding(ref);
        DayForm form = DayForm.of(report, seen, sent);
        model.addAttribute("typed", form);
        FieldErrors errors = new FieldErrors();
        TripEntry entry = form.read(riding.trip(), riding.expected(), clock.instant(), errors);
        if (entry == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", errors);
            return trip(plan, vehicle, model);
        }
        try {
            board.record(entry, viewer.login());
        } catch (StaleTripException e) {
            return refused("day.refused.STALE", stale(e), response, plan, vehicle, model);
        } catch (ReportRefusedException e) {
            return refused("day.refused." + e.reason(), e.group(), response, plan, vehicle, model);
        } catch (IllegalStateException e) {
            return refused("day.refused.TWICE", e.getMessage(), response, plan, vehicle, model);
        }
        audit.add(viewer, "day." + reported(form.report()), plan + "/" + vehicle, entry.remark());
        if (next) {
            LocalDate day = Format.dateOf(riding.trip().departure());
            return rows.next(day, ref)
                    .map(row -> "redirect:" + row.href())
                    .orElse("redirect:/day?date=" + day + "&show=" + DayFilter.Show.UNREPORTED);
        }
        return back != null && back.startsWith("/day?")
                ? "redirect:" + back + "#" + DayRow.anchor(ref)
                : "redirect:/day/trips/{plan}/{vehicle}";
    }

    private static String stale(StaleTripException e) {
        return e.latest().recordedBy();
    }

    private static String reported(Report report) {
        return report.name().toLowerCase(Locale.ROOT);
    }

    private String refused(
            String key, String detail, HttpServletResponse response, long plan, String vehicle, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("refusal", key);
        model.addAttribute("detail", detail);
        return trip(plan, vehicle, model);
    }
}
