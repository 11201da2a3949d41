package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.road.RoadMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A problem compiled for the solver: indices for ids, pinned people and coaches taken off, rides worked out. */
final class Instance {
    static final long ZONE_OFFSET_SECONDS = 8 * 3600;

    final PlanningProblem problem;
    final Rules rules;
    final long asOf;
    final RoadMatrix matrix;
    final int[][] metres;
    final int[][] seconds;
    final String[] placeIds;
    final String[] prefectures;
    final List<GroupFact> groups = new ArrayList<>();
    final List<PoolFact> pools = new ArrayList<>();
    final List<ServiceFact> services = new ArrayList<>();
    private final Map<String, Integer> placeIndex;
    private final List<List<GroupFact>> suited = new ArrayList<>();

    Instance(PlanningProblem problem) {
        this.problem = problem;
        this.rules = problem.rules();
        this.asOf = problem.asOf().getEpochSecond();
        this.matrix = problem.matrix();
        this.metres = matrix.metres();
        this.seconds = matrix.seconds();
        this.placeIndex = matrix.index();
        this.placeIds = matrix.placeIds().toArray(String[]::new);
        this.prefectures = new String[placeIds.length];
        Arrays.fill(prefectures, "");
        for (Place place : problem.places()) {
            prefectures[placeIndex.get(place.id())] = place.prefecture();
        }
        addPools();
        addServices();
        addGroups();
        Told.tell(this);
        findSuited();
    }

    /** A smaller problem with the same places and rules; its facts are to be added. */
    Instance(Instance whole) {
        problem = whole.problem;
        rules = whole.rules;
        asOf = whole.asOf;
        matrix = whole.matrix;
        metres = whole.metres;
        seconds = whole.seconds;
        placeIndex = whole.placeIndex;
        placeIds = whole.placeIds;
        prefectures = whole.prefectures;
    }

    /** To be called when all groups and services are there. */
    void findSuited() {
        services.forEach(service -> suited.add(new ArrayList<>()));
        for (GroupFact group : groups) {
            ServiceFact last = null;
            for (RideOption ride : group.rides) {
                if (ride.service() != last) {
                    last = ride.service();
                    suited.get(last.index).add(group);
                }
            }
        }
    }

    static long localDay(long epochSecond) {
        return Math.floorDiv(epochSecond + ZONE_OFFSET_SECONDS, 86_400L);
    }

    /** Whether H10 asks for one end in the coach's home prefecture. */
    boolean homeEndApplies() {
        return rules.homeEnd() && !problem.emergency();
    }

    boolean reachable(int from, int to) {
        return metres[from][to] != RoadMatrix.UNREACHABLE;
    }

    /**
     * Time on the train or flight, transfers, another train or flight than published, and another day than preferred when
     * people walk to it; in fen.
     */
    long rideFen(GroupFact group, RideOption ride, int headcount) {
        Rules.Weights weights = rules.weights();
        long seconds = (ride.arrival() - ride.departure()) * headcount;
        long fen = (seconds * weights.fenPerPassengerHour() + 1800) / 3600
                + headcount * (ride.legs() - 1L) * weights.fenPerPassengerTransfer()
                + weights.fenPerChangedBoarding()
                        * group.told.changedOn(
                                ride.service(), ride.service().place[ride.board()], ride.departure(), headcount);
        return ride.feederOut()
                ? fen
                : fen + group.dayShift(ride.departure(), headcount) * weights.fenPerPassengerDayShift();
    }

    boolean knows(String place) {
        return placeIndex.containsKey(place);
    }

    int place(String id) {
        return placeIndex.get(id);
    }

    private void addPools() {
        Map<String, PoolFact> byId = new HashMap<>();
        for (CoachPool pool : problem.coachPools()) {
            PoolFact fact = new PoolFact(pools.size(), pool, place(pool.depot()), asOf);
            pools.add(fact);
            byId.put(pool.id(), fact);
        }
        for (PoolFact fact : pools) {
            for (CoachPool.Outage outage : fact.pool.outages()) {
                for (int i = 0; i < outage.coaches(); i++) {
                    fact.pinnedBusy.add(outage.from().getEpochSecond());
                    fact.pinnedBusy.add(outage.until().getEpochSecond());
                }
            }
        }
        for (Plan.CoachTrip trip : problem.pinned().coachTrips()) {
            PoolFact fact = byId.get(trip.poolId());
            fact.pinnedBusy.add(trip.busyFrom().getEpochSecond());
            fact.pinnedBusy.add(trip.busyUntil().getEpochSecond());
        }
    }

