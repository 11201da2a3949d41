package io.chunfeng.web.api;

import io.chunfeng.capacity.Flight;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A flight as the exchange format writes it; its id is in the address. */
@Schema(name = "Flight", example = """
        {"name":"返岗包机 太原—深圳","kind":"CHARTER","from":"ap-TYN","to":"ap-SZX","depart":"2024-02-18T13:10:00+08:00",
        "arrive":"2024-02-18T16:00:00+08:00","seats":180,"wheelchairSpaces":2,"minPassengers":100,
        "flightYuan":130000.00,"yuanPerPassenger":50.00,"bookBy":"2024-02-16T00:00:00+08:00"}""")
record FlightBody(
        @Schema(example = "返岗包机 太原—深圳") String name,

        @Schema(
                description = "包机 (a whole aircraft) or 切位 (a block of seats): two kinds in the statistics",
                example = "CHARTER")
        Flight.Kind kind,

        @Schema(description = "Id of the airport of departure", example = "ap-TYN")
        String from,

        @Schema(description = "Id of the airport of arrival", example = "ap-SZX")
        String to,

        @Schema(example = "2024-02-18T13:10:00+08:00") OffsetDateTime depart,
        @Schema(example = "2024-02-18T16:00:00+08:00") OffsetDateTime arrive,
        @Schema(example = "180") Integer seats,

        @Schema(description = "2 when left out", example = "2")
        Integer wheelchairSpaces,

        @Schema(description = "Booked with at least so many, or not at all; 0 when left out", example = "100")
        Integer minPassengers,

        @Schema(description = "Yuan, once, if used", example = "130000.00")
        BigDecimal flightYuan,

        @Schema(description = "Yuan a passenger", example = "50.00")
        BigDecimal yuanPerPassenger,

        @Schema(description = "Last moment to book; or leadDays", example = "2024-02-16T00:00:00+08:00")
        OffsetDateTime bookBy,

        @Schema(description = "Instead of bookBy: so many days before the departure", example = "2")
        Integer leadDays) {

    static FlightBody of(Flight flight) {
        return new FlightBody(
                flight.name(),
                flight.kind(),
                flight.from(),
                flight.to(),
                Moments.of(flight.depart()),
                Moments.of(flight.arrive()),
                flight.seats(),
                flight.wheelchairSpaces(),
                flight.minPassengers(),
                Moments.yuan(flight.flightFen()),
                Moments.yuan(flight.fenPerPassenger()),
                Moments.of(flight.bookBy()),
                null);
    }
}
