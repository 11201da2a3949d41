package io.chunfeng.web.api;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Fault;
import io.chunfeng.capacity.Finding;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.FlightText;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.PoolText;
import io.chunfeng.capacity.Reading;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.capacity.TrainText;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Bodies are read by the same functions as pages and sheets; what these find becomes the errors of a problem. */
@Component
class BodyText {
    private final MessageSource messages;

    BodyText(MessageSource messages) {
        this.messages = messages;
    }

    CoachPool pool(String id, PoolBody body, Surroundings places, Locale locale) {
        return offer(PoolText.read(typed(id, body), places), locale);
    }

    TrainService train(String id, TrainBody body, Surroundings places, Locale locale) {
        List<Map<String, String>> calls = new ArrayList<>();
        if (body.calls() != null) {
            body.calls().forEach(call -> calls.add(call == null ? Map.of() : typed(null, call)));
        }
        return offer(TrainText.read(typed(id, body), calls, places), locale);
    }

    Flight flight(String id, FlightBody body, Surroundings places, Locale locale) {
        return offer(FlightText.read(typed(id, body), places), locale);
    }

    private <T extends Offer> T offer(Reading<T> reading, Locale locale) {
        if (reading.offer() == null) {
            throw ProblemException.invalid(reading.findings().stream()
                    .filter(Finding::error)
                    .map(finding -> fault(finding, locale))
                    .toList());
        }
        return reading.offer();
    }

    private Problem.Fault fault(Finding finding, Locale locale) {
        Object[] figures = finding.figures().toArray();
        Fault fault = finding.fault();
        // calls[1].arrive is at /calls/1/arrive
        String pointer =
                "/" + finding.field().replaceAll("\\[(\\d+)]\\.?", "/$1/").replaceAll("/$", "");
        return new Problem.Fault(
                pointer,
                finding.value().isEmpty() ? null : finding.value(),
                messages.getMessage("capacity.expected." + fault, figures, locale),
                messages.getMessage("capacity.advice." + fault, figures, locale));
    }

    private static Map<String, String> typed(String id, Record body) {
        Map<String, String> typed = new HashMap<>();
        if (id != null) {
            typed.put("id", id);
        }
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = value(component, body);
            if (value instanceof BigDecimal number) {
                typed.put(component.getName(), number.toPlainString());
            } else if (value != null && !(value instanceof List)) {
                typed.put(component.getName(), value.toString());
            }
        }
        return typed;
    }

    private static Object value(RecordComponent component, Record body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.getName(), e);
        }
    }
}
