package io.chunfeng.plan.format;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.plan.format.References.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** {@code groups[]}. */
final class GroupReader {
    static final int MOST_PERSONS = 1_000_000;

    private GroupReader() {}

    static Group group(Fields fields, References references) {
        String id = references.define(fields, Kind.GROUP);
        String county = fields.digits("county", 6);
        String from = references.use(fields, "from", Kind.PLACE);
        String to = references.use(fields, "to", Kind.PLACE);
        if (from != null && from.equals(to)) {
            fields.problem("to", "is the same place as from");
        }
        long before = fields.problemCount();
        int headcount = fields.whole("headcount", 1, MOST_PERSONS);
        boolean counted = fields.problemCount() == before;
        int wheelchairs = fields.wholeOr("wheelchairs", 0, 0, MOST_PERSONS);
        if (counted && wheelchairs > headcount) {
            fields.problem(
                    "wheelchairs", "is " + wheelchairs + ", more than the headcount " + headcount + " it is part of");
        }
        Instant earliestDeparture = fields.time("earliestDeparture");
        Instant latestArrival = fields.time("latestArrival");
        fields.ordered("earliestDeparture", earliestDeparture, "latestArrival", latestArrival);
        LocalDate preferredDate = fields.dateOrNull("preferredDate");
        Set<Mode> modes = fields.choicesOr("modes", Mode.class, EnumSet.allOf(Mode.class));
        int minPart = fields.wholeOr("minPart", 1, 1, MOST_PERSONS);
        if (counted && minPart > headcount) {
            fields.problem(
                    "minPart",
                    "is " + minPart + ", more than the headcount " + headcount
                            + "; give the headcount if it cannot be split");
        }
        int priority = fields.wholeOr("priority", 1, 1, 3);
        String employer = fields.textOrNull("employer");
        return fields.failed()
                ? null
                : new Group(
                        id,
                        county,
                        from,
                        to,
                        headcount,
                        wheelchairs,
                        earliestDeparture,
                        latestArrival,
                        preferredDate,
                        modes,
                        minPart,
                        priority,
                        employer);
    }
}
