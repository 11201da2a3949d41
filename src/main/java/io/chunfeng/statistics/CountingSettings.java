package io.chunfeng.statistics;

/** What a province decides about counting; all of it is printed under every table. */
public record CountingSettings(CountingRule rule, RailConversion rail, SeatBlockConversion seatBlocks) {
    public static final CountingSettings DEFAULT = new CountingSettings(
            CountingRule.MAIN_LEG, RailConversion.TRAIN_AS_ONE, SeatBlockConversion.SEAT_BLOCK_AS_ONE);

    public CountingSettings withRule(CountingRule other) {
        return new CountingSettings(other, rail, seatBlocks);
    }
}
