package io.chunfeng.demo;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Writes the groups that counties register. */
final class Registration {
    private final List<Place> places;
    private final Onward onward;
    private final Random random;
    private final Map<String, Integer> serials = new HashMap<>();

    Registration(List<Place> places, Onward onward, Random random) {
        this.places = places;
        this.onward = onward;
        this.random = random;
    }

    List<Group> season() {
        List<Group> groups = new ArrayList<>();
        groups.addAll(direction(Season.HOMEWARD, true));
        groups.addAll(direction(Season.TO_WORK, false));
        groups.add(miners());
        return groups;
    }

    /** All groups of one direction; city, corridor and day are shared out apart from each other. */
    private List<Group> direction(Season season, boolean homeward) {
        int people = Arrays.stream(season.peopleByDay()).sum();
        int[] sizes = GroupSizes.addingUpTo(people, random);
        int[] cities = ExactPartition.of(sizes, scaled(people, Prefecture::people, Prefecture.values()), random);
        int[] corridors = ExactPartition.of(sizes, scaled(people, Corridor::people, Corridor.values()), random);
        int[] days = ExactPartition.of(sizes, season.peopleByDay(), random);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            groups.add(group(
                    sizes[i],
                    Prefecture.values()[cities[i]],
                    Corridor.values()[corridors[i]],
                    season.day(days[i]),
                    homeward));
        }
        return groups;
    }

    /** 返乡 follows the shares of 返岗; the last share takes what rounding leaves. */
    private static <T> int[] scaled(int people, ToIntFunction<T> share, T[] all) {
        int[] targets = Arrays.stream(all).mapToInt(share).toArray();
        int sum = Arrays.stream(targets).sum();
        targets = Arrays.stream(targets).map(t -> t * people / sum).toArray();
        targets[targets.length - 1] += people - Arrays.stream(targets).sum();
        return targets;
    }

    private Group group(int headcount, Prefecture city, Corridor corridor, LocalDate day, boolean homeward) {
        Place home = boardingPoint(city);
        String workCity = corridor.city(random);
        Place work = Draw.one(
                places.stream()
                        .filter(p -> DemoPlaces.isWorkplaceIn(p, workCity))
                        .toList(),
                random);
        // a group of an evening may also leave the next morning
        boolean evening = !Season.isDueDay(day) && Draw.chance(10, random);
        boolean noCoach = !homeward && !evening && headcount <= 60 && onward.waits(home, workCity, day);
        return new Group(
                id(home.adminCode(), homeward),
                home.adminCode(),
                homeward ? work.id() : home.id(),
                homeward ? home.id() : work.id(),
                headcount,
                Draw.chance(3, random) ? 1 : 0,
                Season.at(day, evening ? 18 : 6),
                Season.at(day.plusDays(corridor.travelDays() + random.nextInt(2)), evening ? 22 : 20),
                day,
                modes(corridor, noCoach),
                minPart(headcount),
                1 + Draw.index(new int[] {70, 20, 10}, random),
                Draw.chance(85, random) ? Employers.name(random) : null);
    }

    /** Counties named with townships register more than others. */
    private Place boardingPoint(Prefecture city) {
        List<Place> homes = places.stream()
                .filter(DemoPlaces::isHome)
                .filter(p -> p.prefecture().equals(city.code()))
                .toList();
        int[] weights = homes.stream()
                .mapToInt(p -> homes.stream()
                                .anyMatch(t -> DemoPlaces.isTownship(t)
                                        && t.adminCode().equals(p.adminCode()))
                        ? 2
                        : 1)
                .toArray();
        return homes.get(Draw.index(weights, random));
    }

    private Set<Mode> modes(Corridor corridor, boolean noCoach) {
        if (noCoach && Draw.chance(80, random)) {
            return EnumSet.of(Mode.RAIL, Mode.AIR);
        }
        boolean coachOnly = corridor == Corridor.BOHAI && Draw.chance(20, random);
        return coachOnly ? EnumSet.of(Mode.COACH) : EnumSet.allOf(Mode.class);
    }

    private int minPart(int headcount) {
        if (headcount <= 20) {
            return Draw.chance(50, random) ? headcount : Draw.one(List.of(1, 5), random);
        }
        return Draw.one(List.of(1, 5, 10, 10), random);
    }

    private String id(String county, boolean homeward) {
        String series = county + (homeward ? "-X" : "-G");
        return series + String.format("%03d", serials.merge(series, 1, Integer::sum));
    }

    /** What the province receives, registered and reported by the county the miners come from. */
    private Group miners() {
        LocalDate day = LocalDate.of(2024, 2, 26);
        return new Group(
                id("320303", false),
                "320303",
                "st-xuzhou",
                "wp-140600-01",
                456,
                0,
                Season.at(day, 16),
                Season.at(day.plusDays(2), 20),
                day,
                EnumSet.of(Mode.RAIL),
                10,
                1,
                "朔州安岭矿业有限公司");
    }
}
