package io.chunfeng.capacity;

import io.chunfeng.place.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A train service as it is typed, by the names of the exchange format; and back. */
public final class TrainText {
    public static final List<String> FIELDS = List.of(
            "id",
            "name",
            "kind",
            "seatsPerCarriage",
            "wheelchairSpacesPerCarriage",
            "minCarriages",
            "maxCarriages",
            "serviceYuan",
            "yuanPerCarriage",
            "yuanPerPassenger",
            "bookBy",
            "leadDays");

    public static final List<String> CALL_FIELDS = List.of("place", "arrive", "depart");

    public static final Map<String, TrainService.Kind> KINDS = kinds();

    private static final int MOST_SEATS = 1_500;
    private static final int MOST_CARRIAGES = 20;
    private static final int LEAST_USUAL = 40;
    private static final int MOST_USUAL = 130;

    private TrainText() {}

    /** @param calls in the order of travel; those of which nothing is typed are passed over */
    public static Reading<TrainService> read(
            Map<String, String> typed, List<Map<String, String>> calls, Surroundings surroundings) {
        TypedFields fields = new TypedFields(typed, surroundings);
        String id = fields.id();
        String name = fields.text("name");
        TrainService.Kind kind = fields.choice("kind", KINDS);
        Integer seats = fields.whole("seatsPerCarriage", 1, MOST_SEATS);
        Integer wheelchairs = fields.wholeOr("wheelchairSpacesPerCarriage", 0, 0, MOST_SEATS);
        Integer min = fields.whole("minCarriages", 0, MOST_CARRIAGES);
        Integer max = fields.whole("maxCarriages", 1, MOST_CARRIAGES);
        Long service = fields.fen("serviceYuan");
        Long perCarriage = fields.fen("yuanPerCarriage");
        Long perPassenger = fields.fen("yuanPerPassenger");
        List<TrainService.Call> stops = calls(fields, calls);
        Instant departs = stops.isEmpty() ? null : stops.get(0).depart();
        Instant bookBy = BookingText.read(fields, departs);
        if (min != null && max != null && min > max) {
            fields.add("maxCarriages", Fault.CARRIAGE_ORDER);
        }
        if (seats != null && (seats < LEAST_USUAL || seats > MOST_USUAL)) {
            fields.add("seatsPerCarriage", Fault.UNUSUAL_CARRIAGE, LEAST_USUAL, MOST_USUAL);
        }
        if (seats != null && wheelchairs != null && wheelchairs > seats) {
            fields.add("wheelchairSpacesPerCarriage", Fault.TOO_MANY_WHEELCHAIRS);
        }
        return new Reading<>(
                fields.failed()
                        ? null
                        : new TrainService(
                                id,
                                name,
                                kind,
                                stops,
                                seats,
                                wheelchairs,
                                min,
                                max,
                                service,
                                perCarriage,
                                perPassenger,
                                bookBy),
                fields.findings());
    }

    private static List<TrainService.Call> calls(TypedFields train, List<Map<String, String>> typed) {
        List<TrainService.Call> calls = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        Instant before = null;
        int last = typed.size() - 1;
        while (last >= 0 && blank(typed.get(last))) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            TypedFields fields = train.part(ends(typed.get(i), i == 0, i == last), "calls[" + i + "]");
            Place place = fields.place("place");
            Instant arrive = fields.moment("arrive", false);
            Instant depart = fields.moment("depart", false);
            if (place != null && !places.add(place)) {
                fields.add("place", Fault.CALLED_TWICE);
            }
            if (before != null && arrive != null && !arrive.isAfter(before)) {
                fields.add("arrive", Fault.CALL_ORDER);
            }
            if (arrive != null && depart != null && depart.isBefore(arrive)) {
                fields.add("depart", Fault.CALL_ORDER);
            }
            before = depart == null ? before : depart;
            calls.add(new TrainService.Call(place == null ? null : place.id(), arrive, depart));
        }
        if (calls.size() < 2) {
            train.add("calls", Fault.CALLS_TOO_FEW);
        }
        return calls;
    }

    /** Where a train starts nobody states an arrival, where it ends no departure. */
    private static Map<String, String> ends(Map<String, String> call, boolean first, boolean last) {
        Map<String, String> whole = new LinkedHashMap<>(call);
        if (first && missing(call, "arrive")) {
            whole.put("arrive", call.getOrDefault("depart", ""));
        }
        if (last && missing(call, "depart")) {
            whole.put("depart", call.getOrDefault("arrive", ""));
        }
        return whole;
    }

    private static boolean missing(Map<String, String> call, String field) {
        return call.get(field) == null || call.get(field).isBlank();
    }

    private static boolean blank(Map<String, String> call) {
        return CALL_FIELDS.stream().allMatch(field -> missing(call, field));
    }

    public static Map<String, String> write(TrainService train) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("id", train.id());
        typed.put("name", train.name());
        typed.put("kind", train.kind().name());
        typed.put("seatsPerCarriage", String.valueOf(train.seatsPerCarriage()));
        typed.put("wheelchairSpacesPerCarriage", String.valueOf(train.wheelchairSpacesPerCarriage()));
        typed.put("minCarriages", String.valueOf(train.minCarriages()));
        typed.put("maxCarriages", String.valueOf(train.maxCarriages()));
        typed.put("serviceYuan", TypedFields.yuan(train.serviceFen()));
        typed.put("yuanPerCarriage", TypedFields.yuan(train.fenPerCarriage()));
        typed.put("yuanPerPassenger", TypedFields.yuan(train.fenPerPassenger()));
        typed.put("bookBy", TypedMoment.write(train.bookBy()));
        return typed;
    }

    public static List<Map<String, String>> writeCalls(TrainService train, Surroundings surroundings) {
        return train.calls().stream()
                .map(call -> Map.of(
                        "place", surroundings.label(call.place()),
                        "arrive", TypedMoment.write(call.arrive()),
                        "depart", TypedMoment.write(call.depart())))
                .toList();
    }

    private static Map<String, TrainService.Kind> kinds() {
        Map<String, TrainService.Kind> words = new LinkedHashMap<>();
        words.put("专列", TrainService.Kind.CHARTERED_TRAIN);
        words.put("包车厢", TrainService.Kind.CHARTERED_CARRIAGES);
        return words;
    }
}
