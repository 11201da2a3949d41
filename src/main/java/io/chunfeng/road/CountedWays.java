package io.chunfeng.road;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.util.OSMParsers;

/**
 * Counts the ways that the engine's reader looks at. It reads the file twice and tells nobody, but asks these rules about every way both times;
 * so the second time it is known how many there are.
 */
final class CountedWays extends OSMParsers {
    private static final int BETWEEN_REPORTS = 10_000;

    private final OpeningListener listener;
    private long firstId;
    private long seen;
    private long inAll;

    CountedWays(OSMParsers rules, OpeningListener listener) {
        super(
                rules.getIgnoredHighways(),
                rules.getWayTagParsers(),
                rules.getRelationTagParsers(),
                rules.getRestrictionTagParsers());
        this.listener = listener;
    }

    @Override
    public boolean acceptWay(ReaderWay way) {
        if (seen == 0) {
            firstId = way.getId();
        } else if (way.getId() == firstId) {
            inAll = seen;
            seen = 0;
        }
        if (++seen % BETWEEN_REPORTS == 0 || seen == inAll) {
            listener.at(OpeningStage.READING, seen, inAll);
        }
        return super.acceptWay(way);
    }
}
