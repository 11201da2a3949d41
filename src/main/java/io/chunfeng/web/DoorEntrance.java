package io.chunfeng.web;

import io.chunfeng.day.DayBoard;
import io.chunfeng.day.DoorLink;
import io.chunfeng.day.DoorLinks;
import io.chunfeng.day.DoorSeal;
import io.chunfeng.day.TripRef;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** What a link opens: the trip it was made for, under whichever plan is in force. */
@Component
class DoorEntrance {
    private final DoorLinks links;
    private final DoorSeal seal;
    private final DayBoard board;
    private final Clock clock;

    DoorEntrance(DoorLinks links, DoorSeal seal, DayBoard board, Clock clock) {
        this.links = links;
        this.seal = seal;
        this.board = board;
        this.clock = clock;
    }

    /** Each has a message {@code door.closed.<name>}. */
    enum Closed {
        UNKNOWN,
        EXPIRED,
        REVOKED,
        /** Another plan is in force, and the trip is not in it. */
        NOT_RUN
    }

    /** @param link null for one that was never given out @param trip null when it is closed @param closed why, or null */
    record Entry(DoorLink link, TripRef trip, Closed closed) {}

    Entry enter(String token) {
        OptionalLong id = DoorSeal.id(token);
        Optional<DoorLink> found = id.isEmpty() ? Optional.empty() : links.find(id.getAsLong());
        Optional<DoorLink> link = found.filter(one -> seal.opens(token, one));
        if (link.isEmpty()) {
            return new Entry(null, null, Closed.UNKNOWN);
        }
        return switch (link.get().state(clock.instant())) {
            case EXPIRED -> new Entry(link.get(), null, Closed.EXPIRED);
            case REVOKED -> new Entry(link.get(), null, Closed.REVOKED);
            case OPEN ->
                board.inForce(link.get().trip())
                        .map(trip -> new Entry(link.get(), trip, null))
                        .orElseGet(() -> new Entry(link.get(), null, Closed.NOT_RUN));
        };
    }
}
