package io.chunfeng.statistics;

/**
 * How a seat block (切位) counts in 包机架次. A charter flight always counts 1; the persons on both count as 包机运送人次.
 */
public enum SeatBlockConversion {
    SEAT_BLOCK_AS_ONE("整机包机每架次计1，定期航班切位每班计1架次", "a charter flight counts 1, a seat block on a scheduled flight 1", 1),
    SEAT_BLOCK_NOT_COUNTED(
            "整机包机每架次计1，定期航班切位不计架次，人次照计", "a charter flight counts 1; a seat block is no flight, its persons count", 0);

    private final String zh;
    private final String en;
    private final int flightsPerBlock;

    SeatBlockConversion(String zh, String en, int flightsPerBlock) {
        this.zh = zh;
        this.en = en;
        this.flightsPerBlock = flightsPerBlock;
    }

    public long flights(long charterFlights, long seatBlocks) {
        return charterFlights + seatBlocks * flightsPerBlock;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
