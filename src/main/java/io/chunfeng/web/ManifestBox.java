package io.chunfeng.web;

import io.chunfeng.manifest.ManifestCounts;
import io.chunfeng.manifest.ManifestMatch;

/** 花名册 48/53: how far a group's manifest is. Holds nothing personal and needs no keys. */
record ManifestBox(String groupId, int headcount, int wheelchairs, ManifestCounts counts) {

    public ManifestMatch match() {
        return counts.match(headcount, wheelchairs);
    }

    /** How many are missing, or too many. */
    public int difference() {
        return Math.abs(headcount - counts.seated());
    }
}
