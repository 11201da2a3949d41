package io.chunfeng.solver;

import io.chunfeng.desk.Operation;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.RefusedOperationException.Reason;
import io.chunfeng.desk.Reworking;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Changes by hand. A trip that still stops at the same places, at times that hold for everybody on it, keeps its day;
 * every other trip that somebody boards or leaves is worked out anew.
 */
public final class SolverReworking implements Reworking {
    private static final long TRIES = 2_000;

    @Override
    public Reworked apply(PlanningProblem problem, Plan plan, Set<String> used, Operation operation) {
        Change change = new Change(problem, plan, used);
        if (operation instanceof Operation.Move move) {
            return change.move(move);
        }
        if (operation instanceof Operation.Board board) {
            return change.board(board);
        }
        if (operation instanceof Operation.Split split) {
            return change.split(split);
        }
        if (operation instanceof Operation.Join join) {
            return change.join(join);
        }
        if (operation instanceof Operation.MergeTrips merge) {
            return change.merge(merge);
        }
        if (operation instanceof Operation.ChangePool pool) {
            return change.pool(pool);
        }
        if (operation instanceof Operation.ChangeDeparture departure) {
            return change.departure(departure);
        }
        if (operation instanceof Operation.DropTrip drop) {
            return change.drop(drop);
        }
        if (operation instanceof Operation.Remedy remedy) {
            return change.remedy(remedy);
        }
        throw new IllegalArgumentException("changes no trip: " + operation);
    }

    private static RefusedOperationException refused(Reason reason, Object detail) {
        return new RefusedOperationException(reason, String.valueOf(detail));
    }

    /** One operation on one plan. */
    private static final class Change {
        private final PlanningProblem problem;
        private final Plan plan;
        private final Set<String> taken;
        private final HandPlan hand;
        private final Set<Plan.Journey> pinned;

        Change(PlanningProblem problem, Plan plan, Set<String> used) {
            this.problem = problem;
            this.plan = plan;
            taken = new HashSet<>(used);
            plan.coachTrips().forEach(trip -> taken.add(trip.id()));
            problem.published().coachTrips().forEach(trip -> taken.add(trip.id()));
            problem.trainServices().forEach(train -> taken.add(train.id()));
            problem.flights().forEach(flight -> taken.add(flight.id()));
            hand = new HandPlan(problem, plan, taken);
            pinned = new HashSet<>(problem.pinned().journeys());
        }

        private Reworked done(HandPlan after) {
            return new Reworked(problem, after.plan());
        }

        Reworked move(Operation.Move move) {
            Plan.Journey journey = free(move.journey());
            PartSize part = part(journey, move.persons(), journey.headcount());
            boolean whole = move.persons() == journey.headcount();
            if (same(journey, whole, move.target())) {
                throw refused(Reason.NOTHING_CHANGES, journey.groupId());
            }
            requireFree(move.target());
            hand.take(move.journey(), part);
            return done(new PlacedByHand(hand, hand.group(journey.groupId()), part, journey).on(move.target()));
        }

        private boolean same(Plan.Journey journey, boolean whole, Target target) {
            if (target instanceof Target.OnTrip on) {
                return rides(journey, on.tripId());
            }
            if (target instanceof Target.OnService on) {
                return rides(journey, on.serviceId());
            }
            return target instanceof Target.OnNewTrip on && whole && aloneOn(journey, on.poolId());
        }

        /** They have a coach of that pool for themselves. */
        private boolean aloneOn(Plan.Journey journey, String poolId) {
            String vehicle = journey.legs().get(0).vehicle();
            return journey.legs().size() == 1
                    && hand.main(journey) < 0
                    && hand.riders(vehicle).size() == 1
                    && hand.trip(vehicle).poolId().equals(poolId);
        }

        private static boolean rides(Plan.Journey journey, String vehicle) {
            return journey.legs().stream().anyMatch(leg -> leg.vehicle().equals(vehicle));
        }

        Reworked board(Operation.Board board) {
            PartSize left = hand.left(hand.group(board.groupId()).id());
            if (board.persons() < 1 || board.persons() > left.persons()) {
                throw refused(Reason.PERSONS, left.persons());
            }
            if (board.target() instanceof Target.Off) {
                throw refused(Reason.NOTHING_CHANGES, board.groupId());
            }
            requireFree(board.target());
            PartSize part = some(left.persons(), left.wheelchairs(), board.persons());
            hand.board(board.groupId(), part);
            return done(new PlacedByHand(hand, hand.group(board.groupId()), part, null).on(board.target()));
        }

        Reworked split(Operation.Split split) {
            Plan.Journey journey = free(split.journey());
            PartSize part = part(journey, split.persons(), journey.headcount() - 1);
            hand.take(split.journey(), part);
            hand.add(new Plan.Journey(journey.groupId(), part.persons(), part.wheelchairs(), journey.legs()));
            return done(hand.workedOut());
        }

