package io.chunfeng.web;

import io.chunfeng.road.MapTooLargeException;
import io.chunfeng.road.Opening;
import io.chunfeng.road.OpeningNetwork;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What every page says of a map that is not ready, sent anew every two seconds while it is prepared. */
@Controller
class MapNotices {
    private final OpeningNetwork roads;
    private final MessageSource messages;

    MapNotices(OpeningNetwork roads, MessageSource messages) {
        this.roads = roads;
        this.messages = messages;
    }

    /** @param passing it changes and goes away by itself */
    record MapNotice(String text, boolean passing) {}

    /** Null when the map is ready. */
    MapNotice now(Locale locale) {
        Opening opening = roads.opening();
        return switch (opening.state()) {
            case READY -> null;
            case PREPARING ->
                new MapNotice(text(locale, "opening.preparing", stage(opening, locale), clock(opening, locale)), true);
            case FAILED -> new MapNotice(failure(opening, locale), false);
        };
    }

    @GetMapping("/map-notice")
    String notice(Model model, Locale locale) {
        model.addAttribute("map", now(locale));
        return "fragments/map-notice :: notice(map=${map})";
    }

    private String stage(Opening opening, Locale locale) {
        String stage = text(locale, "opening.stage." + opening.stage());
        if (opening.percent() >= 0) {
            return text(locale, "opening.percent", stage, String.valueOf(opening.percent()));
        }
        return opening.done() > 0
                ? text(locale, "opening.roads", stage, new Format(locale).count(opening.done()))
                : stage;
    }

    private String clock(Opening opening, Locale locale) {
        Duration elapsed = opening.elapsed();
        if (elapsed.toMinutes() == 0) {
            return text(locale, "duration.seconds", String.valueOf(elapsed.toSeconds()));
        }
        return elapsed.toHours() == 0
                ? text(locale, "duration.minutes", String.valueOf(elapsed.toMinutes()), seconds(elapsed))
                : text(locale, "duration.hours", String.valueOf(elapsed.toHours()), minutes(elapsed));
    }

    private static String seconds(Duration elapsed) {
        return String.valueOf(elapsed.toSecondsPart());
    }

    private static String minutes(Duration elapsed) {
        return String.valueOf(elapsed.toMinutesPart());
    }

    private String failure(Opening opening, Locale locale) {
        return opening.failure() instanceof MapTooLargeException
                ? text(
                        locale,
                        "opening.tooLarge",
                        roads.description(),
                        new Format(locale).count(MapTooLargeException.heapMb()))
                : text(locale, "opening.failed", opening.failure().getMessage());
    }

    private String text(Locale locale, String key, Object... figures) {
        return messages.getMessage(key, figures, locale);
    }
}
