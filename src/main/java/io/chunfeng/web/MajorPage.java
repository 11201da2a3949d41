package io.chunfeng.web;

import io.chunfeng.day.Incident;
import io.chunfeng.day.Incidents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 重大情况: the list for reporting up, on paper and as CSV. */
@Controller
class MajorPage {
    private static final List<String> COLUMNS =
            List.of("number", "at", "location", "kind", "description", "persons", "trips", "measures", "state", "by");

    private final Incidents incidents;
    private final MessageSource messages;

    MajorPage(Incidents incidents, MessageSource messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    @GetMapping("/day/major")
    String show(Model model) {
        model.addAttribute("incidents", major());
        return "major";
    }

    private List<Incident> major() {
        return incidents.list().stream().filter(Incident::major).toList();
    }

    @GetMapping("/day/major.csv")
    ResponseEntity<byte[]> export(Locale locale) {
        Format format = new Format(locale);
        Csv csv = new Csv();
        csv.row(COLUMNS.stream()
                .map(column -> (Object) text("major." + column, locale))
                .toList());
        for (Incident incident : major()) {
            csv.row(List.of(
                    incident.id(),
                    format.stamp(incident.happenedAt()),
                    incident.location(),
                    text("incident.kind." + incident.happening().kind(), locale),
                    incident.description(),
                    incident.affected().persons(),
                    incident.affected().trips(),
                    incident.measures().stream().map(Incident.Note::text).collect(Collectors.joining("；")),
                    text(incident.closed() ? "incident.closed" : "incident.open", locale),
                    incident.recordedBy()));
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("major.csv")
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.bytes());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
