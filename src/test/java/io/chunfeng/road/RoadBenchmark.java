package io.chunfeng.road;

import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.PMap;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What the roads cost, all in one run: {@code mvn -q test-compile exec:exec@roads}. Over the country extract and the counties of China where
 * they lie beside the project, else over the default map and points drawn at random near its places (seed printed).
 */
final class RoadBenchmark {
    private static final long SEED = 20260101;
    private static final int SINGLE_PAIRS = 20_000;
    private static final int USERS = 10;

    private final Path graphs;
    private final MapSource map;
    private final List<Place> places;

    private RoadBenchmark(Path graphs, MapSource map, List<Place> places) {
        this.graphs = graphs;
        this.map = map;
        this.places = places;
    }

    public static void main(String[] args) throws Exception {
        Path extract = Fixtures.OSM.resolve("china-major-roads-2021.osm.pbf");
        MapSource map = MapSource.find(Fixtures.MAPS, Files.exists(extract) ? extract : null);
        RoadBenchmark benchmark = new RoadBenchmark(Path.of("target", "benchmark-graphs"), map, places(map));
        benchmark.run();
    }

    private static List<Place> places(MapSource map) throws IOException {
        Path counties = Path.of("../shared/data/reference/cn_admin_gb2260_wgs84.csv");
        return map instanceof OsmExtract && Files.exists(counties) ? counties(counties) : nearTheTables(map);
    }