    /** Services that are booked, or can still be; later bookings would break H14. */
    private void addServices() {
        Map<String, ServiceFact> byId = new HashMap<>();
        Set<String> booked = new HashSet<>();
        problem.pinned().trainBookings().forEach(booking -> booked.add(booking.serviceId()));
        problem.pinned().flightBookings().forEach(booking -> booked.add(booking.flightId()));
        for (TrainService train : problem.trainServices()) {
            int n = train.calls().size();
            int[] place = new int[n];
            long[] arrive = new long[n];
            long[] depart = new long[n];
            for (int i = 0; i < n; i++) {
                place[i] = place(train.calls().get(i).place());
                arrive[i] = train.calls().get(i).arrive().getEpochSecond();
                depart[i] = train.calls().get(i).depart().getEpochSecond();
            }
            if (bookable(train.bookBy()) || booked.contains(train.id())) {
                add(
                        byId,
                        new ServiceFact(
                                services.size(),
                                train.id(),
                                true,
                                place,
                                arrive,
                                depart,
                                train.seatsPerCarriage(),
                                train.wheelchairSpacesPerCarriage(),
                                train.minCarriages(),
                                train.maxCarriages(),
                                0,
                                train.serviceFen(),
                                train.fenPerCarriage(),
                                train.fenPerPassenger(),
                                rules.checkInSecondsRail(),
                                rules.egressSecondsRail()));
            }
        }
        for (Flight flight : problem.flights()) {
            if (bookable(flight.bookBy()) || booked.contains(flight.id())) {
                add(
                        byId,
                        new ServiceFact(
                                services.size(),
                                flight.id(),
                                false,
                                new int[] {place(flight.from()), place(flight.to())},
                                new long[] {
                                    flight.depart().getEpochSecond(),
                                    flight.arrive().getEpochSecond()
                                },
                                new long[] {
                                    flight.depart().getEpochSecond(),
                                    flight.arrive().getEpochSecond()
                                },
                                flight.seats(),
                                flight.wheelchairSpaces(),
                                1,
                                1,
                                flight.minPassengers(),
                                flight.flightFen(),
                                0,
                                flight.fenPerPassenger(),
                                rules.checkInSecondsAir(),
                                rules.egressSecondsAir()));
            }
        }
        pinServices(byId);
    }

    private void add(Map<String, ServiceFact> byId, ServiceFact service) {
        services.add(service);
        byId.put(service.id, service);
    }

    private void pinServices(Map<String, ServiceFact> byId) {
        for (Plan.TrainBooking booking : problem.pinned().trainBookings()) {
            ServiceFact service = byId.get(booking.serviceId());
            if (service != null) {
                service.pinnedUnits = booking.carriages();
            }
        }
        for (Plan.Journey journey : problem.pinned().journeys()) {
            for (Plan.Leg leg : journey.legs()) {
                ServiceFact service = byId.get(leg.vehicle());
                if (service == null) {
                    continue;
                }
                service.pinnedPassengers += journey.headcount();
                int board = service.callAt(place(leg.board()), leg.boardAt().getEpochSecond(), true);
                int alight = service.callAt(place(leg.alight()), leg.alightAt().getEpochSecond(), false);
                for (int s = board; s < alight; s++) {
                    service.pinnedLoad[s] += journey.headcount();
                    service.pinnedWheelchairs[s] += journey.wheelchairs();
                }
            }
        }
    }

    private boolean bookable(Instant bookBy) {
        return bookBy.getEpochSecond() >= asOf;
    }

    private void addGroups() {
        Map<String, int[]> pinned = new HashMap<>();
        for (Plan.Journey journey : problem.pinned().journeys()) {
            int[] sum = pinned.computeIfAbsent(journey.groupId(), id -> new int[3]);
            sum[0] += journey.headcount();
            sum[1] += journey.wheelchairs();
            sum[2]++;
        }
        Rides rides = new Rides(this);
        int[] none = new int[3];
        for (Group group : problem.groups()) {
            int[] taken = pinned.getOrDefault(group.id(), none);
            GroupFact fact = new GroupFact(
                    groups.size(),
                    group,
                    place(group.from()),
                    place(group.to()),
                    group.headcount() - taken[0],
                    group.wheelchairs() - taken[1],
                    asOf,
                    rules.weights().unserved(group.priority()),
                    rules.weights().fenPerExtraPart(),
                    group.preferredDate() == null
                            ? GroupFact.NO_PREFERRED_DAY
                            : group.preferredDate().toEpochDay());
            fact.pinnedParts = taken[2];
            fact.direct = group.modes().contains(Mode.COACH)
                    && fact.from != fact.to
                    && reachable(fact.from, fact.to)
                    && fact.earliest + seconds[fact.from][fact.to] <= fact.latest;
            groups.add(fact);
            rides.addTo(fact);
        }
    }

    /** Groups that could take the train or flight. */
    List<GroupFact> suited(ServiceFact service) {
        return suited.get(service.index);
    }
}
