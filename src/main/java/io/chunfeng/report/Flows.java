package io.chunfeng.report;

import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.Direction;
import io.chunfeng.place.Corridor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a filter admits of the trips that ran, and the figures over it. Trips are in the order they ran.
 *
 * @param part the parties of each trip that the filter admits; never empty
 */
public record Flows(FlowFilter filter, List<Part> parts) {

    /** A trip and those aboard who are looked at. */
    public record Part(CarriedTrip trip, List<CarriedTrip.Party> parties) {
        public int personTrips() {
            return parties.stream().mapToInt(CarriedTrip.Party::personTrips).sum();
        }

        public int persons() {
            return parties.stream().mapToInt(CarriedTrip.Party::persons).sum();
        }
    }

    /** 人次 of one day by direction. */
    public record Day(LocalDate day, long toWork, long homeward) {
        public long persons() {
            return toWork + homeward;
        }
    }

    /** @param trips that carry some of them: 辆次、列次、架次 */
    public record Share(Mode mode, long personTrips, long trips) {}

    /** 人次 between a city of home and a region away. @param away province (two digits) or city (four) */
    public record Flow(String homeCity, String away, long toWork, long homeward) {
        public long personTrips() {
            return toWork + homeward;
        }
    }

    /**
     * Persons on board over seats offered, of whole vehicles.
     *
     * @param trips loaded ones @param unknown those of them whose seats are not known; they are in neither sum
     */
    public record Load(Corridor corridor, Carrying carrying, long trips, long persons, long seats, long unknown) {
        /** Null when no seats are offered. */
        public Double factor() {
            return seats == 0 ? null : (double) persons / seats;
        }

        Load plus(Load other) {
            return new Load(
                    corridor,
                    carrying,
                    trips + other.trips,
                    persons + other.persons,
                    seats + other.seats,
                    unknown + other.unknown);
        }
    }

    /**
     * Transport cost of some people's rides.
     *
     * @param persons who ride; in a sum over several ways of carrying: carried, each once
     */
    public record Cost(Corridor corridor, Carrying carrying, long persons, long costFen) {
        /** Fen for one person, divided once and rounded half up; null without any. */
        public Long fenPerPerson() {
            return persons == 0 ? null : Math.floorDiv(2 * costFen + persons, 2 * persons);
        }
    }

    public Flows {
        parts = List.copyOf(parts);
    }

    public static Flows of(Collection<CarriedTrip> trips, FlowFilter filter) {
        List<Part> parts = new ArrayList<>();
        for (CarriedTrip trip : trips) {
            if (filter.admits(trip)) {
                List<CarriedTrip.Party> parties =
                        trip.parties().stream().filter(filter::admits).toList();
                if (!parties.isEmpty()) {
                    parts.add(new Part(trip, parties));
                }
            }
        }
        return new Flows(filter, parts);
    }

    /** 人次. */
    public long personTrips() {
        return parts.stream().mapToLong(Part::personTrips).sum();
    }

    /** Trips that carry 人次. */
    public long trips() {
        return parts.stream().filter(part -> part.personTrips() > 0).count();
    }

    /** Every day from the first with 人次 to the last, those without any too. */
    public List<Day> byDay() {
        SortedMap<LocalDate, long[]> sums = new TreeMap<>();
        forEachCounted((trip, party) -> sums.computeIfAbsent(trip.day(), day -> new long[2])[
                        party.direction().ordinal()] +=
                party.personTrips());
        if (sums.isEmpty()) {
            return List.of();
        }
        return sums.firstKey()
                .datesUntil(sums.lastKey().plusDays(1))
                .map(day -> {
                    long[] sum = sums.getOrDefault(day, new long[2]);
                    return new Day(day, sum[Direction.TO_WORK.ordinal()], sum[Direction.HOMEWARD.ordinal()]);
                })
                .toList();
    }

