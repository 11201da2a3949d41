package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Group;
import io.chunfeng.manifest.BrokenManifestException;
import io.chunfeng.manifest.DocumentKind;
import io.chunfeng.manifest.Manifest;
import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.ManifestExpiry;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.manifest.OpeningReason;
import io.chunfeng.manifest.PassengerRole;
import io.chunfeng.manifest.TypedPassenger;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.PlaceRepository;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one manifest, masked, in full, or closed for want of its keys. */
@Component
class ManifestSheets {
    private static final Logger LOG = LoggerFactory.getLogger(ManifestSheets.class);

    private final Manifests manifests;
    private final ManifestExpiry expiry;
    private final PlaceRepository places;

    ManifestSheets(Manifests manifests, ManifestExpiry expiry, PlaceRepository places) {
        this.manifests = manifests;
        this.expiry = expiry;
        this.places = places;
    }

    /** Masked. */
    String masked(Viewer viewer, String groupId, Model model) {
        try {
            return page(manifests.masked(viewer, groupId), model);
        } catch (ManifestKeysException e) {
            return closed(viewer, groupId, "manifest.keys." + e.reason(), e, model);
        } catch (BrokenManifestException e) {
            return closed(viewer, groupId, "manifest.broken", e, model);
        }
    }

    private String closed(Viewer viewer, String groupId, String why, RuntimeException cause, Model model) {
        LOG.error(cause.getMessage());
        model.addAttribute("closed", why);
        return page(manifests.closed(viewer, groupId), model);
    }

    /** @param model with what was typed and refused, if anything */
    String page(Manifest manifest, Model model) {
        Group group = manifest.group().group();
        Names names = new Names(places.all());
        ManifestCounts counts = manifests.counts(List.of(group.id())).getOrDefault(group.id(), ManifestCounts.NONE);
        model.addAttribute("manifest", manifest);
        model.addAttribute("group", group);
        model.addAttribute("box", new ManifestBox(group.id(), group.headcount(), group.wheelchairs(), counts));
        model.addAttribute("from", names.of(group.from()));
        model.addAttribute("to", names.of(group.to()));
        model.addAttribute("day", GroupRow.day(group));
        model.addAttribute("counties", AdminCodes.all());
        model.addAttribute("daysKept", expiry.daysKept());
        model.addAttribute("kinds", DocumentKind.values());
        model.addAttribute("roles", PassengerRole.values());
        model.addAttribute("reasons", EnumSet.complementOf(EnumSet.of(OpeningReason.CORRECTION)));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", new FieldErrors());
        }
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", TypedPassenger.EMPTY);
        }
        return "manifest";
    }
}
