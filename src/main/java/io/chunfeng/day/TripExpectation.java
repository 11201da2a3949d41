package io.chunfeng.day;

import java.time.Instant;
import java.util.List;

/**
 * When a trip really leaves and arrives, as far as reports tell.
 *
 * @param delaySeconds behind what was published
 * @param waitsFor vehicle whose people it has to wait for, or null
 * @param connections of its people to trains and flights, and from these to coaches
 */
public record TripExpectation(
        Instant departsAt, Instant arrivesAt, long delaySeconds, String waitsFor, List<Connection> connections) {

    /**
     * People who change from one vehicle to another.
     *
     * @param arrivesAt expected at the place where they change
     * @param by moment at which they have to be there: check-in begins
     */
    public record Connection(
            String groupId, int persons, String from, String to, String toName, Instant arrivesAt, Instant by) {

        /** Arriving at the moment when check-in begins is early enough; one second later is not. */
        public boolean missed() {
            return arrivesAt.isAfter(by);
        }
    }

    public TripExpectation {
        connections = List.copyOf(connections);
    }

    public List<Connection> missed() {
        return connections.stream().filter(Connection::missed).toList();
    }

    public int personsMissing() {
        return missed().stream().mapToInt(Connection::persons).sum();
    }
}
