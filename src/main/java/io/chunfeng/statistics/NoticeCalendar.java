package io.chunfeng.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 报送日历 of one notice.
 *
 * @param id unique @param title of the notice or campaign, in Chinese
 */
public record NoticeCalendar(String id, String title, List<ReportingItem> items) {
    public NoticeCalendar {
        if (id == null || id.isBlank() || title == null || title.isBlank() || items == null) {
            throw new IllegalArgumentException("a calendar needs an id, a title and items");
        }
        items = List.copyOf(items);
        Set<String> codes = new HashSet<>();
        for (ReportingItem item : items) {
            if (!codes.add(item.code())) {
                throw new IllegalArgumentException("item " + item.code() + " is given twice in calendar " + id);
            }
        }
    }

    /**
     * The calendar that comes with a form: its moments are due from the cities to the province.
     *
     * @param form id of the form @param template the same where its tables can be filled in already; else null
     */
    public static NoticeCalendar of(String form, String template, String title, ReportingCalendar calendar) {
        List<ReportingItem> items = new ArrayList<>();
        ReportingCalendar.Weekly weekly = calendar.weekly();
        if (weekly != null) {
            items.add(new ReportingItem(
                    "WEEKLY",
                    "《" + title + "》每周更新",
                    ReportingMoment.Kind.WEEKLY,
                    ReportingLevel.CITY,
                    ReportingLevel.PROVINCE,
                    null,
                    template,
                    new ReportingItem.Weekly(
                            weekly.day(), weekly.time(), weekly.after().plusDays(1), calendar.lastDay()),
                    List.of(),
                    null));
        }
        int number = 0;
        for (ReportingCalendar.DueDate due : calendar.dates()) {
            items.add(new ReportingItem(
                    "DATE-" + ++number,
                    due.text(),
                    due.kind(),
                    ReportingLevel.CITY,
                    ReportingLevel.PROVINCE,
                    null,
                    due.kind() == ReportingMoment.Kind.STAGE ? null : template,
                    null,
                    List.of(due.date()),
                    null));
        }
        return new NoticeCalendar(form, title, items);
    }
}
