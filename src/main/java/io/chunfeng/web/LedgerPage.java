package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.TripEvent;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.Recording;
import io.chunfeng.freeze.FreezeFacts;
import io.chunfeng.freeze.FrozenTables;
import io.chunfeng.freeze.TripKey;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.web.security.Access;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 台账: every entry of a trip or a group with its history, and the frozen tables in which a trip stands. */
@Controller
class LedgerPage {
    private final Ledger ledger;
    private final FrozenTables frozen;
    private final FreezeFacts facts;
    private final DayBoard board;

    LedgerPage(Ledger ledger, FrozenTables frozen, FreezeFacts facts, DayBoard board) {
        this.ledger = ledger;
        this.frozen = frozen;
        this.facts = facts;
        this.board = board;
    }

    /** One act of recording. */
    record Act(Recording recording, List<Entry> entries) {}

    /** @param reversed whether a later entry takes it back @param from, to names of the counties at both ends */
    record Entry(LedgerEntry entry, boolean reversed, String county, String from, String to) {}

    @GetMapping("/statistics/ledger/trips/{plan}/{vehicle}")
    String trip(@PathVariable long plan, @PathVariable String vehicle, Viewer viewer, Model model) {
        TripKey key = new TripKey(plan, vehicle);
        List<LedgerEntry> entries = ledger.ofTrip(plan, vehicle);
        if (entries.isEmpty()) {
            throw new NotFoundException();
        }
        List<TripEvent> events = new ArrayList<>(
                board.trip(new TripRef(plan, vehicle)).map(BoardTrip::events).orElse(List.of()));
        Collections.reverse(events);
        model.addAttribute("key", key);
        model.addAttribute("newest", entries.get(entries.size() - 1));
        model.addAttribute(
                "persons", entries.stream().mapToInt(LedgerEntry::persons).sum());
        model.addAttribute("acts", acts(entries));
        model.addAttribute("fact", facts.of(List.of(key)).get(key));
        model.addAttribute("events", events);
        model.addAttribute("standing", frozen.standing(key));
        model.addAttribute("onBoard", !events.isEmpty() && Access.mayRead(viewer.role(), "/day"));
        return "ledger-trip";
    }

    @GetMapping("/statistics/ledger/groups/{group}")
    String group(@PathVariable String group, Viewer viewer, Model model) {
        List<LedgerEntry> entries = ledger.ofGroup(group);
        if (entries.isEmpty()) {
            throw new NotFoundException();
        }
        model.addAttribute("group", group);
        model.addAttribute(
                "persons",
                entries.stream()
                        .filter(LedgerEntry::mainLeg)
                        .mapToInt(LedgerEntry::persons)
                        .sum());
        model.addAttribute("acts", acts(entries));
        model.addAttribute("mayOpen", Access.mayRead(viewer.role(), "/groups/" + group));
        return "ledger-group";
    }

    /** The latest first; within one recording as they were entered. */
    private static List<Act> acts(List<LedgerEntry> entries) {
        Set<Long> reversed = new HashSet<>();
        entries.forEach(entry -> {
            if (entry.reverses() != null) {
                reversed.add(entry.reverses());
            }
        });
        Map<Long, List<Entry>> byRecording = new LinkedHashMap<>();
        entries.forEach(entry -> byRecording
                .computeIfAbsent(entry.recording().id(), id -> new ArrayList<>())
                .add(row(entry, reversed.contains(entry.id()))));
        List<Act> acts = new ArrayList<>();
        byRecording
                .values()
                .forEach(rows -> acts.add(new Act(rows.get(0).entry().recording(), rows)));
        Collections.reverse(acts);
        return acts;
    }

    private static Entry row(LedgerEntry entry, boolean reversed) {
        return new Entry(entry, reversed, name(entry.county()), name(entry.fromCounty()), name(entry.toCounty()));
    }

    private static String name(String county) {
        return county == null
                ? ""
                : AdminCodes.all().find(county).map(area -> area.name()).orElse(county);
    }
}
