package io.chunfeng.web;

import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.RailConversion;
import io.chunfeng.statistics.SeatBlockConversion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the province counts. */
@Component
class ProvinceCounting {
    private final CountingSettings settings;

    ProvinceCounting(
            @Value("${chunfeng.statistics.rule:MAIN_LEG}") CountingRule rule,
            @Value("${chunfeng.statistics.rail:TRAIN_AS_ONE}") RailConversion rail,
            @Value("${chunfeng.statistics.seat-blocks:SEAT_BLOCK_AS_ONE}") SeatBlockConversion seatBlocks) {
        this.settings = new CountingSettings(rule, rail, seatBlocks);
    }

    CountingSettings settings() {
        return settings;
    }
}
