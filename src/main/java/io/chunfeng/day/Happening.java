package io.chunfeng.day;

import java.time.Instant;

/** What has gone wrong. Ids are those of the plan in force. */
public sealed interface Happening {
    IncidentKind kind();

    /** The coach of a trip cannot run. @param until it can again */
    record CoachBroken(String vehicle, Instant until) implements Happening {
        @Override
        public IncidentKind kind() {
            return IncidentKind.COACH_BROKEN;
        }
    }

    /** Nobody else drives it: the coach of the trip stands. */
    record DriverUnavailable(String vehicle, Instant until) implements Happening {
        @Override
        public IncidentKind kind() {
            return IncidentKind.DRIVER_UNAVAILABLE;
        }
    }

    /** @param minutes after the published departure, at the earliest */
    record GroupLate(String groupId, int minutes) implements Happening {
        @Override
        public IncidentKind kind() {
            return IncidentKind.GROUP_LATE;
        }
    }

    /** @param persons who do not come */
    record NoShows(String groupId, int persons) implements Happening {
        @Override
        public IncidentKind kind() {
            return IncidentKind.NO_SHOWS;
        }
    }

    /** @param persons who are there and want to travel */
    record GroupResized(String groupId, int persons) implements Happening {
        @Override
        public IncidentKind kind() {
            return IncidentKind.GROUP_RESIZED;
        }
    }

    record RoadClosed(long closureId) implements Happening {
        @Override
        public IncidentKind kind() {
            return IncidentKind.ROAD_CLOSED;
        }
    }

    /** No train or flight calls there until then. */
    record StationClosed(String place, Instant until) implements Happening {
        @Override
        public IncidentKind kind() {
            return IncidentKind.STATION_CLOSED;
        }
    }

    /** @param vehicle id of a train service or flight */
    record ServiceCancelled(String vehicle) implements Happening {
        @Override
        public IncidentKind kind() {
            return IncidentKind.SERVICE_CANCELLED;
        }
    }
}
