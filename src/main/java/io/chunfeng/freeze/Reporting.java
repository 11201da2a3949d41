package io.chunfeng.freeze;

import io.chunfeng.statistics.NoticeCalendar;
import io.chunfeng.statistics.ReportingItem;
import io.chunfeng.statistics.ReportingUnit;
import io.chunfeng.statistics.TemplateForm;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is due: by the calendars of notices, and by those of the forms themselves. */
public final class Reporting {
    private final List<NoticeCalendar> notices;
    private final Templates templates;
    private final FrozenTables frozen;
    private final Duration warning;
    private final Duration grace;

    /** @param warning, grace see {@link DueBoard#of} */
    public Reporting(
            List<NoticeCalendar> notices, Templates templates, FrozenTables frozen, Duration warning, Duration grace) {
        this.notices = List.copyOf(notices);
        this.templates = templates;
        this.frozen = frozen;
        this.warning = warning;
        this.grace = grace;
    }

    /** A form that a notice's calendar names is due as that calendar says; its own dates would only repeat it. */
    public List<NoticeCalendar> calendars() {
        Set<String> named = notices.stream()
                .flatMap(notice -> notice.items().stream())
                .map(ReportingItem::template)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<NoticeCalendar> all = new ArrayList<>(notices);
        Set<String> seen = new HashSet<>(named);
        List<TemplateVersion> newestFirst = templates.all();
        newestFirst.stream().filter(TemplateVersion::published).forEach(version -> add(version, seen, all));
        // a form whose columns are not known yet may be due all the same
        newestFirst.stream().filter(version -> !version.published()).forEach(version -> add(version, seen, all));
        return all;
    }

    /** Of several versions of a form, the first that is given. */
    private static void add(TemplateVersion version, Set<String> seen, List<NoticeCalendar> all) {
        TemplateForm form = version.form();
        if (seen.add(version.id()) && form.calendar() != null) {
            NoticeCalendar own = NoticeCalendar.of(
                    version.id(), version.published() ? version.id() : null, form.title(), form.calendar());
            if (!own.items().isEmpty()) {
                all.add(own);
            }
        }
    }

    public DueBoard board(Instant now) {
        return board(calendars(), now);
    }

    private DueBoard board(List<NoticeCalendar> calendars, Instant now) {
        return DueBoard.of(calendars, frozen.list(), this::counties, now, warning, grace);
    }

    private List<ReportingUnit> counties(String template) {
        return templates.inForce(template).stream()
                .flatMap(version -> version.template().units().stream())
                .filter(ReportingUnit::isCounty)
                .toList();
    }

    /** What is due within the time of early warning and not done; every page asks, so only that is looked up. */
    public List<DueItem> soon(Instant now) {
        List<NoticeCalendar> calendars = calendars();
        boolean any = calendars.stream()
                .flatMap(notice -> notice.items().stream())
                .flatMap(item -> item.dues().stream())
                .anyMatch(due -> !due.isBefore(now) && !now.plus(warning).isBefore(due));
        return any ? board(calendars, now).soon() : List.of();
    }

    /** How long before it is due something is marked. */
    public Duration warning() {
        return warning;
    }
}
