package io.chunfeng.plan;

import io.chunfeng.place.Place;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The changes of a plan as lines of text, county by county, in Chinese or English. */
public final class ChangeLines {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(PlanningProblem.ZONE);

    private final PlanChanges changes;
    private final Map<String, String> placeNames;
    private final boolean chinese;

    private ChangeLines(PlanChanges changes, List<Place> places, boolean chinese) {
        this.changes = changes;
        this.placeNames = places.stream().collect(Collectors.toMap(Place::id, Place::name, (a, b) -> a));
        this.chinese = chinese;
    }

    /** @param places by whose names stops are called */
    public static List<String> of(PlanChanges changes, List<Place> places, boolean chinese) {
        return new ChangeLines(changes, places, chinese).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        changes.totalsByCounty().forEach((county, totals) -> {
            lines.add(county + colon() + totals(totals));
            changes.people().stream()
                    .filter(people -> people.county().equals(county))
                    .forEach(people -> lines.add("  " + people(people)));
        });
        lines.add((chinese ? "车次" : "coach trips") + colon() + trips());
        lines.add((chinese ? "合计" : "all counties") + colon() + totals(changes.totals()));
        return lines;
    }

    private String colon() {
        return chinese ? "：" : ": ";
    }

    private String totals(PlanChanges.Totals totals) {
        return chinese
                ? totals.moved() + " 人变更行程，" + totals.leftBehind() + " 人无法成行，" + totals.withdrawn() + " 人退出，"
                        + totals.newlyServed() + " 人新增"
                : totals.moved() + " persons moved, " + totals.leftBehind() + " left behind, " + totals.withdrawn()
                        + " withdrawn, " + totals.newlyServed() + " newly served";
    }

    private String people(PlanChanges.People people) {
        return people.groupId()
                + colon()
                + people.persons()
                + (chinese ? " 人 " : " persons ")
                + kind(people.kind())
                + colon()
                + (people.from().isEmpty() ? "" : way(people.from()))
                + (people.from().isEmpty() || people.to().isEmpty() ? "" : " → ")
                + (people.to().isEmpty() ? "" : way(people.to()));
    }

    private String kind(PlanChanges.Kind kind) {
        return switch (kind) {
            case MOVED -> chinese ? "变更" : "moved";
            case LEFT_BEHIND -> chinese ? "无法成行" : "left behind";
            case WITHDRAWN -> chinese ? "退出" : "withdrawn";
            case NEWLY_SERVED -> chinese ? "新增" : "newly served";
        };
    }

    private String way(List<Plan.Leg> legs) {
        return legs.stream()
                .map(leg -> leg.vehicle() + " " + stop(leg.board(), leg.boardAt()) + "–"
                        + stop(leg.alight(), leg.alightAt()))
                .collect(Collectors.joining(chinese ? "，" : ", "));
    }

    private String stop(String place, Instant at) {
        return placeNames.getOrDefault(place, place) + " " + MOMENT.format(at);
    }

    private String trips() {
        String text = Arrays.stream(PlanChanges.TripKind.values())
                .map(kind -> {
                    String ids = changes.trips().stream()
                            .filter(trip -> trip.kind() == kind)
                            .map(PlanChanges.Trip::tripId)
                            .collect(Collectors.joining(" "));
                    return ids.isEmpty() ? "" : tripKind(kind) + " " + ids;
                })
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(chinese ? "；" : "; "));
        return text.isEmpty() ? chinese ? "无变化" : "no change" : text;
    }

    private String tripKind(PlanChanges.TripKind kind) {
        return switch (kind) {
            case ADDED -> chinese ? "增加" : "added";
            case DROPPED -> chinese ? "取消" : "dropped";
            case CHANGED -> chinese ? "调整" : "changed";
        };
    }
}
