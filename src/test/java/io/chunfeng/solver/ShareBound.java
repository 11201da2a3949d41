package io.chunfeng.solver;

import io.chunfeng.demand.Mode;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What every plan that serves everybody costs at least, person by person; for problems of any size.
 *
 * <p>Proof. A coach trip's cost is at least that of {@link CoachShares} for each of its riders, hence at least the sum over
 * its riders of that ÷ seats, since there are no more riders than seats. A group's parts that use a coach are no bigger than
 * the biggest coach, so that with p parts of at most m persons each person bears 1/m of a fee, and the sum less one fee for
 * the group is no more than what extra parts cost. A service with u of at most U carriages costs F + c·u ≥ u · (F/U + c)
 * fen. For any prices μ ≥ 0 of a seat on each of its segments, Σ μ·load ≤ u · seats · Σ μ. Hence for any prices
 *
 * <p>cost ≥ Σ over groups of persons · min(least share of a coach, least of (ride + Σ μ on its segments)) − fee + Σ over
 * services of U · min(0, F/U + c − seats · Σ μ).
 *
 * <p>The prices are improved step by step along the loads less the seats; every one of them proves a bound. Left out: who
 * rides with whom, coaches of a pool, wheelchairs, minimums of flights, smallest parts.
 */
final class ShareBound {
    private static final int MOST_STEPS = 2_000;
    private static final int PATIENCE_STEPS = 12;
    private static final double LEAST_STEP = 2e-3;
    /** Persons times fen are summed in floating point. */
    private static final double TOLERANCE = 1e-9;

    private final Instance in;
    private final double[] coachFen;
    private final List<List<ShareRides.Ride>> rides = new ArrayList<>();
    /** Number of each service's first segment. */
    private final int[] firstSegment;

    private final double[] carriageFen;
    private final long partFen;
    private double[] prices;
    private double[] loads;

    private ShareBound(Instance in) {
        this.in = in;
        partFen = in.rules.weights().fenPerExtraPart();
        firstSegment = new int[in.services.size() + 1];
        carriageFen = new double[in.services.size()];
        for (ServiceFact service : in.services) {
            firstSegment[service.index + 1] = firstSegment[service.index] + service.segments();
            carriageFen[service.index] = (double) service.serviceFen / service.maxUnits + service.fenPerUnit;
        }
        coachFen = new double[in.groups.size()];
        CoachShares shares = new CoachShares(in);
        ShareRides all = new ShareRides(in, shares);
        for (GroupFact group : in.groups) {
            double whole = (double) partFen / group.headcount;
            double split = (double) partFen / Math.max(1, Math.min(group.headcount, shares.mostSeats));
            coachFen[group.index] = coachFen(group, shares, all) + split;
            rides.add(all.of(group).stream()
                    .map(ride -> new ShareRides.Ride(
                            ride.service(),
                            firstSegment[ride.service().index] + ride.board(),
                            firstSegment[ride.service().index] + ride.alight(),
                            ride.personFen() + (ride.feeder() ? split : whole),
                            ride.feeder()))
                    .toList());
        }
    }

    /**
     * Fen; empty where somebody cannot be served at all, so that there is no such plan.
     *
     * @param problem without anything pinned
     */
    static OptionalDouble of(PlanningProblem problem) {
        double fen = new ShareBound(new Instance(problem)).climb();
        return fen < Double.POSITIVE_INFINITY
                ? OptionalDouble.of(Math.floor(fen - Math.abs(fen) * TOLERANCE) - 2)
                : OptionalDouble.empty();
    }

    private double coachFen(GroupFact group, CoachShares shares, ShareRides all) {
        double least = Double.POSITIVE_INFINITY;
        if (group.group.modes().contains(Mode.COACH) && in.reachable(group.from, group.to)) {
            double fenPerSecond = in.rules.weights().fenPerPassengerHour() / 3600.0;
            for (CoachShares.Share share : shares.between(group.from, group.to)) {
                if (shares.arrival(group.earliest, group.from, group.to, share.drivers()) <= group.latest) {
                    least = Math.min(
                            least,
                            share.seatFen()
                                    + share.rideSeconds() * fenPerSecond
                                    + all.leastShiftFen(group, group.latest - share.rideSeconds()));
                }
            }
        }
        return least;
    }

