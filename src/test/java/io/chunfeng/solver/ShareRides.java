package io.chunfeng.solver;

import io.chunfeng.demand.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every train and flight that a person of a group can take, with what that costs at least besides a seat on it: shares of
 * feeders ({@link CoachShares}), time from door to door, fare, transfers, days off the wished date. A feeder may end
 * anywhere within walking distance of the station (H11).
 */
final class ShareRides {
    /**
     * @param board,alight calls of the service
     * @param personFen all but the seat itself and the fee for parts
     * @param feeder whether a coach is needed on either side, so that a part is no bigger than a coach
     */
    record Ride(ServiceFact service, int board, int alight, double personFen, boolean feeder) {}

    /** Between a group's place and a call: the least share and the shortest ride, zero for who walks. */
    private record Access(ServiceFact service, int call, boolean walk, double fen, long seconds) {}

    private final Instance in;
    private final CoachShares shares;
    private final double fenPerSecond;
    private final Map<Integer, List<Access>> out = new HashMap<>();
    private final Map<Integer, List<List<Access>>> home = new HashMap<>();
    private final Map<Integer, List<Integer>> walks = new HashMap<>();

    ShareRides(Instance in, CoachShares shares) {
        this.in = in;
        this.shares = shares;
        fenPerSecond = in.rules.weights().fenPerPassengerHour() / 3600.0;
    }

    List<Ride> of(GroupFact group) {
        List<Ride> rides = new ArrayList<>();
        List<List<Access>> after = home.computeIfAbsent(group.to, this::after);
        for (Access before : out.computeIfAbsent(group.from, this::before)) {
            if (group.group.modes().contains(before.service.rail ? Mode.RAIL : Mode.AIR)) {
                for (Access last : after.get(before.service.index)) {
                    if (last.call > before.call) {
                        add(rides, group, before, last);
                    }
                }
            }
        }
        return rides;
    }

    private void add(List<Ride> rides, GroupFact group, Access before, Access last) {
        ServiceFact service = before.service;
        long leaves = service.depart[before.call] - (before.walk ? 0 : service.checkInSeconds + before.seconds);
        long arrives = service.arrive[last.call] + (last.walk ? 0 : service.egressSeconds + last.seconds);
        if (leaves < group.earliest || arrives > group.latest) {
            return;
        }
        double transferFen = in.rules.weights().fenPerPassengerTransfer();
        double shiftFen = leastShiftFen(group, leaves);
        if (before.walk) {
            double asWalker =
                    group.dayShift(leaves, 1) * (double) in.rules.weights().fenPerPassengerDayShift();
            shiftFen = Math.min(asWalker, shiftFen + transferFen + service.checkInSeconds * fenPerSecond);
        }
        double fen = (arrives - leaves) * fenPerSecond
                + (before.walk ? 0 : before.fen + transferFen)
                + (last.walk ? 0 : last.fen + transferFen)
                + service.fenPerPassenger
                + shiftFen;
        rides.add(new Ride(service, before.call, last.call, fen, !before.walk || !last.walk));
    }

    /** Of whoever leaves between the group's earliest departure and a moment. */
    double leastShiftFen(GroupFact group, long latestDeparture) {
        if (group.preferredDay == GroupFact.NO_PREFERRED_DAY) {
            return 0;
        }
        long early = group.preferredDay - Instance.localDay(latestDeparture);
        long late = Instance.localDay(group.earliest) - group.preferredDay;
        return Math.max(0, Math.max(early, late)) * (double) in.rules.weights().fenPerPassengerDayShift();
    }

    private List<Access> before(int place) {
        List<Access> found = new ArrayList<>();
        for (ServiceFact service : in.services) {
            for (int call = 0; call < service.segments(); call++) {
                addAccess(found, service, call, place, true);
            }
        }
        return found;
    }

    private List<List<Access>> after(int place) {
        List<List<Access>> found = new ArrayList<>();
        for (ServiceFact service : in.services) {
            List<Access> ofService = new ArrayList<>();
            for (int call = 1; call < service.place.length; call++) {
                addAccess(ofService, service, call, place, false);
            }
            found.add(ofService);
        }
        return found;
    }

    private void addAccess(List<Access> found, ServiceFact service, int call, int place, boolean toStation) {
        int station = service.place[call];
        if (walkable(place, station)) {
            found.add(new Access(service, call, true, 0, 0));
            return;
        }
        double fen = Double.POSITIVE_INFINITY;
        long ride = Long.MAX_VALUE;
        for (int stop : walks.computeIfAbsent(station, this::within)) {
            int board = toStation ? place : stop;
            int alight = toStation ? stop : place;
            if (in.reachable(board, alight) && in.metres[board][alight] <= in.rules.maxFeederMetres()) {
                for (CoachShares.Share share : shares.between(board, alight)) {
                    fen = Math.min(fen, share.seatFen());
                    ride = Math.min(ride, share.rideSeconds());
                }
            }
        }
        if (fen < Double.POSITIVE_INFINITY) {
            found.add(new Access(service, call, false, fen, ride));
        }
    }

    private List<Integer> within(int station) {
        List<Integer> found = new ArrayList<>();
        for (int place = 0; place < in.placeIds.length; place++) {
            if (walkable(place, station)) {
                found.add(place);
            }
        }
        return found;
    }

    private boolean walkable(int a, int b) {
        return a == b
                || in.reachable(a, b) && in.metres[a][b] <= in.rules.walkMetres()
                || in.reachable(b, a) && in.metres[b][a] <= in.rules.walkMetres();
    }
}