    /** Every mode, in its order. */
    public List<Share> byMode() {
        Map<Mode, long[]> sums = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            sums.put(mode, new long[2]);
        }
        for (Part part : parts) {
            int persons = part.personTrips();
            sums.get(part.trip().mode())[0] += persons;
            sums.get(part.trip().mode())[1] += persons > 0 ? 1 : 0;
        }
        return sums.entrySet().stream()
                .map(sum -> new Share(sum.getKey(), sum.getValue()[0], sum.getValue()[1]))
                .toList();
    }

    /** 人次 by direction and corridor; combinations without any are absent. */
    public Map<Direction, Map<Corridor, Long>> byCorridor() {
        Map<Direction, Map<Corridor, Long>> sums = new EnumMap<>(Direction.class);
        forEachCounted((trip, party) -> sums.computeIfAbsent(party.direction(), key -> new EnumMap<>(Corridor.class))
                .merge(party.corridor(), (long) party.personTrips(), Long::sum));
        return sums;
    }

    /** @param digits of the codes away: 2 for provinces, 4 for cities. @return by codes */
    public List<Flow> originsAndDestinations(int digits) {
        SortedMap<List<String>, long[]> sums = new TreeMap<>((a, b) -> a.get(0).equals(b.get(0))
                ? a.get(1).compareTo(b.get(1))
                : a.get(0).compareTo(b.get(0)));
        forEachCounted((trip, party) ->
                sums.computeIfAbsent(List.of(party.homeCity(), party.away().substring(0, digits)), key -> new long[2])[
                                party.direction().ordinal()] +=
                        party.personTrips());
        return sums.entrySet().stream()
                .map(sum -> new Flow(
                        sum.getKey().get(0),
                        sum.getKey().get(1),
                        sum.getValue()[Direction.TO_WORK.ordinal()],
                        sum.getValue()[Direction.HOMEWARD.ordinal()]))
                .toList();
    }

    /** By corridor and way of carrying; of each trip that carries any of the people, everybody and every seat. */
    public List<Load> loads() {
        Map<List<Integer>, Load> loads = new TreeMap<>(Flows::inOrder);
        for (Part part : parts) {
            CarriedTrip trip = part.trip();
            Carrying carrying = trip.feeder()
                    ? Carrying.FEEDER
                    : Carrying.valueOf(trip.mode().name());
            Corridor corridor = mainCorridor(trip);
            VehicleOffer offer = trip.offer();
            Load load = offer == null
                    ? new Load(corridor, carrying, 1, 0, 0, 1)
                    : new Load(corridor, carrying, 1, trip.persons(), offer.seats(), 0);
            loads.merge(List.of(corridor.ordinal(), carrying.ordinal()), load, Load::plus);
        }
        return List.copyOf(loads.values());
    }

    /** The sum of loads, by whatever they have in common. */
    public static Load sum(Corridor corridor, Carrying carrying, List<Load> loads) {
        return loads.stream().reduce(new Load(corridor, carrying, 0, 0, 0, 0), Load::plus);
    }

    /** That of most people aboard; of equals the first. */
    private static Corridor mainCorridor(CarriedTrip trip) {
        Map<Corridor, Integer> persons = new EnumMap<>(Corridor.class);
        trip.parties().forEach(party -> persons.merge(party.corridor(), party.persons(), Integer::sum));
        return persons.entrySet().stream()
                .reduce((most, next) -> next.getValue() > most.getValue() ? next : most)
                .map(Map.Entry::getKey)
                .orElse(Corridor.OTHER);
    }

    /** By corridor and way of carrying, feeders apart; people of trips whose cost is not known are left out. */
    public List<Cost> costs() {
        Map<List<Integer>, Cost> costs = new TreeMap<>(Flows::inOrder);
        forEachPriced((trip, party) -> costs.merge(
                List.of(party.corridor().ordinal(), party.carrying().ordinal()),
                new Cost(party.corridor(), party.carrying(), party.persons(), party.costFen()),
                (a, b) -> new Cost(a.corridor, a.carrying, a.persons + b.persons, a.costFen + b.costFen)));
        return List.copyOf(costs.values());
    }

    /** The whole cost over the people carried: each counts once, with the feeders before and after. */
    public Cost cost() {
        return cost(party -> true);
    }

    /** The same for a corridor. */
    public Cost cost(Corridor corridor) {
        Cost cost = cost(party -> party.corridor() == corridor);
        return new Cost(corridor, null, cost.persons, cost.costFen);
    }

    private Cost cost(Function<CarriedTrip.Party, Boolean> which) {
        long[] sums = new long[2];
        forEachPriced((trip, party) -> {
            if (which.apply(party)) {
                sums[0] += party.carried();
                sums[1] += party.costFen();
            }
        });
        return new Cost(null, null, sums[0], sums[1]);
    }

    private static int inOrder(List<Integer> a, List<Integer> b) {
        int corridors = a.get(0).compareTo(b.get(0));
        return corridors != 0 ? corridors : a.get(1).compareTo(b.get(1));
    }

    private interface Visitor {
        void visit(CarriedTrip trip, CarriedTrip.Party party);
    }

    private void forEachCounted(Visitor visitor) {
        for (Part part : parts) {
            for (CarriedTrip.Party party : part.parties()) {
                if (party.counted()) {
                    visitor.visit(part.trip(), party);
                }
            }
        }
    }

    private void forEachPriced(Visitor visitor) {
        for (Part part : parts) {
            if (part.trip().offer() != null) {
                part.parties().forEach(party -> visitor.visit(part.trip(), party));
            }
        }
    }
}
