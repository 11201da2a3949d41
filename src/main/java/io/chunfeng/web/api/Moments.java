package io.chunfeng.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times and money as the exchange format writes them: with the offset of Asia/Shanghai; yuan with two decimals. */
final class Moments {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private Moments() {}

    static OffsetDateTime of(Instant instant) {
        return instant == null ? null : instant.atOffset(SHANGHAI);
    }

    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
