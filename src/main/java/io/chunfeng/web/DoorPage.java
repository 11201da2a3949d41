package io.chunfeng.web;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.DoorLink;
import io.chunfeng.day.Recorded;
import io.chunfeng.day.Report;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.StaleTripException;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 登记页: an escort at the coach door records one trip, by a signed link, on a phone that may be offline. */
@Controller
class DoorPage {
    private final DoorEntrance entrance;
    private final DayBoard board;
    private final DayRows rows;
    private final DoorWords words;
    private final Clock clock;
    private final Audit audit;

    DoorPage(DoorEntrance entrance, DayBoard board, DayRows rows, DoorWords words, Clock clock, Audit audit) {
        this.entrance = entrance;
        this.board = board;
        this.rows = rows;
        this.words = words;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * @param outcome what the page does with the entry
     * @param words for the escort
     * @param seen id of the event that a further entry has to know; 0 where nothing was recorded
     * @param state of the trip as it is now; null where it is not told
     */
    record Answer(Outcome outcome, String words, long seen, Report state) {}

    enum Outcome {
        RECORDED(HttpServletResponse.SC_OK),
        /** Sent before. */
        AGAIN(HttpServletResponse.SC_OK),
        /** Somebody else has reported meanwhile. */
        CONFLICT(HttpServletResponse.SC_CONFLICT),
        REFUSED(422),
        /** The link opens nothing any more. */
        CLOSED(HttpServletResponse.SC_GONE);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }
    }

    @GetMapping("/door/{token}")
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        DoorEntrance.Entry entry = entrance.enter(token);
        if (entry.closed() != null) {
            response.setStatus(entry.link() == null ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_GONE);
            model.addAttribute("closed", entry.closed());
            return "door-closed";
        }
        DayRows.Around around = rows.around(entry.trip());
        DayRow row = around.row();
        model.addAttribute("link", entry.link());
        model.addAttribute("row", row);
        model.addAttribute("names", rows.names());
        model.addAttribute("stops", DayStop.of(row));
        model.addAttribute("boarding", BoardingFigures.rows(row.trip(), around.expected(), List.of()));
        return "door";
    }

    /**
     * @param seen id of the latest event that the phone knew of
     * @param sending made by the phone, the same whenever it sends this entry
     * @param secondsAgo since it was pressed, by the phone's own clock
     */
    @PostMapping(path = "/door/{token}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> record(
            @PathVariable String token,
            @RequestParam Report report,
            @RequestParam long seen,
            @RequestParam UUID sending,
            @RequestParam(defaultValue = "0") long secondsAgo,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale) {
        DoorEntrance.Entry entry = entrance.enter(token);
        if (entry.closed() != null) {
            return answer(Outcome.CLOSED, words.closed(entry.closed(), locale), 0, null);
        }
        DayRows.Riding riding = rows.riding(entry.trip());
        BoardTrip trip = riding.trip();
        FieldErrors errors = new FieldErrors();
        Instant pressed = clock.instant().minusSeconds(Math.max(0, secondsAgo));
        TripEntry typed = DayForm.of(report, seen, sent).read(trip, riding.expected(), pressed, errors);
        if (typed == null) {
            return answer(Outcome.REFUSED, words.wrong(errors, locale), trip.seen(), trip.state());
        }
        return record(entry.link(), typed.sentAs(sending), locale);
    }

    private ResponseEntity<Answer> record(DoorLink link, TripEntry entry, Locale locale) {
        TripRef ref = entry.trip();
        try {
            Recorded recorded = board.record(entry, link.author());
            if (!recorded.before()) {
                String done = "day." + entry.report().name().toLowerCase(Locale.ROOT);
                audit.add(link.author(), done, ref.planId() + "/" + ref.vehicle(), entry.remark());
            }
            return answer(
                    recorded.before() ? Outcome.AGAIN : Outcome.RECORDED,
                    words.recorded(recorded, locale),
                    recorded.event(),
                    entry.report());
        } catch (StaleTripException e) {
            return answer(
                    Outcome.CONFLICT, words.conflict(e, locale), e.latest().id(), state(ref));
        } catch (ReportRefusedException e) {
            return answer(Outcome.REFUSED, words.refused(e, locale), entry.seen(), state(ref));
        } catch (IllegalStateException e) {
            return answer(Outcome.REFUSED, e.getMessage(), entry.seen(), state(ref));
        }
    }

    private Report state(TripRef ref) {
        return board.trip(ref).map(BoardTrip::state).orElse(null);
    }

    private static ResponseEntity<Answer> answer(Outcome outcome, String words, long seen, Report state) {
        return ResponseEntity.status(outcome.status).body(new Answer(outcome, words, seen, state));
    }
}