    private static List<Place> counties(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = List.of(lines.get(0).split(","));
        List<Place> places = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",");
            if (!cell[head.indexOf("level")].equals("county")) {
                continue;
            }
            places.add(Fixtures.place(
                    cell[0],
                    Double.parseDouble(cell[head.indexOf("lon")]),
                    Double.parseDouble(cell[head.indexOf("lat")])));
        }
        Collections.shuffle(places, new Random(SEED));
        return places;
    }

    private static List<Place> nearTheTables(MapSource map) {
        Random random = new Random(SEED);
        List<TrunkMap.Point> points =
                new TrunkTableReader((TrunkTables) map).read().places();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 2_988; i++) {
            TrunkMap.Point point = points.get(random.nextInt(points.size()));
            places.add(Fixtures.place(
                    "p" + i, point.lon() + random.nextGaussian() / 10, point.lat() + random.nextGaussian() / 10));
        }
        return places;
    }

    private void run() throws Exception {
        say("map %s, %d cores, heap %d MB, seed %d", map.description(), cores(), heapMegabytes(), SEED);
        open().close();
        double single;
        List<Place> onMap = new ArrayList<>(places);
        try (RoadNetwork roads = open()) {
            List<Place> off =
                    roads.offMap(places).stream().map(RoadNetwork.OffMap::place).toList();
            onMap.removeAll(off);
            CoachEngine engine = ((GraphHopperNetwork) roads).engine();
            Hierarchy hierarchy = Hierarchy.of(engine.hierarchy(), engine::isExpressway);
            say(
                    "%d nodes, %d edges, %d arcs laid out",
                    hierarchy.nodes(),
                    hierarchy.roads().getEdges(),
                    hierarchy.forward().count + hierarchy.backward().count);
            say(
                    "%d places, %d of them off the map: %s",
                    places.size(), off.size(), off.stream().map(Place::id).toList());
            warmUp(roads, onMap);
            double finding = seconds(() -> roads.offMap(onMap.subList(0, 1_000)));
            say("finding the roads of 1000 places, one after another: %.0f ms", finding * 1e3);
            single = singlePairMicros((GraphHopperNetwork) roads, onMap.subList(0, 1_000));
            say(
                    "single pairs, engine's own CH search, no path drawn: %.1f µs a pair (%d pairs, all cores)",
                    single, SINGLE_PAIRS);
        }
        for (int size : new int[] {100, 300, 1_000, onMap.size()}) {
            matrix(onMap.subList(0, size), single);
        }
        addOnePlace(onMap.subList(0, 1_001));
        closure(onMap.subList(0, 300));
        tenUsers(onMap.subList(0, 1_000));
    }

    private RoadNetwork open() {
        return RoadNetworks.open(map, graphs);
    }

    /** The just-in-time compiler has seen everything once before anything is measured. */
    private static void warmUp(RoadNetwork roads, List<Place> places) {
        for (int i = 0; i < 5; i++) {
            roads.matrix(places.subList(i * 100, i * 100 + 300));
        }
    }

    /** All snaps in one query graph, nothing but the search: the best the engine's interface offers for one pair. */
    private double singlePairMicros(GraphHopperNetwork roads, List<Place> places) {
        CoachEngine engine = roads.engine();
        List<Attached> attached = new Attachments(engine, AccessRule.usual(map)).of(places);
        QueryGraph graph = QueryGraph.create(
                engine.getBaseGraph(), attached.stream().map(Attached::snap).toList());
        RoutingCHGraph hierarchy = engine.hierarchy();
        Random random = new Random(SEED);
        int[][] pairs = IntStream.range(0, SINGLE_PAIRS)
                .mapToObj(i -> new int[] {
                    attached.get(random.nextInt(places.size())).node(),
                    attached.get(random.nextInt(places.size())).node()
                })
                .toArray(int[][]::new);
        double best = Double.POSITIVE_INFINITY;
        for (String algorithm : List.of("dijkstrabi", "astarbi", "dijkstrabi", "astarbi")) {
            CHRoutingAlgorithmFactory factory = new CHRoutingAlgorithmFactory(hierarchy, graph);
            PMap hints = new PMap().putObject("algorithm", algorithm);
            double seconds = seconds(() -> Arrays.stream(pairs)
                    .parallel()
                    .mapToDouble(pair ->
                            factory.createAlgo(hints).calcPath(pair[0], pair[1]).getWeight())
                    .sum());
            best = Math.min(best, seconds * 1e6 / SINGLE_PAIRS);
        }
        return best;
    }

    /** From coordinates to figures, nothing known of the places before. */
    private void matrix(List<Place> some, double singleMicros) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 3; round++) {
            try (RoadNetwork roads = open()) {
                roads.matrix(some.subList(0, 1));
                System.gc();
                best = Math.min(best, seconds(() -> roads.matrix(some)));
            }
        }
        double micros = best * 1e6 / some.size() / some.size();
        say(
                "matrix %d x %d: %.3f s, %.3f µs a pair, %.0f times faster than single pairs; heap in use %d MB",
                some.size(), some.size(), best, micros, singleMicros / micros, usedMegabytes());
    }

    private void addOnePlace(List<Place> all) {
        Place added = all.get(all.size() - 1);
        List<Place> known = all.subList(0, all.size() - 1);
        Pairs cross = Pairs.none(all.size());
        for (int i = 0; i < all.size(); i++) {
            cross.want(i, all.size() - 1);
            cross.want(all.size() - 1, i);
        }
        int unmeasured = 6; // until the compiler has seen this shape of question too
        double[] whole = new double[9];
        double[] one = new double[9];
        for (int round = -unmeasured; round < whole.length; round++) {
            try (RoadNetwork roads = open()) {
                roads.matrix(List.of(known.get(0)));
                System.gc();
                double allOfThem = seconds(() -> roads.matrix(known));
                double addedAlone = seconds(() -> {
                    LongAdder metres = new LongAdder();
                    roads.ways(all, cross, (from, to, way, time, expressway) -> metres.add(way));
                    return metres;
                });
                if (round >= 0) {
                    whole[round] = allOfThem;
                    one[round] = addedAlone;
                }
            }
        }
        say(
                "one place (%s) added to %d known ones: %.2f ms, whole matrix %.1f ms: 1/%.0f (medians)",
                added.id(), known.size(), median(one) * 1e3, median(whole) * 1e3, median(whole) / median(one));
    }

    /** A circle of 20 km in the middle of the map: what the first route and the first matrix cost, and every further one. */
    private void closure(List<Place> some) {
        try (RoadNetwork roads = open()) {
            Closure.Extent area = new Closure.Area(Position.wgs84(112.55, 37.87), 20_000);
            RoadMatrix before = roads.matrix(some);
            double closing = seconds(() -> roads.closed(List.of(area)));
            RoadNetwork closed = roads.closed(List.of(area));
            double path = seconds(() -> closed.path(some.get(0), some.get(1)));
            double again = seconds(() -> closed.path(some.get(2), some.get(3)));
            double first = seconds(() -> closed.matrix(some));
            double second = seconds(() -> closed.matrix(some));
            boolean restored =
                    Arrays.deepEquals(before.metres(), roads.matrix(some).metres());
            say(
                    "closing an area (%d edges): %.0f ms; a route round it %.0f and %.0f ms; first matrix of %d: %.2f s, second %.3f s; figures restored: %s",
                    roads.closedRoads(area).lines().size(),
                    closing * 1e3,
                    path * 1e3,
                    again * 1e3,
                    some.size(),
                    first,
                    second,
                    restored);
        }
    }

    private void tenUsers(List<Place> some) throws Exception {
        try (RoadNetwork roads = open()) {
            roads.path(some.get(0), some.get(1));
            double[] idle = users(roads, some, 60);
            AtomicBoolean stop = new AtomicBoolean();
            ExecutorService planner = Executors.newSingleThreadExecutor();
            Future<Integer> matrices = planner.submit(() -> {
                int computed = 0;
                while (!stop.get()) {
                    try (RoadNetwork fresh = open()) {
                        fresh.matrix(some);
                        computed++;
                    }
                }
                return computed;
            });
            double[] busy = users(roads, some, 60);
            stop.set(true);
            say(
                    "%d users asking for routes: median of the slowest user %.2f ms idle, %.2f ms while %d matrices of %d were computed: %.2f times",
                    USERS, max(idle) * 1e3, max(busy) * 1e3, matrices.get(), some.size(), max(busy) / max(idle));
            planner.shutdown();
        }
    }

    /** @return the median wait of each user, in seconds */
    private static double[] users(RoadNetwork roads, List<Place> places, int questions) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(USERS);
        List<Future<Double>> medians = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            Random random = new Random(SEED + user);
            medians.add(pool.submit(() -> {
                double[] waits = new double[questions];
                for (int i = 0; i < questions; i++) {
                    Place from = places.get(random.nextInt(places.size()));
                    Place to = places.get(random.nextInt(places.size()));
                    waits[i] = seconds(() -> roads.path(from, to));
                }
                return median(waits);
            }));
        }
        double[] result = new double[USERS];
        for (int user = 0; user < USERS; user++) {
            result[user] = medians.get(user).get();
        }
        pool.shutdown();
        return result;
    }

    private static double seconds(Supplier<Object> work) {
        long begun = System.nanoTime();
        Object result = work.get();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (result == RoadBenchmark.class) {
            throw new IllegalStateException("never: the result is used so that the work is not optimised away");
        }
        return seconds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static long heapMegabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static long usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static void say(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
