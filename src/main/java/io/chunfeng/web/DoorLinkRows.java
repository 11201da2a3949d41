package io.chunfeng.web;

import io.chunfeng.day.DoorLink;
import io.chunfeng.day.DoorLinks;
import io.chunfeng.day.DoorSeal;
import io.chunfeng.day.TripRef;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links for the escorts of a trip as its page shows them. */
@Component
class DoorLinkRows {
    private final DoorLinks links;
    private final DoorSeal seal;
    private final Clock clock;

    DoorLinkRows(DoorLinks links, DoorSeal seal, Clock clock) {
        this.links = links;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param address whole, as the phone needs it @param code null when the link opens nothing any more */
    record Row(DoorLink link, DoorLink.State state, String address, QrCode code) {}

    List<Row> of(TripRef trip) {
        return links.of(trip).stream().map(this::row).toList();
    }

    private Row row(DoorLink link) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/door/")
                .path(seal.token(link))
                .toUriString();
        DoorLink.State state = link.state(clock.instant());
        return new Row(link, state, address, state == DoorLink.State.OPEN ? QrCode.of(address) : null);
    }
}
