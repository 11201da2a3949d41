package io.chunfeng.day;

/** 突发情况 by kind. Each has a message {@code incident.kind.<name>}. */
public enum IncidentKind {
    COACH_BROKEN,
    DRIVER_UNAVAILABLE,
    GROUP_LATE,
    NO_SHOWS,
    GROUP_RESIZED,
    ROAD_CLOSED,
    STATION_CLOSED,
    SERVICE_CANCELLED
}
