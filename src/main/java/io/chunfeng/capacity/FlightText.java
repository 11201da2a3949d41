package io.chunfeng.capacity;

import io.chunfeng.place.Place;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A flight as it is typed, by the names of the exchange format; and back. */
public final class FlightText {
    public static final List<String> FIELDS = List.of(
            "id",
            "name",
            "kind",
            "from",
            "to",
            "depart",
            "arrive",
            "seats",
            "wheelchairSpaces",
            "minPassengers",
            "flightYuan",
            "yuanPerPassenger",
            "bookBy",
            "leadDays");

    public static final Map<String, Flight.Kind> KINDS = kinds();

    private static final int MOST_SEATS = 900;
    private static final int USUAL_WHEELCHAIRS = 2;
    private static final int LEAST_USUAL = 50;
    private static final int MOST_USUAL = 450;

    private FlightText() {}

    public static Reading<Flight> read(Map<String, String> typed, Surroundings surroundings) {
        TypedFields fields = new TypedFields(typed, surroundings);
        String id = fields.id();
        String name = fields.text("name");
        Flight.Kind kind = fields.choice("kind", KINDS);
        Place from = fields.place("from");
        Place to = fields.place("to");
        Instant depart = fields.moment("depart", false);
        Instant arrive = fields.moment("arrive", false);
        Integer seats = fields.whole("seats", 1, MOST_SEATS);
        Integer wheelchairs = fields.wholeOr("wheelchairSpaces", USUAL_WHEELCHAIRS, 0, MOST_SEATS);
        Integer minimum = fields.wholeOr("minPassengers", 0, 0, MOST_SEATS);
        Long flight = fields.fen("flightYuan");
        Long perPassenger = fields.fen("yuanPerPassenger");
        Instant bookBy = BookingText.read(fields, depart);
        if (from != null && from.equals(to)) {
            fields.add("to", Fault.SAME_PLACE);
        }
        if (depart != null && arrive != null && !depart.isBefore(arrive)) {
            fields.add("arrive", Fault.FLIGHT_ORDER);
        }
        checkSeats(fields, kind, seats, wheelchairs, minimum);
        return new Reading<>(
                fields.failed()
                        ? null
                        : new Flight(
                                id,
                                name,
                                kind,
                                from.id(),
                                to.id(),
                                depart,
                                arrive,
                                seats,
                                wheelchairs,
                                minimum,
                                flight,
                                perPassenger,
                                bookBy),
                fields.findings());
    }

    private static void checkSeats(
            TypedFields fields, Flight.Kind kind, Integer seats, Integer wheelchairs, Integer minimum) {
        if (seats == null) {
            return;
        }
        // a block may be of any size, a whole aircraft not
        if (kind == Flight.Kind.CHARTER && (seats < LEAST_USUAL || seats > MOST_USUAL)) {
            fields.add("seats", Fault.UNUSUAL_AIRCRAFT, LEAST_USUAL, MOST_USUAL);
        }
        if (wheelchairs != null && wheelchairs > seats) {
            fields.add("wheelchairSpaces", Fault.TOO_MANY_WHEELCHAIRS);
        }
        if (minimum != null && minimum > seats) {
            fields.add("minPassengers", Fault.MINIMUM_OVER_SEATS);
        }
    }

    public static Map<String, String> write(Flight flight, Surroundings surroundings) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("id", flight.id());
        typed.put("name", flight.name());
        typed.put("kind", flight.kind().name());
        typed.put("from", surroundings.label(flight.from()));
        typed.put("to", surroundings.label(flight.to()));
        typed.put("depart", TypedMoment.write(flight.depart()));
        typed.put("arrive", TypedMoment.write(flight.arrive()));
        typed.put("seats", String.valueOf(flight.seats()));
        typed.put("wheelchairSpaces", String.valueOf(flight.wheelchairSpaces()));
        typed.put("minPassengers", String.valueOf(flight.minPassengers()));
        typed.put("flightYuan", TypedFields.yuan(flight.flightFen()));
        typed.put("yuanPerPassenger", TypedFields.yuan(flight.fenPerPassenger()));
        typed.put("bookBy", TypedMoment.write(flight.bookBy()));
        return typed;
    }

    private static Map<String, Flight.Kind> kinds() {
        Map<String, Flight.Kind> words = new LinkedHashMap<>();
        words.put("包机", Flight.Kind.CHARTER);
        words.put("切位", Flight.Kind.SEAT_BLOCK);
        return words;
    }
}
