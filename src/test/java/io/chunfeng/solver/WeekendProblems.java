package io.chunfeng.solver;

import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/**
 * Peak days of the journey back to work, made up from a seed: people of counties around prefecture cities travel to the
 * cities of a few regions, mostly 500 to 2,000 km away, by coach, chartered train or carriages, and by air. Sizes of groups,
 * prices and windows follow the demonstration campaign. Coaches suffice for everybody, but not for everybody alone.
 * The same seed always gives the same problem.
 */
final class WeekendProblems {
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 2, 17);

    /**
     * @param prefectures that people leave
     * @param counties that people leave, in all prefectures together
     * @param days on which people want to leave
     * @param groups of which a problem consists, or 0 when persons count
     * @param persons of whom a problem consists, or 0 when groups count
     * @param slackDays by how many days at most the latest arrival is later than the day after departure
     * @param coachSeatsPerPerson of all coaches together; below 1 where a coach can make several trips
     * @param railSeatsPerPerson of all trains together
     */
    record Scale(
            int prefectures,
            int counties,
            int days,
            int groups,
            int persons,
            int slackDays,
            double coachSeatsPerPerson,
            double railSeatsPerPerson) {}

    private WeekendProblems() {}

    /** A peak weekend of so many groups, some 40 persons each; more prefectures where one province does not have so many. */
    static PlanningProblem weekend(int groups, long seed) {
        int prefectures = groups <= 500 ? 11 : 11 + groups / 140;
        int counties = Math.min(9 * prefectures, Math.max(10, groups * 3 / 8));
        return problem(
                "weekend-" + groups + "-seed" + seed,
                "周末 " + groups + " 组，种子 " + seed,
                new Scale(prefectures, counties, 3, groups, 0, 2, 1.25, 0.6),
                WeekendGeography.aroundOneRegion(prefectures, counties, new Random(seed)),
                seed);
    }

    /** The peak day of a large province: 36,000 people of about 120 counties in 14 prefectures. */
    static PlanningProblem peakDay(long seed) {
        return problem(
                "peak-day-seed" + seed,
                "大省高峰日，种子 " + seed,
                new Scale(14, 121, 1, 0, 36_000, 1, 1.1, 0.23),
                WeekendGeography.aroundOneRegion(14, 121, new Random(seed)),
                seed);
    }

    /** The peak week of the whole nation: 1,300,000 people of 2,800 counties travel to 330 prefectures. */
    static PlanningProblem peakWeek(long seed) {
        return problem(
                "peak-week-seed" + seed,
                "全国高峰周，种子 " + seed,
                new Scale(270, 2_800, 7, 0, 1_300_000, 2, 0.6, 0.23),
                WeekendGeography.nation(270, 2_800, new Random(seed)),
                seed);
    }

    static Instant at(int day, LocalTime time) {
        return FIRST_DAY.plusDays(day).atTime(time).atZone(PlanningProblem.ZONE).toInstant();
    }

    private static PlanningProblem problem(String id, String name, Scale scale, WeekendGeography geography, long seed) {
        WeekendPlaces places = new WeekendPlaces(new Random(seed * 31 + 1));
        WeekendDemand demand = new WeekendDemand(scale, geography, places, new Random(seed * 31 + 2));
        Random offers = new Random(seed * 31 + 3);
        WeekendServices services = new WeekendServices(scale, geography, places, demand, offers);
        WeekendCoaches coaches = new WeekendCoaches(scale, geography, places, demand, services.arrivals(), offers);
        return new PlanningProblem(
                id,
                name,
                at(-2, LocalTime.of(8, 0)),
                false,
                places.all(),
                WeekendRoads.matrix(places, seed),
                demand.groups(),
                coaches.pools(),
                services.trains(),
                services.flights(),
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
    }

    /** Index drawn by weight. */
    static int draw(double[] weights, Random random) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}
