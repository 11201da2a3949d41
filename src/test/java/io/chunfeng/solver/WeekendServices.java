package io.chunfeng.solver;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.capacity.TrainService.Kind;
import io.chunfeng.solver.WeekendGeography.Prefecture;
import io.chunfeng.solver.WeekendGeography.Region;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Chartered trains, carriages and flights, where many go. */
final class WeekendServices {
    private static final double FLIGHT_SEATS_PER_PERSON = 0.02;
    private static final double FEWEST_FLIGHT_KM = 900;
    private static final double TRACK_PER_STRAIGHT = 1.2;

    private final WeekendProblems.Scale scale;
    private final WeekendGeography geography;
    private final WeekendPlaces places;
    private final WeekendDemand demand;
    private final Random random;
    private final double[] pairWeights;
    private final List<TrainService> trains = new ArrayList<>();
    private final List<Flight> flights = new ArrayList<>();
    private final TreeMap<Integer, Prefecture> arrivals = new TreeMap<>();

    /** A kind of train; amounts in fen. */
    private record Train(
            Kind kind,
            String name,
            int seatsPerCarriage,
            int wheelchairSpacesPerCarriage,
            int fewestCarriages,
            int mostCarriages,
            double kmh,
            long serviceFen,
            long fenPerCarriage,
            double fenPerPassengerKm) {}

    private static final Train MULTIPLE_UNIT =
            new Train(Kind.CHARTERED_TRAIN, "动车专列", 75, 1, 8, 16, 190, 600_000, 200_000, 36);
    private static final Train CONVENTIONAL =
            new Train(Kind.CHARTERED_TRAIN, "普速专列", 118, 0, 6, 12, 85, 400_000, 300_000, 12);
    private static final Train CARRIAGES =
            new Train(Kind.CHARTERED_CARRIAGES, "包车厢", 118, 0, 1, 4, 80, 200_000, 300_000, 13);

    WeekendServices(
            WeekendProblems.Scale scale,
            WeekendGeography geography,
            WeekendPlaces places,
            WeekendDemand demand,
            Random random) {
        this.scale = scale;
        this.geography = geography;
        this.places = places;
        this.demand = demand;
        this.random = random;
        int regions = geography.regions().size();
        pairWeights = new double[geography.sources().size() * regions];
        for (int i = 0; i < pairWeights.length; i++) {
            pairWeights[i] = demand.persons(i / regions, i % regions);
        }
        int persons =
                demand.groups().stream().mapToInt(group -> group.headcount()).sum();
        trains(demand.persons());
        flights(demand.persons());
    }

    List<TrainService> trains() {
        return trains;
    }

    List<Flight> flights() {
        return flights;
    }

    /** Prefectures where people arrive by train or by air. */
    Collection<Prefecture> arrivals() {
        return arrivals.values();
    }

    private void trains(int persons) {
        double seats = persons * scale.railSeatsPerPerson();
        int regions = geography.regions().size();
        while (seats > 0 || trains.size() < 3) {
            int pair = WeekendProblems.draw(pairWeights, random);
            double kind = random.nextDouble();
            boolean many = pairWeights[pair] > 400;
            Train train = !many || kind < 0.5 ? CARRIAGES : kind < 0.8 ? CONVENTIONAL : MULTIPLE_UNIT;
            TrainService service =
                    train(train, pair / regions, geography.regions().get(pair % regions));
            trains.add(service);
            seats -= service.maxCarriages() * service.seatsPerCarriage();
        }
    }

