package io.chunfeng.web.api;

import io.chunfeng.capacity.TrainService;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** A train service as the exchange format writes it; its id is in the address. */
@Schema(name = "TrainService", example = """
        {"name":"返岗专列 太原南—上海虹桥","kind":"CHARTERED_TRAIN","calls":[
        {"place":"st-taiyuan-nan","depart":"2024-02-18T08:30:00+08:00"},
        {"place":"st-shanghai-hongqiao","arrive":"2024-02-18T16:40:00+08:00"}],
        "seatsPerCarriage":85,"wheelchairSpacesPerCarriage":1,"minCarriages":4,"maxCarriages":8,
        "serviceYuan":10000.00,"yuanPerCarriage":5000.00,"yuanPerPassenger":90.00,"leadDays":18}""")
record TrainBody(
        @Schema(example = "返岗专列 太原南—上海虹桥") String name,

        @Schema(description = "专列 or 包车厢", example = "CHARTERED_TRAIN")
        TrainService.Kind kind,

        @Schema(description = "Stations in the order of travel, at least two")
        List<Call> calls,

        @Schema(example = "85") Integer seatsPerCarriage,

        @Schema(description = "0 when left out", example = "1")
        Integer wheelchairSpacesPerCarriage,

        @Schema(example = "4") Integer minCarriages,
        @Schema(example = "8") Integer maxCarriages,

        @Schema(description = "Yuan, once, if used at all", example = "10000.00")
        BigDecimal serviceYuan,

        @Schema(description = "Yuan a carriage", example = "5000.00")
        BigDecimal yuanPerCarriage,

        @Schema(description = "Yuan a passenger", example = "90.00")
        BigDecimal yuanPerPassenger,

        @Schema(description = "Last moment to book; or leadDays", example = "2024-01-31T08:30:00+08:00")
        OffsetDateTime bookBy,

        @Schema(description = "Instead of bookBy: so many days before the first departure", example = "18")
        Integer leadDays) {

    @Schema(name = "TrainCall")
    record Call(
            @Schema(description = "Id of a place", example = "st-taiyuan-nan")
            String place,

            @Schema(description = "May be left out at the first station", example = "2024-02-18T08:20:00+08:00")
            OffsetDateTime arrive,

            @Schema(description = "May be left out at the last station", example = "2024-02-18T08:30:00+08:00")
            OffsetDateTime depart) {}

    static TrainBody of(TrainService train) {
        return new TrainBody(
                train.name(),
                train.kind(),
                train.calls().stream()
                        .map(call -> new Call(call.place(), Moments.of(call.arrive()), Moments.of(call.depart())))
                        .toList(),
                train.seatsPerCarriage(),
                train.wheelchairSpacesPerCarriage(),
                train.minCarriages(),
                train.maxCarriages(),
                Moments.yuan(train.serviceFen()),
                Moments.yuan(train.fenPerCarriage()),
                Moments.yuan(train.fenPerPassenger()),
                Moments.of(train.bookBy()),
                null);
    }
}
