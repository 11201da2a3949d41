package io.chunfeng.report;

import io.chunfeng.dispatch.Direction;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.place.Corridor;
import io.chunfeng.statistics.ReportingCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The program's figures of one version of a stage report.
 *
 * @param stage of the period @param cumulative since the campaign's first day @param compared of the stage before, or null
 * @param flows of the period
 * @param byCorridor 人次 of the period by direction and corridor; combinations without any are absent
 * @param unpriced trips of the period whose cost is not known
 */
public record StageFigures(
        Carried stage,
        Carried cumulative,
        Carried compared,
        Flows flows,
        Map<Direction, Map<Corridor, Long>> byCorridor,
        long unpriced) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    /** A figure with its name, to be compared with the same of another recording. */
    public record Named(String name, String unit, long value) {}

    /** A figure that a later recording has changed. */
    public record Changed(String name, String unit, long before, long after) {
        public long difference() {
            return after - before;
        }
    }

    /** @param trips all that are known as of the version's recording, in the order they ran */
    public static StageFigures of(
            StageReport report, ReportVersion version, Collection<RanTrip> trips, Map<String, VehicleOffer> offers) {
        List<RanTrip> stage = between(trips, report.from(), report.to());
        Flows flows = Flows.of(
                CarriedTrip.of(stage, offers, version.settings().rule()),
                FlowFilter.of(report.from(), report.to(), report.unit()));
        return new StageFigures(
                Carried.of(stage, version.settings(), report.unit()),
                Carried.of(between(trips, version.since(), report.to()), version.settings(), report.unit()),
                version.comparedFrom() == null
                        ? null
                        : Carried.of(
                                between(trips, version.comparedFrom(), version.comparedTo()),
                                version.settings(),
                                report.unit()),
                flows,
                flows.byCorridor(),
                flows.parts().stream()
                        .filter(part -> part.trip().offer() == null)
                        .count());
    }

    /** Trips that left on these days of Asia/Shanghai, both included. */
    private static List<RanTrip> between(Collection<RanTrip> trips, LocalDate from, LocalDate to) {
        return trips.stream()
                .filter(trip -> {
                    LocalDate day = trip.ranAt().atZone(ReportingCalendar.ZONE).toLocalDate();
                    return !day.isBefore(from) && !day.isAfter(to);
                })
                .toList();
    }

    /** 人次 of the period. */
    public long personTrips(Direction direction, Corridor corridor) {
        return byCorridor.getOrDefault(direction, Map.of()).getOrDefault(corridor, 0L);
    }

    public long personTrips(Direction direction) {
        return byCorridor.getOrDefault(direction, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** 人次 of one direction by day, every day from the first to the last with any, by corridor. */
    public Map<LocalDate, Map<Corridor, Long>> byDay(Direction direction) {
        Map<LocalDate, Map<Corridor, Long>> days = new TreeMap<>();
        for (Flows.Part part : flows.parts()) {
            for (CarriedTrip.Party party : part.parties()) {
                if (party.counted() && party.direction() == direction) {
                    days.computeIfAbsent(part.trip().day(), day -> new EnumMap<>(Corridor.class))
                            .merge(party.corridor(), (long) party.persons(), Long::sum);
                }
            }
        }
        return days;
    }

    /** Everything that is printed as a figure of its own. */
    public List<Named> named() {
        List<Named> named = new ArrayList<>();
        add(named, "本阶段", stage);
        named.add(new Named("本阶段返岗", "人次", personTrips(Direction.TO_WORK)));
        named.add(new Named("本阶段返乡", "人次", personTrips(Direction.HOMEWARD)));
        for (Direction direction : Direction.values()) {
            for (Corridor corridor : Corridor.values()) {
                named.add(new Named(
                        "本阶段" + direction.zh() + "（" + corridor.chinese() + "）",
                        "人次",
                        personTrips(direction, corridor)));
            }
        }
        add(named, "累计", cumulative);
        if (compared != null) {
            add(named, "上一阶段", compared);
        }
        for (Flows.Day day : flows.byDay()) {
            named.add(new Named(DAY.format(day.day()) + "返岗", "人次", day.toWork()));
            named.add(new Named(DAY.format(day.day()) + "返乡", "人次", day.homeward()));
        }
        named.add(new Named("本阶段运输成本", "分", flows.cost().costFen()));
        return named;
    }

    private static void add(List<Named> named, String period, Carried carried) {
        named.add(new Named(period + "合计运送", "人次", carried.personTrips()));
        named.add(new Named(period + "专车", "辆次", carried.coaches()));
        named.add(new Named(period + "专车运送", "人次", carried.coachPersonTrips()));
        named.add(new Named(period + "专列（含包车厢）数量", "", carried.railUnits()));
        named.add(new Named(period + "专列（含包车厢）运送", "人次", carried.railPersonTrips()));
        named.add(new Named(period + "包机", "架次", carried.flightUnits()));
        named.add(new Named(period + "包机运送", "人次", carried.airPersonTrips()));
    }

    /** What a later recording says otherwise; empty when all is the same. A figure that only one of them has is 0 in the other. */
    public List<Changed> changedBy(StageFigures later) {
        Map<String, Changed> all = new LinkedHashMap<>();
        named().forEach(one -> all.put(one.name(), new Changed(one.name(), one.unit(), one.value(), 0)));
        later.named()
                .forEach(one -> all.merge(
                        one.name(),
                        new Changed(one.name(), one.unit(), 0, one.value()),
                        (before, after) -> new Changed(one.name(), one.unit(), before.before(), after.after())));
        return all.values().stream().filter(one -> one.difference() != 0).toList();
    }
}
