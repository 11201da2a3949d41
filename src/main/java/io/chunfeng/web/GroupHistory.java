package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.HistoryEntry;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.PlaceRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What has happened to a group, line by line, with the figures that became others. */
@Component
class GroupHistory {
    private final PlaceRepository places;
    private final HistoryNotes notes;
    private final MessageSource messages;

    GroupHistory(PlaceRepository places, HistoryNotes notes, MessageSource messages) {
        this.places = places;
        this.notes = notes;
        this.messages = messages;
    }

    /** @param from null where the group began; @param figures for example {@code 人数（人）：20 → 25} */
    record Line(Instant at, String actor, GroupState from, GroupState to, List<String> figures, String note) {}

    /** Newest first. */
    List<Line> lines(List<HistoryEntry> entries, Locale locale) {
        Names names = new Names(places.all());
        List<Line> lines = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            lines.add(
                    0,
                    new Line(
                            entry.at(),
                            entry.actor(),
                            entry.from(),
                            entry.to(),
                            entry.before() == null
                                    ? List.of()
                                    : differences(entry.before(), entry.after(), names, locale),
                            notes.text(entry.note(), locale)));
        }
        return lines;
    }

    List<String> differences(Group before, Group after, Locale locale) {
        return differences(before, after, new Names(places.all()), locale);
    }

    private List<String> differences(Group before, Group after, Names names, Locale locale) {
        Format format = new Format(locale);
        List<String> lines = new ArrayList<>();
        add(lines, "from", before, after, group -> names.of(group.from()), locale);
        add(lines, "to", before, after, group -> names.of(group.to()), locale);
        add(lines, "headcount", before, after, group -> format.count(group.headcount()), locale);
        add(lines, "wheelchairs", before, after, group -> format.count(group.wheelchairs()), locale);
        add(lines, "day", before, after, group -> format.dayOfYear(group.preferredDate()), locale);
        add(lines, "earliest", before, after, group -> format.shortMoment(group.earliestDeparture()), locale);
        add(lines, "latest", before, after, group -> format.shortMoment(group.latestArrival()), locale);
        add(lines, "modes", before, after, group -> modes(group, locale), locale);
        add(lines, "priority", before, after, group -> word("priority." + group.priority(), locale), locale);
        add(lines, "employer", before, after, group -> group.employer() == null ? "" : group.employer(), locale);
        add(lines, "minPart", before, after, group -> format.count(group.minPart()), locale);
        return lines;
    }

    private void add(
            List<String> lines, String field, Group before, Group after, Function<Group, String> value, Locale locale) {
        String was = value.apply(before);
        String becomes = value.apply(after);
        if (!was.equals(becomes)) {
            lines.add(messages.getMessage(
                    "history.change", new Object[] {word("group." + field, locale), dash(was), dash(becomes)}, locale));
        }
    }

    private static String dash(String value) {
        return value.isEmpty() ? "—" : value;
    }

    private String modes(Group group, Locale locale) {
        return group.modes().stream()
                .sorted()
                .map((Mode mode) -> word("mode." + mode, locale))
                .collect(Collectors.joining("/"));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
