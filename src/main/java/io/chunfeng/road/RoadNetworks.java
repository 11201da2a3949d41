package io.chunfeng.road;

import java.nio.file.Path;

/** Opens maps. */
public final class RoadNetworks {
    private RoadNetworks() {}

    /**
     * Loads the prepared graph of a map into memory, or prepares it first: about a second for the default map, some minutes for a country.
     *
     * @param cacheFolder prepared graphs; created where absent
     * @throws MapFormatException when the map is missing, broken or something else; the message says what to do
     * @throws java.io.UncheckedIOException when the cache folder cannot be written
     */
    public static RoadNetwork open(MapSource source, Path cacheFolder) {
        return open(source, cacheFolder, AccessRule.usual(source), GraphStorage.RAM, OpeningListener.NONE);
    }

    /** The same with every choice, telling a listener how far it is. */
    public static RoadNetwork open(
            MapSource source, Path cacheFolder, AccessRule access, GraphStorage storage, OpeningListener listener) {
        String sha256 = source instanceof OsmExtract extract
                ? new KnownHashes(cacheFolder).of(extract.path(), listener)
                : source.sha256();
        CoachEngine engine = new GraphCache(cacheFolder, listener).load(sha256, () -> engine(source, storage));
        return new GraphHopperNetwork(engine, sha256, source.description(), access);
    }

    /** In a thread of its own, with the usual rule for the way from the door to the road. */
    public static OpeningNetwork openInBackground(
            MapSource source, Path cacheFolder, GraphStorage storage, OpeningListener listener) {
        return openInBackground(source, cacheFolder, AccessRule.usual(source), storage, listener);
    }

    /**
     * The same in a thread of its own. What can be told in a moment is checked before.
     *
     * @throws MapFormatException when the map is missing, cut off or not a map
     */
    public static OpeningNetwork openInBackground(
            MapSource source, Path cacheFolder, AccessRule access, GraphStorage storage, OpeningListener listener) {
        source.check();
        return new OpeningNetwork(
                source.description(), listener, opening -> open(source, cacheFolder, access, storage, opening));
    }

    private static CoachEngine engine(MapSource source, GraphStorage storage) {
        if (source instanceof OsmExtract extract) {
            return new OsmEngine(extract, storage);
        }
        return new TrunkEngine((TrunkTables) source, storage);
    }
}
