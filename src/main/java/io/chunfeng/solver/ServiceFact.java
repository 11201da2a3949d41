package io.chunfeng.solver;

/**
 * A train service or flight as the solver sees it. A train is booked in carriages; a flight is one unit with all seats.
 */
final class ServiceFact {
    final int index;
    final String id;
    final boolean rail;
    final int[] place;
    final long[] arrive;
    final long[] depart;
    final int seatsPerUnit;
    final int wheelchairsPerUnit;
    final int minUnits;
    final int maxUnits;
    final int minPassengers;
    final long serviceFen;
    final long fenPerUnit;
    final long fenPerPassenger;
    final int checkInSeconds;
    final int egressSeconds;
    /** Riders who are pinned: on board of every segment they use. */
    final int[] pinnedLoad;

    final int[] pinnedWheelchairs;
    int pinnedPassengers;
    /** Booked by a pinned booking, which must stay as it is; 0 when free. */
    int pinnedUnits;
    /** Others ride because people of this problem do: without them they are too few (H13). */
    boolean relied;

    ServiceFact(
            int index,
            String id,
            boolean rail,
            int[] place,
            long[] arrive,
            long[] depart,
            int seatsPerUnit,
            int wheelchairsPerUnit,
            int minUnits,
            int maxUnits,
            int minPassengers,
            long serviceFen,
            long fenPerUnit,
            long fenPerPassenger,
            int checkInSeconds,
            int egressSeconds) {
        this.index = index;
        this.id = id;
        this.rail = rail;
        this.place = place;
        this.arrive = arrive;
        this.depart = depart;
        this.seatsPerUnit = seatsPerUnit;
        this.wheelchairsPerUnit = wheelchairsPerUnit;
        this.minUnits = minUnits;
        this.maxUnits = maxUnits;
        this.minPassengers = minPassengers;
        this.serviceFen = serviceFen;
        this.fenPerUnit = fenPerUnit;
        this.fenPerPassenger = fenPerPassenger;
        this.checkInSeconds = checkInSeconds;
        this.egressSeconds = egressSeconds;
        this.pinnedLoad = new int[place.length - 1];
        this.pinnedWheelchairs = new int[place.length - 1];
    }

    /** The same service for a smaller problem, with those on board who are pinned. */
    ServiceFact(ServiceFact like, int index) {
        this(
                index,
                like.id,
                like.rail,
                like.place,
                like.arrive,
                like.depart,
                like.seatsPerUnit,
                like.wheelchairsPerUnit,
                like.minUnits,
                like.maxUnits,
                like.minPassengers,
                like.serviceFen,
                like.fenPerUnit,
                like.fenPerPassenger,
                like.checkInSeconds,
                like.egressSeconds);
        System.arraycopy(like.pinnedLoad, 0, pinnedLoad, 0, segments());
        System.arraycopy(like.pinnedWheelchairs, 0, pinnedWheelchairs, 0, segments());
        pinnedPassengers = like.pinnedPassengers;
        pinnedUnits = like.pinnedUnits;
    }

    int segments() {
        return place.length - 1;
    }

    /** The call at a place at a moment; a train may call at a place twice. */
    int callAt(int wanted, long moment, boolean departing) {
        for (int i = 0; i < place.length; i++) {
            if (place[i] == wanted && (departing ? depart[i] : arrive[i]) == moment) {
                return i;
            }
        }
        throw new IllegalArgumentException("pinned journey: no call of " + id + " at that place and time");
    }

    /** Units that may be booked at most. */
    int unitLimit() {
        return pinnedUnits > 0 ? pinnedUnits : maxUnits;
    }

    /** Units that this load needs; 0 for nobody. Rounds up. */
    int units(int[] load, int[] wheelchairs, int passengers) {
        if (pinnedUnits > 0) {
            return pinnedUnits;
        }
        if (passengers == 0) {
            return 0;
        }
        int units = Math.max(1, minUnits);
        for (int s = 0; s < load.length; s++) {
            units = Math.max(units, ceilDiv(load[s], seatsPerUnit));
            if (wheelchairs[s] > 0) {
                units = wheelchairsPerUnit == 0
                        ? Integer.MAX_VALUE
                        : Math.max(units, ceilDiv(wheelchairs[s], wheelchairsPerUnit));
            }
        }
        return units;
    }

    /** Cost of the booking in fen. */
    long costFen(int units, int passengers) {
        return units == 0 ? 0 : serviceFen + units * fenPerUnit + passengers * fenPerPassenger;
    }

    static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }

    @Override
    public String toString() {
        return id;
    }
}
