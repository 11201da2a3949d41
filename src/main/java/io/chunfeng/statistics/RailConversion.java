package io.chunfeng.statistics;

/**
 * How trains and carriages, which are kept apart, make up the one figure 专列（含包车厢）数量. Every chartered
 * carriage of a scheduled train counts 1; the choice is about whole trains. No source settles it: the province sets it.
 */
public enum RailConversion {
    TRAIN_AS_ONE("专列每列计1，包车厢每节计1", "a chartered train counts 1, a chartered carriage 1") {
        @Override
        public long units(long trains, long carriagesOfTrains, long carriages) {
            return trains + carriages;
        }
    },
    TRAIN_AS_CARRIAGES("专列按编组节数计，包车厢每节计1", "a chartered train counts its carriages, a chartered carriage 1") {
        @Override
        public long units(long trains, long carriagesOfTrains, long carriages) {
            return carriagesOfTrains + carriages;
        }
    };

    private final String zh;
    private final String en;

    RailConversion(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * @param trains chartered trains
     * @param carriagesOfTrains their carriages
     * @param carriages chartered carriages of scheduled trains
     */
    public abstract long units(long trains, long carriagesOfTrains, long carriages);

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
