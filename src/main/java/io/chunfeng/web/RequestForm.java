package io.chunfeng.web;

import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupLimits;
import io.chunfeng.plan.PlanningProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** 变更申请 as it is typed. Fields that do not belong to the kind are not looked at. */
record RequestForm(
        String kind, String headcount, String wheelchairs, String earliest, String latest, String day, String reason) {
    private static final int LONGEST_REASON = 500;

    /** What people choose; which of bigger and smaller it is follows from the number. */
    enum Choice {
        HEADCOUNT,
        WINDOW,
        WITHDRAW,
        OTHER
    }

    static RequestForm of(Group group) {
        return new RequestForm(
                Choice.HEADCOUNT.name(),
                String.valueOf(group.headcount()),
                String.valueOf(group.wheelchairs()),
                local(group.earliestDeparture()),
                local(group.latestArrival()),
                group.preferredDate() == null ? "" : group.preferredDate().toString(),
                "");
    }

    private static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, PlanningProblem.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Null when something is wrong, which is then among the errors. */
    ChangeRequest.Ask read(Group group, FieldErrors errors) {
        if (reason == null || reason.isBlank()) {
            errors.add("reason", "request.error.reason");
        } else if (reason.length() > LONGEST_REASON) {
            errors.add("reason", "request.error.reasonLong", String.valueOf(LONGEST_REASON));
        }
        ChangeRequest.Ask ask = switch (choice(errors)) {
            case HEADCOUNT -> resized(group, errors);
            case WINDOW -> moved(group, errors);
            case WITHDRAW -> ChangeRequest.Ask.withdraw(group.id(), reason);
            case OTHER -> ChangeRequest.Ask.words(group.id(), reason);
        };
        return errors.isEmpty() ? ask : null;
    }

    private Choice choice(FieldErrors errors) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equals(kind)) {
                return choice;
            }
        }
        errors.add("kind", "request.error.kind");
        return Choice.OTHER;
    }

    private ChangeRequest.Ask resized(Group group, FieldErrors errors) {
        int persons = number("headcount", headcount, 1, errors);
        int inWheelchairs = number("wheelchairs", wheelchairs, 0, errors);
        if (!errors.isEmpty()) {
            return null;
        }
        if (inWheelchairs > persons) {
            errors.add("wheelchairs", "request.error.wheelchairs");
        } else if (persons == group.headcount() && inWheelchairs == group.wheelchairs()) {
            errors.add("headcount", "request.error.same");
        }
        return ChangeRequest.Ask.figures(group, group.withHeadcount(persons, inWheelchairs), reason);
    }

    private static int number(String field, String typed, int least, FieldErrors errors) {
        try {
            int number = Integer.parseInt(typed == null ? "" : typed.strip());
            if (number >= least && number <= GroupLimits.MOST_PERSONS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        errors.add(field, "request.error.number", least + "–" + GroupLimits.MOST_PERSONS);
        return least;
    }

    private ChangeRequest.Ask moved(Group group, FieldErrors errors) {
        Instant from = moment("earliest", earliest, errors);
        Instant until = moment("latest", latest, errors);
        LocalDate wished = date(errors);
        if (!errors.isEmpty()) {
            return null;
        }
        if (!from.isBefore(until)) {
            errors.add("latest", "request.error.order");
        }
        Group wanted = group.withWindow(from, until).withPreferredDate(wished);
        if (wanted.equals(group)) {
            errors.add("earliest", "request.error.same");
        }
        return ChangeRequest.Ask.figures(group, wanted, reason);
    }

    private static Instant moment(String field, String typed, FieldErrors errors) {
        try {
            return LocalDateTime.parse(typed == null ? "" : typed.strip())
                    .atZone(PlanningProblem.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            errors.add(field, "request.error.moment");
            return Instant.EPOCH;
        }
    }

    private LocalDate date(FieldErrors errors) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day.strip());
        } catch (DateTimeException e) {
            errors.add("day", "request.error.day");
            return null;
        }
    }
}
