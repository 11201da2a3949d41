package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.Sheet;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.ProblemChange;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What dispatchers may do to a sheet, sensible or not. */
final class RandomOperations {
    /** The kinds that {@link #of} makes. */
    static final List<Class<? extends Operation>> KINDS = List.of(
            Operation.Move.class,
            Operation.Board.class,
            Operation.Split.class,
            Operation.Join.class,
            Operation.MergeTrips.class,
            Operation.ChangePool.class,
            Operation.ChangeDeparture.class,
            Operation.DropTrip.class,
            Operation.Pin.class,
            Operation.Unpin.class,
            Operation.Remedy.class);

    private final Random random;

    RandomOperations(Random random) {
        this.random = random;
    }

    /** Null when the sheet has nothing for an operation of that kind. */
    Operation of(Class<? extends Operation> kind, Sheet sheet) {
        Plan plan = sheet.plan();
        if (kind == Operation.Board.class || kind == Operation.Remedy.class) {
            return plan.unserved().isEmpty() ? null : forUnserved(kind, sheet, any(plan.unserved()));
        }
        if (kind == Operation.Unpin.class) {
            return sheet.pinnedTrips().isEmpty()
                    ? null
                    : new Operation.Unpin(
                            any(sheet.pinnedTrips().stream().sorted().toList()));
        }
        if (plan.journeys().isEmpty() || plan.coachTrips().isEmpty()) {
            return null;
        }
        int journey = random.nextInt(plan.journeys().size());
        int headcount = plan.journeys().get(journey).headcount();
        Plan.CoachTrip trip = any(plan.coachTrips());
        if (kind == Operation.Move.class) {
            return new Operation.Move(
                    journey,
                    random.nextBoolean() ? headcount : 1 + random.nextInt(headcount),
                    target(sheet, group(sheet, plan.journeys().get(journey).groupId()), journey));
        }
        if (kind == Operation.Split.class) {
            return headcount < 2 ? null : new Operation.Split(journey, 1 + random.nextInt(headcount - 1));
        }
        if (kind == Operation.Join.class) {
            return join(plan);
        }
        if (kind == Operation.MergeTrips.class) {
            return new Operation.MergeTrips(trip.id(), near(plan, trip).id());
        }
        if (kind == Operation.ChangePool.class) {
            return new Operation.ChangePool(
                    trip.id(), any(sheet.problem().coachPools()).id());
        }
        if (kind == Operation.ChangeDeparture.class) {
            Plan.Event stop = trip.events().stream()
                    .filter(Plan.Stop.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            return new Operation.ChangeDeparture(
                    trip.id(), stop.to().plus(Duration.ofMinutes(5L * (random.nextInt(241) - 120))));
        }
        return kind == Operation.Pin.class ? new Operation.Pin(trip.id()) : new Operation.DropTrip(trip.id());
    }

    private Operation forUnserved(Class<? extends Operation> kind, Sheet sheet, Plan.Unserved rest) {
        Group group = group(sheet, rest.groupId());
        if (kind == Operation.Board.class) {
            return new Operation.Board(rest.groupId(), 1 + random.nextInt(rest.headcount()), target(sheet, group, -1));
        }
        CoachPool pool = any(sheet.problem().coachPools());
        return new Operation.Remedy(
                rest.groupId(),
                any(List.of(
                        new ProblemChange.LaterArrival(
                                rest.groupId(), group.latestArrival().plus(Duration.ofHours(6))),
                        new ProblemChange.MoreCoaches(pool.id(), 2),
                        new ProblemChange.SmallerPart(rest.groupId(), 1),
                        new ProblemChange.AnotherMode(rest.groupId(), Mode.COACH))));
    }

    private static Group group(Sheet sheet, String id) {
        return sheet.problem().groups().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Near ones mostly: anywhere is nearly always absurd. */
    private Target target(Sheet sheet, Group group, int journey) {
        List<String> services = Stream.concat(
                        sheet.problem().trainServices().stream().map(train -> train.id()),
                        sheet.problem().flights().stream().map(flight -> flight.id()))
                .toList();
        int choice = random.nextInt(10);
        if (choice == 0 && journey >= 0) {
            return new Target.Off();
        }
        if (choice < 3) {
            return new Target.OnNewTrip(any(sheet.problem().coachPools()).id());
        }
        if (choice < 5 && !services.isEmpty()) {
            // far away from most there is nothing to ride; one in four is tried all the same
            List<String> near = services.stream()
                    .filter(id ->
                            !new ServiceRides(sheet.problem(), group, id).ways().isEmpty())
                    .toList();
            return new Target.OnService(any(near.isEmpty() || random.nextInt(4) == 0 ? services : near));
        }
        Plan.CoachTrip trip = any(sheet.plan().coachTrips());
        if (choice < 9 && journey >= 0) {
            String vehicle = sheet.plan().journeys().get(journey).legs().get(0).vehicle();
            trip = sheet.plan().coachTrips().stream()
                    .filter(one -> one.id().equals(vehicle))
                    .findFirst()
                    .map(own -> near(sheet.plan(), own))
                    .orElse(trip);
        }
        return new Target.OnTrip(trip.id());
    }

    private Operation join(Plan plan) {
        for (int i = 0; i < plan.journeys().size(); i++) {
            for (int j = i + 1; j < plan.journeys().size(); j++) {
                if (plan.journeys()
                                .get(i)
                                .groupId()
                                .equals(plan.journeys().get(j).groupId())
                        && random.nextInt(3) == 0) {
                    return new Operation.Join(j, i);
                }
            }
        }
        return null;
    }

    /** Another trip of the same pool where there is one. */
    private Plan.CoachTrip near(Plan plan, Plan.CoachTrip trip) {
        List<Plan.CoachTrip> same = plan.coachTrips().stream()
                .filter(one -> one.poolId().equals(trip.poolId()) && one != trip)
                .toList();
        return same.isEmpty() ? any(plan.coachTrips()) : any(same);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
