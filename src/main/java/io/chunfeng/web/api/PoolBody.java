package io.chunfeng.web.api;

import io.chunfeng.capacity.CoachPool;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A coach pool as the exchange format writes it; its id is in the address. */
@Schema(name = "CoachPool", example = """
        {"operator":"太原市汽车运输公司","depot":"dp-1401","homePrefecture":"1401","approvedSeats":49,"wheelchairSpaces":0,
        "count":12,"availableFrom":"2024-01-25T00:00:00+08:00","availableUntil":"2024-04-09T00:00:00+08:00",
        "dispatchYuan":900.00,"yuanPerLoadedKm":11.00,"yuanPerEmptyKm":6.00,"yuanPerDriverDay":300.00}""")
record PoolBody(
        @Schema(example = "太原市汽车运输公司") String operator,

        @Schema(description = "Id of the place where every trip starts and ends", example = "dp-1401")
        String depot,

        @Schema(description = "车籍所在地: first four digits of GB/T 2260", example = "1401")
        String homePrefecture,

        @Schema(description = "核载, drivers included", example = "49")
        Integer approvedSeats,

        @Schema(description = "0 when left out", example = "0")
        Integer wheelchairSpaces,

        @Schema(description = "Coaches", example = "12") Integer count,
        @Schema(example = "2024-01-25T00:00:00+08:00") OffsetDateTime availableFrom,
        @Schema(example = "2024-04-09T00:00:00+08:00") OffsetDateTime availableUntil,

        @Schema(description = "Yuan a dispatch", example = "900.00")
        BigDecimal dispatchYuan,

        @Schema(description = "Yuan a kilometre with passengers", example = "11.00")
        BigDecimal yuanPerLoadedKm,

        @Schema(description = "Yuan a kilometre without", example = "6.00")
        BigDecimal yuanPerEmptyKm,

        @Schema(description = "Yuan a driver and day", example = "300.00")
        BigDecimal yuanPerDriverDay) {

    static PoolBody of(CoachPool pool) {
        return new PoolBody(
                pool.operator(),
                pool.depot(),
                pool.homePrefecture(),
                pool.approvedSeats(),
                pool.wheelchairSpaces(),
                pool.count(),
                Moments.of(pool.availableFrom()),
                Moments.of(pool.availableUntil()),
                Moments.yuan(pool.dispatchFen()),
                Moments.yuan(pool.fenPerLoadedKm()),
                Moments.yuan(pool.fenPerEmptyKm()),
                Moments.yuan(pool.fenPerDriverDay()));
    }
}
