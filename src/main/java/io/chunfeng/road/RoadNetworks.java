package io.chunfeng.road;

import java.nio.file.Path;

/** Opens maps. */
public final class RoadNetworks {
    private RoadNetworks() {}

    /**
     * Loads the prepared graph of a map, or prepares it first: about a second for the default map, some minutes for a country.
     *
     * @param cacheFolder prepared graphs; created where absent
     * @throws MapFormatException when the map is missing, broken or something else; the message says what to do
     * @throws java.io.UncheckedIOException when the cache folder cannot be written
     */
    public static RoadNetwork open(MapSource source, Path cacheFolder) {
        return open(source, cacheFolder, AccessRule.usual(source));
    }

    /** As {@link #open(MapSource, Path)}, with another rule for the way from the door to the road. */
    public static RoadNetwork open(MapSource source, Path cacheFolder, AccessRule access) {
        String sha256 = source.sha256();
        CoachEngine engine = new GraphCache(cacheFolder).load(sha256, () -> engine(source));
        return new GraphHopperNetwork(engine, sha256, source.description(), access);
    }

    private static CoachEngine engine(MapSource source) {
        if (source instanceof OsmExtract extract) {
            return new OsmEngine(extract);
        }
        return new TrunkEngine((TrunkTables) source);
    }
}
