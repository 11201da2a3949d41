package io.chunfeng.manifest;

import java.util.Collection;

/**
 * What of a manifest is no secret.
 *
 * @param seated workers and escorts: what the group's headcount counts
 * @param infants on laps
 * @param wheelchairs among the seated
 */
public record ManifestCounts(int seated, int infants, int wheelchairs) {
    public static final ManifestCounts NONE = new ManifestCounts(0, 0, 0);

    static ManifestCounts of(Collection<Passenger> passengers) {
        return passengers.stream().map(Passenger::count).reduce(NONE, ManifestCounts::plus);
    }

    ManifestCounts plus(ManifestCounts other) {
        return new ManifestCounts(seated + other.seated, infants + other.infants, wheelchairs + other.wheelchairs);
    }

    public int persons() {
        return seated + infants;
    }

    /** How it compares with what the group was registered with. */
    public ManifestMatch match(int headcount, int registeredWheelchairs) {
        if (persons() == 0) {
            return ManifestMatch.NONE;
        }
        if (seated != headcount) {
            return seated < headcount ? ManifestMatch.SHORT : ManifestMatch.OVER;
        }
        return wheelchairs == registeredWheelchairs ? ManifestMatch.COMPLETE : ManifestMatch.WHEELCHAIRS;
    }
}
