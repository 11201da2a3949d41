package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.DoorLink;
import io.chunfeng.day.DoorLinks;
import io.chunfeng.day.TripRef;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 登记链接: made and taken back by a dispatcher on the trip's page. */
@Controller
class DoorLinkPage {
    private static final int LONGEST_NAME = 40;

    private final DoorLinks links;
    private final DayRows rows;
    private final Audit audit;
    private final Clock clock;

    DoorLinkPage(DoorLinks links, DayRows rows, Audit audit, Clock clock) {
        this.links = links;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/day/trips/{plan}/{vehicle}/links")
    String make(
            @PathVariable long plan,
            @PathVariable String vehicle,
            @RequestParam(defaultValue = "") String escort,
            Viewer viewer,
            RedirectAttributes next) {
        TripRef ref = new TripRef(plan, vehicle);
        BoardTrip trip = rows.riding(ref).trip();
        String name = escort.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            next.addFlashAttribute("linkError", true);
        } else {
            Instant now = clock.instant();
            DoorLink made = links.add(ref, name, viewer.login(), now, DoorLinks.expiry(trip, now));
            audit.add(viewer, "door.made", plan + "/" + vehicle, made.id() + " " + name);
        }
        return "redirect:/day/trips/{plan}/{vehicle}#links";
    }

    @PostMapping("/day/trips/{plan}/{vehicle}/links/{id}/revoke")
    String revoke(@PathVariable long plan, @PathVariable String vehicle, @PathVariable long id, Viewer viewer) {
        if (links.revoke(new TripRef(plan, vehicle), id, viewer.login(), clock.instant())) {
            audit.add(viewer, "door.revoked", plan + "/" + vehicle, String.valueOf(id));
        }
        return "redirect:/day/trips/{plan}/{vehicle}#links";
    }
}