    private TrainService train(Train train, int source, Region region) {
        Prefecture from = geography.sources().get(source);
        List<Prefecture> cities = region.cities();
        List<Prefecture> stops = new ArrayList<>(List.of(from));
        Prefecture last = cities.get(random.nextInt(cities.size()));
        geography.sources().stream()
                .filter(other -> onTheWay(from, other, last) && random.nextDouble() < 0.4)
                .findFirst()
                .ifPresent(stops::add);
        cities.stream()
                .filter(other -> onTheWay(stops.get(stops.size() - 1), other, last) && random.nextDouble() < 0.6)
                .findFirst()
                .ifPresent(stops::add);
        stops.add(last);
        int range = train.mostCarriages - train.fewestCarriages;
        int most = train.fewestCarriages + random.nextInt(range + 1);
        double straightKm = from.city().km(last.city());
        return new TrainService(
                "t" + (trains.size() + 1),
                train.name + (trains.size() + 1),
                train.kind,
                calls(train, stops),
                train.seatsPerCarriage,
                train.wheelchairSpacesPerCarriage,
                train.fewestCarriages,
                most,
                train.serviceFen,
                train.fenPerCarriage,
                Math.round(train.fenPerPassengerKm * straightKm * TRACK_PER_STRAIGHT / 500) * 500,
                bookBy());
    }

    private static boolean onTheWay(Prefecture from, Prefecture other, Prefecture to) {
        double km = from.city().km(other.city());
        double rest = other.city().km(to.city());
        return km > 60 && rest > 60 && (km + rest) / from.city().km(to.city()) < 1.06;
    }

    private List<TrainService.Call> calls(Train train, List<Prefecture> stops) {
        Instant time = WeekendProblems.at(demand.anyDay(random), LocalTime.of(9 + random.nextInt(10), 0));
        List<TrainService.Call> calls = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            if (i > 0) {
                double km = stops.get(i - 1).city().km(stops.get(i).city()) * TRACK_PER_STRAIGHT;
                time = time.plusSeconds(Math.round(km / train.kmh * 60) * 60);
            }
            Instant depart = time.plusSeconds(i == 0 ? 2_400 : 720);
            calls.add(new TrainService.Call(places.station(stops.get(i)), time, depart));
            time = depart;
            if (stops.get(i).counties().isEmpty()) {
                arrivals.put(stops.get(i).number(), stops.get(i));
            }
        }
        return calls;
    }

    private void flights(int persons) {
        double seats = persons * FLIGHT_SEATS_PER_PERSON;
        int regions = geography.regions().size();
        double[] weights = pairWeights.clone();
        for (int pair = 0; pair < weights.length; pair++) {
            Region region = geography.regions().get(pair % regions);
            double km = geography
                    .sources()
                    .get(pair / regions)
                    .city()
                    .km(region.cities().get(0).city());
            weights[pair] *= km < FEWEST_FLIGHT_KM ? 1e-3 : 1;
        }
        while (seats > 0 || flights.size() < 2) {
            int pair = WeekendProblems.draw(weights, random);
            Flight flight = flight(
                    geography.sources().get(pair / regions),
                    geography.regions().get(pair % regions).cities());
            flights.add(flight);
            seats -= flight.seats();
        }
    }

    private Flight flight(Prefecture from, List<Prefecture> cities) {
        Prefecture to = cities.get(random.nextInt(Math.min(4, cities.size())));
        arrivals.put(to.number(), to);
        double km = from.city().km(to.city());
        boolean charter = random.nextDouble() < 0.7;
        int seats = charter ? 150 + random.nextInt(40) : 20 + random.nextInt(41);
        Instant depart = WeekendProblems.at(demand.anyDay(random), LocalTime.of(10 + random.nextInt(9), 0));
        return new Flight(
                "f" + (flights.size() + 1),
                (charter ? "包机" : "切位") + (flights.size() + 1),
                charter ? Flight.Kind.CHARTER : Flight.Kind.SEAT_BLOCK,
                places.airport(from),
                places.airport(to),
                depart,
                depart.plusSeconds(Math.round(45 + km / 700 * 60) * 60),
                seats,
                2,
                charter ? 100 : 10,
                charter ? Math.round(70_000 + 55 * km) * 100 : 0,
                charter ? 0 : Math.round(250 + 0.35 * km) * 100,
                bookBy());
    }

    private static Instant bookBy() {
        return WeekendProblems.at(-1, LocalTime.MIDNIGHT);
    }
}
