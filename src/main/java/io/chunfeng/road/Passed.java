package io.chunfeng.road;

/** Something that a way passes, as a charter plate (包车客运标志牌) names it under 主要途经地. */
public sealed interface Passed {
    /** From the start of the way to where it is passed, or to where it begins. */
    int metres();

    /** The same, so much further from the start. */
    Passed shifted(int moreMetres);

    /**
     * @param name as on maps, for example 太原市
     * @param adminCode GB/T 2260; empty where the map does not say
     * @param city of prefecture level, or directly under its province; false: a county
     */
    record Town(String name, String adminCode, boolean city, int metres) implements Passed {
        @Override
        public Town shifted(int moreMetres) {
            return new Town(name, adminCode, city, metres + moreMetres);
        }

        boolean isSame(Town other) {
            return other != null && name.equals(other.name) && adminCode.equals(other.adminCode);
        }
    }

    /**
     * A stretch on one numbered road.
     *
     * @param number of an expressway (G5, G4W2, S60) or a national road (G108)
     * @param name as on the map, for example 京昆高速, or empty
     * @param metres from the start of the way to its beginning
     * @param toMetres from the start of the way to its end
     */
    record Road(String number, String name, int metres, int toMetres) implements Passed {
        public int length() {
            return toMetres - metres;
        }

        @Override
        public Road shifted(int moreMetres) {
            return new Road(number, name, metres + moreMetres, toMetres + moreMetres);
        }

        /** Whether another stretch is the same road going on, the gap between them being none to speak of. */
        boolean goesOnIn(Road next) {
            return number.equals(next.number) && next.metres - toMetres < RoadNumbers.GAP_METRES;
        }
    }
}
