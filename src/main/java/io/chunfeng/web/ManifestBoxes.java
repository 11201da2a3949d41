package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Group;
import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.Manifests;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How far manifests are, for pages about groups. */
@Component
class ManifestBoxes {
    private final Manifests manifests;

    ManifestBoxes(Manifests manifests) {
        this.manifests = manifests;
    }

    /** Null for those who do not read manifests. @param group that the viewer may see */
    ManifestBox of(Viewer viewer, Group group) {
        return of(viewer, List.of(group)).get(group.id());
    }

    /** By group id; empty for those who do not read manifests. @param groups that the viewer may see */
    Map<String, ManifestBox> of(Viewer viewer, Collection<Group> groups) {
        Map<String, ManifestBox> boxes = new LinkedHashMap<>();
        if (viewer.role() == Role.COUNTY || viewer.role() == Role.DISPATCHER) {
            Map<String, ManifestCounts> counts =
                    manifests.counts(groups.stream().map(Group::id).toList());
            groups.forEach(group -> boxes.put(
                    group.id(),
                    new ManifestBox(
                            group.id(),
                            group.headcount(),
                            group.wheelchairs(),
                            counts.getOrDefault(group.id(), ManifestCounts.NONE))));
        }
        return boxes;
    }
}
