package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.manifest.Journey;
import io.chunfeng.manifest.ManifestMatch;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.manifest.SharedPassengers;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.PlaceRepository;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far the manifests of all groups are, and which groups name the same persons. No keys, nothing personal. */
@Controller
class ManifestsPage {
    private static final Set<GroupState> SHOWN = EnumSet.complementOf(EnumSet.of(GroupState.WITHDRAWN));

    private final RegistrationRepository registrations;
    private final Manifests manifests;
    private final ManifestBoxes boxes;
    private final PlaceRepository places;

    ManifestsPage(
            RegistrationRepository registrations, Manifests manifests, ManifestBoxes boxes, PlaceRepository places) {
        this.registrations = registrations;
        this.manifests = manifests;
        this.boxes = boxes;
        this.places = places;
    }

    record Line(Group group, LocalDate day, String from, String to, ManifestBox box) {}

    /** @param groupId null when the viewer may not see that group */
    record Side(String groupId, String county, LocalDate day) {}

    record Pair(Side one, Side other, int passengers) {}

    /** @param match only those that are so far; null: all */
    @GetMapping("/manifests")
    String show(@RequestParam(required = false) String match, Viewer viewer, Model model) {
        List<Group> groups = registrations.in(viewer.scope(), SHOWN).stream()
                .map(Registration::group)
                .toList();
        Map<String, ManifestBox> byGroup = boxes.of(viewer, groups);
        Names names = new Names(places.all());
        ManifestMatch chosen = Arrays.stream(ManifestMatch.values())
                .filter(value -> value.name().equals(match))
                .findFirst()
                .orElse(null);
        model.addAttribute("any", !groups.isEmpty());
        model.addAttribute("chosen", chosen);
        model.addAttribute("matches", ManifestMatch.values());
        model.addAttribute(
                "tally",
                byGroup.values().stream().collect(Collectors.groupingBy(ManifestBox::match, Collectors.counting())));
        model.addAttribute("counties", AdminCodes.all());
        model.addAttribute(
                "lines",
                groups.stream()
                        .filter(group ->
                                chosen == null || byGroup.get(group.id()).match() == chosen)
                        .map(group -> new Line(
                                group,
                                GroupRow.day(group),
                                names.of(group.from()),
                                names.of(group.to()),
                                byGroup.get(group.id())))
                        .toList());
        model.addAttribute(
                "pairs",
                manifests.conflicts(viewer).stream()
                        .map(shared -> pair(viewer, shared))
                        .toList());
        return "manifests";
    }

    private static Pair pair(Viewer viewer, SharedPassengers shared) {
        return new Pair(side(viewer, shared.one()), side(viewer, shared.other()), shared.passengers());
    }

    private static Side side(Viewer viewer, Journey journey) {
        boolean known = viewer.role() == Role.DISPATCHER || viewer.counties().contains(journey.county());
        return new Side(known ? journey.groupId() : null, journey.county(), journey.day());
    }
}
