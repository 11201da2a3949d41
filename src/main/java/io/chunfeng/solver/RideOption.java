package io.chunfeng.solver;

/**
 * A way for a group to use a train or flight.
 *
 * @param board index of the call where it boards
 * @param alight index of the call where it alights
 * @param feederOut a coach is needed to the station; otherwise people walk
 * @param feederIn a coach is needed from the station
 */
record RideOption(ServiceFact service, int board, int alight, boolean feederOut, boolean feederIn) {

    /** The same way on the same service of another problem. */
    RideOption on(ServiceFact same) {
        return new RideOption(same, board, alight, feederOut, feederIn);
    }

    long departure() {
        return service.depart[board];
    }

    long arrival() {
        return service.arrive[alight];
    }

    int legs() {
        return 1 + (feederOut ? 1 : 0) + (feederIn ? 1 : 0);
    }

    LegTask taskOut(GroupFact group, int headcount, int wheelchairs) {
        return new LegTask(
                group,
                LegTask.Kind.FEEDER_OUT,
                group.from,
                service.place[board],
                headcount,
                wheelchairs,
                group.earliest,
                departure() - service.checkInSeconds,
                departure());
    }

    LegTask taskIn(GroupFact group, int headcount, int wheelchairs) {
        return new LegTask(
                group,
                LegTask.Kind.FEEDER_IN,
                service.place[alight],
                group.to,
                headcount,
                wheelchairs,
                arrival() + service.egressSeconds,
                group.latest,
                arrival());
    }
}
