package io.chunfeng.solver;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;

/**
 * The objective of the specification. The rules of the road (H02, H05 to H10, H12, H16) hold by construction of each
 * {@link TripSchedule}; what several trips or parts share is counted here.
 */
public class AssignmentConstraints implements ConstraintProvider {
    static final String H01_SEATS = "H01 seats of trains and flights";
    static final String H04_POOL = "H04 coaches of a pool";
    static final String H13_MINIMUM = "H13 minimum passengers";
    static final String H15_PART = "H15 smallest part";
    static final String H17_HEADCOUNT = "H17 headcount";
    static final String RIDERS = "riders are those the trip was made for";
    static final String DEMAND = "demand";
    static final String SERVED = "served";
    static final String COACH_COST = "coach cost";
    static final String SERVICE_COST = "train and flight cost";
    static final String RIDE_COST = "time on trains and flights, transfers";
    static final String SPLIT_COST = "extra parts";

    private static final HardMediumSoftLongScore HARD = HardMediumSoftLongScore.ONE_HARD;
    private static final HardMediumSoftLongScore MEDIUM = HardMediumSoftLongScore.ONE_MEDIUM;
    private static final HardMediumSoftLongScore FEN = HardMediumSoftLongScore.ONE_SOFT;

    /** One seat on one coach of one part. */
    record Seat(int slot, LegTask task) {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            seats(factory),
            pool(factory),
            minimum(factory),
            smallestPart(factory),
            headcount(factory),
            riders(factory),
            demand(factory),
            served(factory),
            coachCost(factory),
            serviceCost(factory),
            rideCost(factory),
            splitCost(factory)
        };
    }

    Constraint seats(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .filter(part -> !part.getItinerary().direct())
                .groupBy(part -> part.getItinerary().ride().service(), toList(GroupPart::getItinerary))
                .penalizeLong(HARD, AssignmentConstraints::overload)
                .asConstraint(H01_SEATS);
    }

    Constraint pool(ConstraintFactory factory) {
        return factory.forEach(CoachSlot.class)
                .groupBy(CoachSlot::pool, toList(CoachSlot::getSchedule))
                .penalizeLong(HARD, AssignmentConstraints::overdraw)
                .asConstraint(H04_POOL);
    }

    Constraint minimum(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .filter(part -> !part.getItinerary().direct())
                .groupBy(
                        part -> part.getItinerary().ride().service(),
                        sum(part -> part.getItinerary().headcount()))
                .penalizeLong(
                        HARD,
                        (service, persons) -> Math.max(0, service.minPassengers - service.pinnedPassengers - persons))
                .asConstraint(H13_MINIMUM);
    }

    Constraint smallestPart(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .filter(part -> part.getItinerary().headcount() < part.group().minPart)
                .penalizeLong(
                        HARD, part -> part.group().minPart - part.getItinerary().headcount())
                .asConstraint(H15_PART);
    }

    Constraint headcount(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .groupBy(
                        GroupPart::group,
                        sum(part -> part.getItinerary().headcount()),
                        sum(part -> part.getItinerary().wheelchairs()))
                .penalizeLong(
                        HARD,
                        (group, persons, wheelchairs) -> Math.max(0, persons - group.headcount)
                                + Math.max(0, wheelchairs - group.wheelchairs)
                                + Math.max(0, (persons - wheelchairs) - (group.headcount - group.wheelchairs)))
                .asConstraint(H17_HEADCOUNT);
    }

    Constraint riders(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .flattenLast(AssignmentConstraints::seatsTaken)
                .join(factory.forEachIncludingNullVars(CoachSlot.class), equal(Seat::slot, CoachSlot::id))
                .groupBy((seat, slot) -> slot, toList((seat, slot) -> seat.task()))
                .filter((slot, tasks) -> !madeFor(slot.getSchedule(), tasks))
                .penalize(HARD)
                .asConstraint(RIDERS);
    }

    Constraint demand(ConstraintFactory factory) {
        return factory.forEach(GroupFact.class)
                .penalizeLong(MEDIUM, group -> (long) group.weight * group.headcount)
                .asConstraint(DEMAND);
    }

    Constraint served(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .rewardLong(
                        MEDIUM,
                        part -> (long) part.group().weight * part.getItinerary().headcount())
                .asConstraint(SERVED);
    }

    Constraint coachCost(ConstraintFactory factory) {
        return factory.forEach(CoachSlot.class)
                .penalizeLong(FEN, slot -> slot.getSchedule().costFen())
                .asConstraint(COACH_COST);
    }

    Constraint serviceCost(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .filter(part -> !part.getItinerary().direct())
                .groupBy(part -> part.getItinerary().ride().service(), toList(GroupPart::getItinerary))
                .penalizeLong(FEN, AssignmentConstraints::bookingFen)
                .asConstraint(SERVICE_COST);
    }

    Constraint rideCost(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .filter(part -> !part.getItinerary().direct())
                .penalizeLong(FEN, part -> part.getItinerary().rideFen())
                .asConstraint(RIDE_COST);
    }

    Constraint splitCost(ConstraintFactory factory) {
        return factory.forEach(GroupPart.class)
                .groupBy(GroupPart::group, sum(part -> 1))
                .penalizeLong(FEN, (group, parts) -> (parts - (group.pinnedParts > 0 ? 0 : 1)) * group.extraPartFen)
                .asConstraint(SPLIT_COST);
    }

    private static List<Seat> seatsTaken(GroupPart part) {
        Itinerary itinerary = part.getItinerary();
        List<Seat> seats = new ArrayList<>(2);
        if (itinerary.coachOut() != Itinerary.NONE) {
            seats.add(new Seat(itinerary.coachOut(), itinerary.taskOut(part.group())));
        }
        if (itinerary.coachIn() != Itinerary.NONE) {
            seats.add(new Seat(itinerary.coachIn(), itinerary.taskIn(part.group())));
        }
        return seats;
    }

    private static boolean madeFor(TripSchedule schedule, List<LegTask> tasks) {
        if (schedule == null || schedule.tasks().size() != tasks.size()) {
            return false;
        }
        List<LegTask> sorted = new ArrayList<>(tasks);
        sorted.sort(TripScheduler.CANONICAL);
        return sorted.equals(schedule.tasks());
    }

    private static long overload(ServiceFact service, List<Itinerary> riders) {
        Roster.Load load = load(service, riders);
        long over = 0;
        for (int s = 0; s < load.persons.length; s++) {
            over += Math.max(0, load.persons[s] - service.unitLimit() * service.seatsPerUnit);
            over += Math.max(0, load.wheelchairs[s] - service.unitLimit() * service.wheelchairsPerUnit);
        }
        return over;
    }

    private static long bookingFen(ServiceFact service, List<Itinerary> riders) {
        Roster.Load load = load(service, riders);
        int units = Math.min(service.unitLimit(), service.units(load.persons, load.wheelchairs, load.passengers));
        return service.costFen(units, load.passengers);
    }

    private static Roster.Load load(ServiceFact service, List<Itinerary> riders) {
        Roster.Load load = new Roster.Load(service);
        for (Itinerary itinerary : riders) {
            load.add(itinerary, 1);
        }
        return load;
    }

    private static long overdraw(PoolFact pool, List<TripSchedule> trips) {
        if (trips.size() + pool.pinnedBusy.size() / 2 <= pool.pool.count()) {
            return 0;
        }
        return new PoolUsage(pool, trips).overload();
    }
}
