package io.chunfeng.capacity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Coaches and drivers as they are typed into a page or a sheet, by the names of their fields; and back. */
public final class FleetText {
    public static final List<String> COACH_FIELDS = List.of("plate", "poolId", "approvedSeats", "permit", "state");
    public static final List<String> DRIVER_FIELDS = List.of("name", "phone", "operator", "licence", "state");
    /** What a sheet calls the states; nothing at all means ready. */
    public static final Map<String, FleetState> STATES = states();

    private static final int LEAST_SEATS = 7;
    private static final int MOST_SEATS = 100;
    private static final int LONGEST_NAME = 40;
    private static final Pattern PERMIT = Pattern.compile("(?=.*\\d)[\\p{IsHan}A-Za-z0-9()\\-]{4,40}");
    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-\\d{7,8}");
    private static final Pattern LICENCE = Pattern.compile("(?=.*\\d)[A-Za-z0-9\\-]{6,30}");

    private FleetText() {}

    private static Map<String, FleetState> states() {
        Map<String, FleetState> states = new LinkedHashMap<>();
        states.put("可用", FleetState.READY);
        states.put("停用", FleetState.AWAY);
        states.put("注销", FleetState.WITHDRAWN);
        return states;
    }

    /**
     * @param kept the coach that is being changed, or null for a new one
     * @param pools that there are
     * @param others plates of other coaches
     */
    public static FleetReading<Coach> coach(
            Map<String, String> typed, Coach kept, Collection<CoachPool> pools, Collection<String> others) {
        Fields fields = new Fields(typed);
        String plate = Plates.normal(fields.needed("plate"));
        if (!plate.isEmpty()) {
            fields.require("plate", Plates.valid(plate), FleetFault.BAD_PLATE);
            fields.require("plate", !others.contains(plate), FleetFault.PLATE_TAKEN);
        }
        String pool = fields.needed("poolId");
        if (!pool.isEmpty()) {
            fields.require("poolId", pools.stream().anyMatch(one -> one.id().equals(pool)), FleetFault.UNKNOWN_POOL);
        }
        int seats = fields.seats();
        String permit = fields.needed("permit");
        if (!permit.isEmpty()) {
            fields.require("permit", PERMIT.matcher(permit).matches(), FleetFault.BAD_PERMIT);
        }
        FleetState state = fields.state();
        return fields.reading(new Coach(
                kept == null ? 0 : kept.id(), kept == null ? 0 : kept.version(), plate, pool, seats, permit, state));
    }

    /**
     * @param kept the driver who is being changed, or null for a new one
     * @param pools whose operators there are
     * @param others licences of other drivers
     */
    public static FleetReading<Driver> driver(
            Map<String, String> typed, Driver kept, Collection<CoachPool> pools, Collection<String> others) {
        Fields fields = new Fields(typed);
        String name = fields.needed("name");
        if (name.length() > LONGEST_NAME) {
            fields.add("name", FleetFault.TOO_LONG, String.valueOf(LONGEST_NAME));
        }
        String phone = fields.needed("phone").replace(" ", "");
        if (!phone.isEmpty()) {
            fields.require("phone", PHONE.matcher(phone).matches(), FleetFault.BAD_PHONE);
        }
        String operator = fields.needed("operator");
        if (!operator.isEmpty()) {
            fields.require(
                    "operator",
                    pools.stream().anyMatch(one -> one.operator().equals(operator)),
                    FleetFault.UNKNOWN_OPERATOR);
        }
        String licence = fields.needed("licence").replace(" ", "");
        if (!licence.isEmpty()) {
            fields.require("licence", LICENCE.matcher(licence).matches(), FleetFault.BAD_LICENCE);
            fields.require("licence", !others.contains(licence), FleetFault.LICENCE_TAKEN);
        }
        FleetState state = fields.state();
        return fields.reading(new Driver(
                kept == null ? 0 : kept.id(),
                kept == null ? 0 : kept.version(),
                name,
                phone,
                operator,
                licence,
                state));
    }

    public static Map<String, String> write(Coach coach) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("plate", coach.plate());
        typed.put("poolId", coach.poolId());
        typed.put("approvedSeats", String.valueOf(coach.approvedSeats()));
        typed.put("permit", coach.permit());
        typed.put("state", coach.state().name());
        return typed;
    }

    public static Map<String, String> write(Driver driver) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("name", driver.name());
        typed.put("phone", driver.phone());
        typed.put("operator", driver.operator());
        typed.put("licence", driver.licence());
        typed.put("state", driver.state().name());
        return typed;
    }

    private static final class Fields {
        private final Map<String, String> typed;
        private final List<FleetFinding> findings = new ArrayList<>();

        Fields(Map<String, String> typed) {
            this.typed = typed;
        }

        private String text(String field) {
            return Normalizer.normalize(typed.getOrDefault(field, ""), Normalizer.Form.NFKC)
                    .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
                    .strip();
        }

        String needed(String field) {
            String text = text(field);
            require(field, !text.isEmpty(), FleetFault.MISSING);
            return text;
        }

        int seats() {
            String text = needed("approvedSeats");
            int seats = text.matches("\\d{1,4}座?") ? Integer.parseInt(text.replace("座", "")) : 0;
            if (!text.isEmpty() && (seats < LEAST_SEATS || seats > MOST_SEATS)) {
                add("approvedSeats", FleetFault.BAD_SEATS, String.valueOf(LEAST_SEATS), String.valueOf(MOST_SEATS));
            }
            return seats;
        }

        FleetState state() {
            String text = text("state");
            if (text.isEmpty()) {
                return FleetState.READY;
            }
            for (FleetState state : FleetState.values()) {
                if (state.name().equals(text)) {
                    return state;
                }
            }
            FleetState state = STATES.get(text);
            require("state", state != null, FleetFault.UNKNOWN_STATE);
            return state;
        }

        void require(String field, boolean fine, FleetFault fault) {
            if (!fine) {
                add(field, fault);
            }
        }

        void add(String field, FleetFault fault, String... figures) {
            findings.add(new FleetFinding(field, fault, text(field), List.of(figures)));
        }

        <T> FleetReading<T> reading(T item) {
            return new FleetReading<>(findings.isEmpty() ? item : null, findings);
        }
    }
}
