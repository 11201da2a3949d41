package io.chunfeng.web;

import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapNotReadyException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers 503 in words where roads are asked for that are not there yet, or will not be. */
@ControllerAdvice
class MapRefusals {
    private static final MediaType WORDS = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String AGAIN_SECONDS = "3";

    private final MapNotices notices;

    MapRefusals(MapNotices notices) {
        this.notices = notices;
    }

    /** With {@code Retry-After} only where asking again helps. */
    @ExceptionHandler({MapNotReadyException.class, MapFormatException.class})
    ResponseEntity<String> refuse(RuntimeException refusal, Locale locale) {
        MapNotices.MapNotice notice = notices.now(locale);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).contentType(WORDS);
        if (notice == null || notice.passing()) {
            answer.header(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
        }
        return answer.body(notice == null ? refusal.getMessage() : notice.text());
    }
}
