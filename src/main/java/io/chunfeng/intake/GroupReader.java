package io.chunfeng.intake;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupLimits;
import io.chunfeng.demand.Mode;
import io.chunfeng.intake.Problem.Code;
import io.chunfeng.place.Place;
import java.util.EnumSet;
import java.util.Set;

/** A row of a file, or a form, to a group: forgiving in form, strict in meaning. Finds every problem, not only the first. */
public final class GroupReader {
    private static final String NUMBER = "[\\p{L}\\p{N}][\\p{L}\\p{N}_.\\-/#]{0,39}";

    private final WindowReader windows;
    private final PlaceReader places;

    public GroupReader(GroupContext context) {
        this.windows = new WindowReader(Season.of(context.campaign()));
        this.places = new PlaceReader(context);
    }

    public ReadGroup read(Heading heading, TableRow row) {
        Cells cells = new Cells(heading, row);
        String number = number(cells);
        String county = places.county(cells);
        PlaceReader.Boarding from = places.boarding(cells, county);
        Place to = places.workplace(cells);
        Integer headcount =
                cells.required(GroupColumn.HEADCOUNT, value -> Counts.whole(value, 1, GroupLimits.MOST_PERSONS));
        int wheelchairs = wheelchairs(cells, headcount);
        WindowReader.Window window = windows.read(cells);
        Set<Mode> modes = cells.optional(GroupColumn.MODES, Choices::modes, EnumSet.allOf(Mode.class));
        int priority = cells.optional(GroupColumn.PRIORITY, Choices::priority, 1);
        int minPart = minPart(cells, headcount);
        String employer = text(cells, GroupColumn.EMPLOYER);
        if (from.place() != null && from.place().equals(to)) {
            cells.wrong(GroupColumn.TO, Code.SAME_PLACE, "");
        }
        if (cells.anyProblem()) {
            return new ReadGroup(number, null, null, cells.problems());
        }
        Group group = new Group(
                "",
                county,
                from.place().id(),
                to.id(),
                headcount,
                wheelchairs,
                window.earliest(),
                window.latest(),
                window.preferred(),
                modes,
                minPart,
                priority,
                employer);
        return new ReadGroup(number, group, from.isNew() ? from.place() : null, cells.problems());
    }

    private static String number(Cells cells) {
        CellValue value = cells.value(GroupColumn.NUMBER);
        if (value == null) {
            return null;
        }
        String number = Texts.tight(value.shown());
        if (!number.matches(NUMBER)) {
            cells.wrong(GroupColumn.NUMBER, Code.BAD_NUMBER, "");
        }
        return number;
    }

    private static int wheelchairs(Cells cells, Integer headcount) {
        int wheelchairs =
                cells.optional(GroupColumn.WHEELCHAIRS, value -> Counts.whole(value, 0, GroupLimits.MOST_PERSONS), 0);
        if (headcount != null && wheelchairs > headcount) {
            cells.wrong(GroupColumn.WHEELCHAIRS, Code.WHEELCHAIRS_OVER, "", headcount.toString());
        }
        return wheelchairs;
    }

    private static int minPart(Cells cells, Integer headcount) {
        Integer stated =
                cells.optional(GroupColumn.MIN_PART, value -> Counts.whole(value, 1, GroupLimits.MOST_PERSONS), null);
        Boolean split = cells.optional(GroupColumn.SPLIT, Choices::yes, null);
        int persons = headcount == null ? 1 : headcount;
        if (stated != null && headcount != null && stated > headcount) {
            cells.wrong(GroupColumn.MIN_PART, Code.MIN_PART_OVER, "", headcount.toString());
        }
        if (Boolean.FALSE.equals(split)) {
            return persons;
        }
        if (stated != null) {
            return stated;
        }
        return split == null ? GroupLimits.usualMinPart(persons) : GroupLimits.splitMinPart(persons);
    }

    private static String text(Cells cells, GroupColumn column) {
        CellValue value = cells.value(column);
        if (value == null) {
            return null;
        }
        String text = Texts.clean(value.shown());
        if (text.length() > GroupLimits.LONGEST_EMPLOYER) {
            cells.wrong(column, Code.TOO_LONG, "", Integer.toString(GroupLimits.LONGEST_EMPLOYER));
        }
        return text;
    }
}
