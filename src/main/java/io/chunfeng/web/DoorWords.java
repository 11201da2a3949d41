package io.chunfeng.web;

import io.chunfeng.day.Recorded;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.StaleTripException;
import io.chunfeng.day.TripEvent;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an escort's phone is told, in words. */
@Component
class DoorWords {
    private final MessageSource messages;

    DoorWords(MessageSource messages) {
        this.messages = messages;
    }

    String closed(DoorEntrance.Closed closed, Locale locale) {
        return word("door.closed." + closed, locale);
    }

    String recorded(Recorded recorded, Locale locale) {
        return word(recorded.before() ? "door.again" : "door.recorded", locale);
    }

    /** Who has reported what meanwhile. */
    String conflict(StaleTripException stale, Locale locale) {
        TripEvent latest = stale.latest();
        int aboard =
                latest.boarded().stream().mapToInt(boarded -> boarded.persons()).sum();
        return word(
                latest.boarded().isEmpty() ? "door.conflict" : "door.conflict.counted",
                locale,
                latest.recordedBy(),
                new Format(locale).shortMoment(latest.recordedAt()),
                word("day.report." + latest.report(), locale),
                aboard);
    }

    String refused(ReportRefusedException refused, Locale locale) {
        return word("day.refused." + refused.reason(), locale, refused.group());
    }

    String wrong(FieldErrors errors, Locale locale) {
        return errors.byField().values().stream()
                .map(wrong -> word(wrong.key(), locale, wrong.detail()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String word(String key, Locale locale, Object... figures) {
        return messages.getMessage(key, figures, locale);
    }
}
