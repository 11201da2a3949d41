package io.chunfeng.report;

import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.ReportingMoment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stage report that the calendar asks for.
 *
 * @param from the day after the stage before, for the first one the campaign's first day; for a summary always that
 * @param to the day that it is due, itself included
 */
public record DueStage(Kind kind, LocalDate from, LocalDate to, String text) {

    /** In the order in which they are due. Weekly tables are no reports. */
    public static List<DueStage> of(ReportingCalendar calendar) {
        List<DueStage> stages = new ArrayList<>();
        LocalDate next = calendar.firstDay();
        List<ReportingCalendar.DueDate> dates = calendar.dates().stream()
                .sorted(Comparator.comparing(ReportingCalendar.DueDate::date))
                .toList();
        for (ReportingCalendar.DueDate due : dates) {
            LocalDate from = due.kind() == Kind.SUMMARY ? calendar.firstDay() : next;
            if (from != null && !due.date().isBefore(from)) {
                stages.add(new DueStage(due.kind(), from, due.date(), due.text()));
                next = due.date().plusDays(1);
            }
        }
        return List.copyOf(stages);
    }

    /** The last stage that ended before a day: what a report from that day on is compared with. */
    public static Optional<DueStage> before(List<DueStage> stages, LocalDate from) {
        return stages.stream()
                .filter(stage -> stage.kind() != Kind.SUMMARY && stage.to().isBefore(from))
                .max(Comparator.comparing(DueStage::to));
    }
}