    private double climb() {
        int segments = firstSegment[in.services.size()];
        prices = new double[segments];
        loads = new double[segments];
        for (ServiceFact service : in.services) {
            Arrays.fill(
                    prices,
                    firstSegment[service.index],
                    firstSegment[service.index + 1],
                    carriageFen[service.index] / service.seatsPerUnit / service.segments());
        }
        double best = value();
        double[] bestPrices = prices.clone();
        double step = 1;
        int inVain = 0;
        for (int i = 0; i < MOST_STEPS && step > LEAST_STEP && best < Double.POSITIVE_INFINITY; i++) {
            double square = move(bestPrices, step, best);
            if (square == 0) {
                break;
            }
            double fen = value();
            if (fen > best * (1 + 1e-7)) {
                inVain = 0;
            } else if (++inVain == PATIENCE_STEPS) {
                inVain = 0;
                step /= 2;
                System.arraycopy(bestPrices, 0, prices, 0, segments);
                value();
            }
            if (fen > best) {
                best = fen;
                System.arraycopy(prices, 0, bestPrices, 0, segments);
            }
        }
        return best;
    }

    /** Along the loads less the seats, to a price below which no service would fall; answers the square of the way. */
    private double move(double[] bestPrices, double step, double best) {
        double[] slope = new double[prices.length];
        double square = 0;
        for (ServiceFact service : in.services) {
            double seats = (double) service.maxUnits * service.seatsPerUnit;
            for (int s = firstSegment[service.index]; s < firstSegment[service.index + 1]; s++) {
                slope[s] = loads[s] - seats;
                if (slope[s] < 0 && prices[s] <= floor(service, s)) {
                    slope[s] = 0;
                }
                square += slope[s] * slope[s];
            }
        }
        if (square == 0) {
            return 0;
        }
        double length = step * 0.02 * Math.abs(best) / square;
        for (ServiceFact service : in.services) {
            for (int s = firstSegment[service.index]; s < firstSegment[service.index + 1]; s++) {
                prices[s] = Math.max(0, prices[s] + length * slope[s]);
            }
            raise(service);
        }
        return square;
    }

    /** A single segment's price never pays below the carriage itself. */
    private double floor(ServiceFact service, int segment) {
        return service.segments() == 1 ? carriageFen[service.index] / service.seatsPerUnit : 0;
    }

    /** Below the cost of its carriages the prices of a service prove nothing more. */
    private void raise(ServiceFact service) {
        int from = firstSegment[service.index];
        int to = firstSegment[service.index + 1];
        double sum = 0;
        for (int s = from; s < to; s++) {
            sum += prices[s];
        }
        double missing = carriageFen[service.index] / service.seatsPerUnit - sum;
        for (int s = from; s < to && missing > 0; s++) {
            prices[s] += missing / service.segments();
        }
    }

    /** The bound that the prices prove; leaves the loads that they bring about. */
    private double value() {
        Arrays.fill(loads, 0);
        double sum = 0;
        for (GroupFact group : in.groups) {
            double least = coachFen[group.index];
            ShareRides.Ride cheapest = null;
            for (ShareRides.Ride ride : rides.get(group.index)) {
                double fen = ride.personFen();
                for (int s = ride.board(); s < ride.alight(); s++) {
                    fen += prices[s];
                }
                if (fen < least) {
                    least = fen;
                    cheapest = ride;
                }
            }
            sum += least * group.headcount - partFen;
            if (cheapest != null) {
                for (int s = cheapest.board(); s < cheapest.alight(); s++) {
                    loads[s] += group.headcount;
                }
            }
        }
        for (ServiceFact service : in.services) {
            double price = 0;
            for (int s = firstSegment[service.index]; s < firstSegment[service.index + 1]; s++) {
                price += prices[s];
            }
            sum += service.maxUnits * Math.min(0, carriageFen[service.index] - service.seatsPerUnit * price);
        }
        return sum;
    }
}
