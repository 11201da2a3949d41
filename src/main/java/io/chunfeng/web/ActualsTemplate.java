package io.chunfeng.web;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.intake.ActualColumn;
import io.chunfeng.intake.TextWorkbook;
import io.chunfeng.plan.PlanningProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The trips of a day as a workbook to fill in: one row a group. What has been reported stands in it already. */
@Component
class ActualsTemplate {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    byte[] write(List<BoardTrip> trips, LocalDate day) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (BoardTrip trip : trips) {
            Map<String, Boarded> counted =
                    trip.counted().stream().collect(Collectors.toMap(Boarded::groupId, Function.identity()));
            trip.personsByGroup()
                    .forEach((group, planned) -> rows.add(row(trip, day, group, planned, counted.get(group))));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TextWorkbook.write(List.of(new TextWorkbook.Sheet("实际运行", ActualColumn.titles(), rows)), out);
        return out.toByteArray();
    }

    private static List<Object> row(BoardTrip trip, LocalDate day, String group, int planned, Boarded counted) {
        boolean reported = counted != null;
        return Arrays.asList(
                day.toString(),
                trip.ref().planId() + "/" + trip.ref().vehicle(),
                trip.name(),
                group,
                planned,
                new Format(Locale.SIMPLIFIED_CHINESE).time(trip.departure()),
                reported ? MINUTE.format(trip.leftAt().atZone(PlanningProblem.ZONE)) : null,
                reported ? counted.persons() : null,
                reported ? counted.infants() : null,
                reported ? counted.escorts() : null,
                reported ? counted.absent().noShow() : null,
                reported ? counted.absent().refused() : null,
                reported ? counted.absent().moved() : null,
                reported ? counted.absent().movedTo() : null,
                reported ? counted.reason() : null);
    }
}
