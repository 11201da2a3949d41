package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.statistics.ReportingUnit;

/** Whose figures somebody may see and enter: staff of counties those of their own counties, others all. */
final class EntryScope {
    private EntryScope() {}

    static boolean covers(Viewer viewer, ReportingUnit unit) {
        return viewer.role() != Role.COUNTY || viewer.counties().contains(unit.code());
    }

    /** @throws NotFoundException for a unit that is none of theirs, as if there were none */
    static void require(Viewer viewer, ReportingUnit unit) {
        if (!covers(viewer, unit)) {
            throw new NotFoundException();
        }
    }
}
