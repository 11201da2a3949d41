package io.chunfeng.day;

import io.chunfeng.dispatch.RanTrip;
import java.util.List;

/**
 * What a file of actuals would record. With any finding nothing of it is.
 *
 * @param trips that the file has figures of, by departure
 */
public record ActualsPreview(List<Trip> trips, List<Finding> findings) {

    /** Has a message {@code recording.import.state.<name>}. */
    public enum State {
        NEW,
        /** Reported before with other figures: a correction. */
        CHANGED,
        UNCHANGED
    }

    /**
     * @param entry to be recorded; null for what is unchanged
     * @param boarded as it will stand
     */
    public record Trip(
            TripRef ref, RanTrip.Kind kind, String name, State state, TripEntry entry, List<Boarded> boarded) {
        public Trip {
            boarded = List.copyOf(boarded);
        }

        public int planned() {
            return boarded.stream().mapToInt(Boarded::planned).sum();
        }

        public int persons() {
            return boarded.stream().mapToInt(Boarded::persons).sum();
        }
    }

    /**
     * @param cell as Excel names it: {@code H5}
     * @param found what the cell shows; may be empty
     * @param key of the message that says what is expected
     */
    public record Finding(
            String sheet, int row, String cell, String header, String found, String key, List<String> details) {
        public Finding {
            details = List.copyOf(details);
        }
    }

    public ActualsPreview {
        trips = List.copyOf(trips);
        findings = List.copyOf(findings);
    }

    /** All there is to record; nothing when there are findings. */
    public List<TripEntry> entries() {
        return findings.isEmpty()
                ? trips.stream()
                        .filter(trip -> trip.entry() != null)
                        .map(Trip::entry)
                        .toList()
                : List.of();
    }

    public long count(State state) {
        return trips.stream().filter(trip -> trip.state() == state).count();
    }
}
