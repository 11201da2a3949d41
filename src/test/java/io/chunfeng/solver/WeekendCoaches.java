package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.solver.WeekendGeography.Prefecture;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Coaches of each kind at every prefecture city that people leave, and a few at the cities where trains and flights arrive. */
final class WeekendCoaches {
    private static final int PERSONS_PER_COACH = 40;
    private static final int HOME_COACHES_PER_FEEDER_COACH = 60;

    private final WeekendProblems.Scale scale;
    private final WeekendGeography geography;
    private final WeekendPlaces places;
    private final WeekendDemand demand;
    private final Random random;
    private final List<CoachPool> pools = new ArrayList<>();

    /** A kind of coach and what it costs, in fen. */
    private record Coach(int seats, int wheelchairSpaces, long dispatchFen, long fenPerLoadedKm, long fenPerEmptyKm) {}

    private static final List<Coach> COACHES = List.of(
            new Coach(33, 0, 60_000, 800, 500),
            new Coach(45, 2, 75_000, 920, 540),
            new Coach(49, 0, 80_000, 950, 550),
            new Coach(55, 1, 90_000, 1_050, 600));

    WeekendCoaches(
            WeekendProblems.Scale scale,
            WeekendGeography geography,
            WeekendPlaces places,
            WeekendDemand demand,
            Collection<Prefecture> arrivals,
            Random random) {
        this.scale = scale;
        this.geography = geography;
        this.places = places;
        this.demand = demand;
        this.random = random;
        atHome();
        atArrivals(arrivals);
    }

    List<CoachPool> pools() {
        return pools;
    }

    /** Where few travel there are coaches of each kind all the same. */
    private void atHome() {
        for (int i = 0; i < geography.sources().size(); i++) {
            double seats = demand.personsFrom(i) * scale.coachSeatsPerPerson();
            double[] shares = random.doubles(COACHES.size(), 0.5, 1.5).toArray();
            double sum = Arrays.stream(shares).sum();
            for (int kind = 0; kind < COACHES.size(); kind++) {
                Coach coach = COACHES.get(kind);
                int count = (int) Math.ceil(seats * shares[kind] / sum / coach.seats);
                pools.add(pool(geography.sources().get(i), coach, Math.max(1, count)));
            }
        }
    }

    private void atArrivals(Collection<Prefecture> arrivals) {
        int coaches = demand.persons() / PERSONS_PER_COACH / HOME_COACHES_PER_FEEDER_COACH;
        int each = Math.max(1, coaches / Math.max(1, arrivals.size()));
        for (Prefecture prefecture : arrivals) {
            pools.add(pool(prefecture, COACHES.get(0), each));
            pools.add(pool(prefecture, COACHES.get(2), each));
        }
    }

    private CoachPool pool(Prefecture prefecture, Coach coach, int count) {
        String city = places.city(prefecture);
        return new CoachPool(
                city + "-" + coach.seats,
                city + " 客运 " + coach.seats,
                city,
                WeekendPlaces.code(prefecture),
                coach.seats,
                coach.wheelchairSpaces,
                count,
                WeekendProblems.at(-1, LocalTime.NOON),
                WeekendProblems.at(scale.days() + 6, LocalTime.MIDNIGHT),
                coach.dispatchFen,
                coach.fenPerLoadedKm,
                coach.fenPerEmptyKm,
                30_000);
    }
}