        Reworked join(Operation.Join join) {
            Plan.Journey own = free(join.journey());
            Plan.Journey into = free(join.into());
            if (join.journey() == join.into()) {
                throw refused(Reason.NOTHING_CHANGES, own.groupId());
            }
            if (!own.groupId().equals(into.groupId())) {
                throw new RefusedOperationException(Reason.NOT_ALIKE, own.groupId(), into.groupId());
            }
            hand.set(join.journey(), null);
            hand.set(
                    join.into(),
                    new Plan.Journey(
                            into.groupId(),
                            into.headcount() + own.headcount(),
                            into.wheelchairs() + own.wheelchairs(),
                            into.legs()));
            return done(hand.workedOut());
        }

        Reworked merge(Operation.MergeTrips merge) {
            trip(merge.tripId());
            trip(merge.intoTripId());
            if (merge.tripId().equals(merge.intoTripId())) {
                throw refused(Reason.NOTHING_CHANGES, merge.tripId());
            }
            for (int rider : hand.riders(merge.tripId())) {
                Plan.Journey journey = free(rider);
                if (rides(journey, merge.intoTripId())) {
                    throw new RefusedOperationException(Reason.NOT_ALIKE, merge.tripId(), merge.intoTripId());
                }
                hand.set(rider, null);
                hand.join(new Plan.Journey(
                        journey.groupId(),
                        journey.headcount(),
                        journey.wheelchairs(),
                        journey.legs().stream()
                                .map(leg -> leg.vehicle().equals(merge.tripId())
                                        ? new Plan.Leg(
                                                merge.intoTripId(),
                                                leg.board(),
                                                leg.boardAt(),
                                                leg.alight(),
                                                leg.alightAt())
                                        : leg)
                                .toList()));
            }
            hand.drop(merge.tripId());
            return done(hand.workedOut());
        }

        Reworked pool(Operation.ChangePool change) {
            Plan.CoachTrip trip = trip(change.tripId());
            if (hand.pool(change.poolId()).id().equals(trip.poolId())) {
                throw refused(Reason.NOTHING_CHANGES, trip.id());
            }
            hand.changePool(trip.id(), change.poolId());
            return done(hand.workedOut());
        }

        Reworked departure(Operation.ChangeDeparture change) {
            Plan.CoachTrip trip = trip(change.tripId());
            Instant now = trip.events().stream()
                    .filter(Plan.Stop.class::isInstance)
                    .map(Plan.Event::to)
                    .findFirst()
                    .orElseThrow(() -> refused(Reason.NO_WAY, trip.id()));
            if (now.equals(change.departure())) {
                throw refused(Reason.NOTHING_CHANGES, trip.id());
            }
            hand.leaveAt(trip.id(), change.departure().getEpochSecond());
            return done(hand);
        }

        Reworked drop(Operation.DropTrip drop) {
            trip(drop.tripId());
            for (int rider : hand.riders(drop.tripId())) {
                Plan.Journey journey = free(rider);
                PartSize all = new PartSize(journey.headcount(), journey.wheelchairs());
                hand.take(rider, all);
                hand.leave(journey.groupId(), all);
            }
            hand.drop(drop.tripId());
            return done(hand.workedOut());
        }

        Reworked remedy(Operation.Remedy remedy) {
            PartSize left = hand.left(hand.group(remedy.groupId()).id());
            if (left.persons() == 0) {
                throw refused(Reason.PERSONS, 0);
            }
            Plan after = new Counterfactual(
                            problem, plan, remedy.groupId(), left.persons(), left.wheelchairs(), new Tries(TRIES))
                    .mostWith(remedy.change());
            if (after == null) {
                throw refused(Reason.NO_WAY, remedy.groupId());
            }
            return new Reworked(remedy.change().applied(problem), NewNames.of(plan, after, taken));
        }

        private Plan.CoachTrip trip(String id) {
            Plan.CoachTrip trip = hand.trip(id);
            if (trip == null) {
                throw refused(Reason.UNKNOWN, id);
            }
            if (hand.pinned(id)) {
                throw refused(Reason.PINNED, id);
            }
            return trip;
        }

        private void requireFree(Target target) {
            if (target instanceof Target.OnTrip on) {
                trip(on.tripId());
            }
            if (target instanceof Target.OnNewTrip on) {
                hand.pool(on.poolId());
            }
            if (target instanceof Target.OnService on
                    && problem.trainServices().stream()
                            .noneMatch(train -> train.id().equals(on.serviceId()))
                    && problem.flights().stream()
                            .noneMatch(flight -> flight.id().equals(on.serviceId()))) {
                throw refused(Reason.UNKNOWN, on.serviceId());
            }
        }

        private Plan.Journey free(int index) {
            if (index < 0 || index >= plan.journeys().size()) {
                throw refused(Reason.UNKNOWN, index);
            }
            Plan.Journey journey = hand.journey(index);
            if (pinned.contains(plan.journeys().get(index))) {
                throw refused(Reason.PINNED, journey.groupId());
            }
            return journey;
        }

        private static PartSize part(Plan.Journey journey, int persons, int most) {
            if (persons < 1 || persons > most) {
                throw refused(Reason.PERSONS, most);
            }
            return some(journey.headcount(), journey.wheelchairs(), persons);
        }

        /** Wheelchair users go last: where they travel now, there is a place for them. */
        private static PartSize some(int headcount, int wheelchairs, int persons) {
            return new PartSize(persons, Math.max(0, persons - (headcount - wheelchairs)));
        }
    }
}
