package io.chunfeng.web.api;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupLimits;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.PlaceRepository;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Body to group; every wrong value is named. */
final class GroupReading {
    private static final String ID = "[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,79}";

    private final List<Problem.Fault> faults = new ArrayList<>();
    private final PlaceRepository places;
    private final GroupBody body;

    private GroupReading(GroupBody body, PlaceRepository places) {
        this.body = body;
        this.places = places;
    }

    /** @throws ProblemException naming every value that is wrong */
    static Group read(String id, GroupBody body, Viewer viewer, PlaceRepository places) {
        return new GroupReading(body, places).read(id, viewer);
    }

    private Group read(String id, Viewer viewer) {
        if (!id.matches(ID)) {
            throw ProblemException.badRequest(
                    "The id in the address has 1 to 80 letters, digits, '.', '_', ':' or '-'.");
        }
        county(viewer);
        place("/from", body.from());
        place("/to", body.to());
        if (body.from() != null && body.from().equals(body.to())) {
            wrong("/to", body.to(), "Another place than 'from'.", "Check both places.");
        }
        int headcount = whole("/headcount", body.headcount(), null, 1, GroupLimits.MOST_PERSONS);
        int wheelchairs = whole("/wheelchairs", body.wheelchairs(), 0, 0, Math.max(0, headcount));
        int minPart = whole("/minPart", body.minPart(), GroupLimits.usualMinPart(headcount), 1, Math.max(1, headcount));
        int priority = whole("/priority", body.priority(), 1, 1, 3);
        window();
        Set<Mode> modes = body.modes() == null ? EnumSet.allOf(Mode.class) : body.modes();
        if (modes.isEmpty() || modes.contains(null)) {
            wrong("/modes", "[]", "At least one of COACH, RAIL, AIR.", "Leave it out to admit all.");
        }
        String employer = body.employer() == null || body.employer().isBlank()
                ? null
                : body.employer().strip();
        if (employer != null && employer.length() > GroupLimits.LONGEST_EMPLOYER) {
            wrong("/employer", employer, "At most " + GroupLimits.LONGEST_EMPLOYER + " characters.", "Shorten it.");
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new Group(
                id,
                body.county(),
                body.from(),
                body.to(),
                headcount,
                wheelchairs,
                body.earliestDeparture().toInstant(),
                body.latestArrival().toInstant(),
                body.preferredDate(),
                modes,
                minPart,
                priority,
                employer);
    }

    private void county(Viewer viewer) {
        if (body.county() == null || !body.county().matches("\\d{6}")) {
            wrong("/county", body.county(), "A GB/T 2260 code of six digits.", "Example: 140821.");
        } else if (viewer.role() == Role.COUNTY && !viewer.counties().contains(body.county())) {
            wrong("/county", body.county(), "One of your counties.", String.join(", ", viewer.counties()));
        }
    }

    private void place(String pointer, String id) {
        if (id == null) {
            wrong(pointer, null, "The id of a place.", "Search with /api/v1/places.");
        } else if (places.find(id).isEmpty()) {
            wrong(pointer, id, "The id of a known place.", "Search with /api/v1/places.");
        }
    }

    private void window() {
        if (body.earliestDeparture() == null) {
            wrong("/earliestDeparture", null, "A date and time with offset.", "Example: 2024-02-18T06:00:00+08:00.");
        }
        if (body.latestArrival() == null) {
            wrong("/latestArrival", null, "A date and time with offset.", "Example: 2024-02-20T18:00:00+08:00.");
        } else if (body.earliestDeparture() != null && !body.earliestDeparture().isBefore(body.latestArrival())) {
            wrong(
                    "/latestArrival",
                    body.latestArrival().toString(),
                    "After the earliest departure.",
                    "Check both times.");
        }
    }

    private int whole(String pointer, Integer value, Integer otherwise, int least, int most) {
        Integer number = value == null ? otherwise : value;
        IntPredicate inside = n -> n >= least && n <= most;
        if (number == null || !inside.test(number)) {
            wrong(
                    pointer,
                    number == null ? null : number.toString(),
                    "A whole number from " + least + " to " + most + ".",
                    "Check the figure.");
        }
        return number == null ? least : number;
    }

    private void wrong(String pointer, String value, String expected, String suggestion) {
        faults.add(new Problem.Fault(pointer, value, expected, suggestion));
    }
}
