package io.chunfeng.plan;

import io.chunfeng.capacity.TrainService;

/** Which part of a train's way a leg rides. */
final class TrainCalls {
    private TrainCalls() {}

    /** Position of the place among the calls, or -1. */
    static int call(TrainService service, String place) {
        for (int i = 0; i < service.calls().size(); i++) {
            if (service.calls().get(i).place().equals(place)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the leg is aboard from the given call to the next. */
    static boolean rides(TrainService service, Plan.Leg leg, int segment) {
        int board = call(service, leg.board());
        return board >= 0 && board <= segment && call(service, leg.alight()) > segment;
    }

    /** Whether the leg boards before it alights, at the times of the timetable. */
    static boolean matches(TrainService service, Plan.Leg leg) {
        int board = call(service, leg.board());
        int alight = call(service, leg.alight());
        return board >= 0
                && alight > board
                && service.calls().get(board).depart().equals(leg.boardAt())
                && service.calls().get(alight).arrive().equals(leg.alightAt());
    }
}
