package io.chunfeng.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody is on the way. */
public enum PassengerRole {
    WORKER(true, "务工人员", "工人", "务工者", "职工", "员工", "乘客", "worker"),
    /** 领队: goes along on a seat, and is called when something is wrong. */
    ESCORT(true, "领队", "带队", "带队人员", "领队人员", "随队干部", "escort"),
    /** On a lap: on the manifest, on no seat, in no headcount (道路运输条例 art. 34, 实施条例 art. 55). */
    INFANT(false, "婴幼儿", "婴儿", "幼儿", "免票儿童", "infant");

    private final boolean seated;
    private final List<String> names;

    PassengerRole(boolean seated, String... names) {
        this.seated = seated;
        this.names = List.of(names);
    }

    /** Whether they are part of the group's headcount. */
    public boolean seated() {
        return seated;
    }

    ManifestCounts count(boolean wheelchair) {
        return seated ? new ManifestCounts(1, 0, wheelchair ? 1 : 0) : new ManifestCounts(0, 1, 0);
    }

    public String chinese() {
        return names.get(0);
    }

    /** @param name as people write it, without spaces */
    static Optional<PassengerRole> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(role -> role.names.contains(wanted))
                .findFirst();
    }
}
