package io.chunfeng.web;

import io.chunfeng.capacity.*;
import io.chunfeng.demand.*;
import io.chunfeng.dispatch.*;
import io.chunfeng.place.*;
import io.chunfeng.plan.*;
import io.chunfeng.road.*;
import io.chunfeng.run.*;
import java.time.*;
import java.util.*;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
class WebPreview {
    public static void main(String[] args) {
        SpringApplication.run(WebPreview.class, args);
    }

    static Instant at(String t) {
        return LocalDateTime.parse(t).atZone(PlanningProblem.ZONE).toInstant();
    }

    static final List<Place> PLACES = List.of(
            p("tz", "天镇县城", "140222", 114.09, 40.42),
            p("gl", "广灵县城", "140223", 114.28, 39.76),
            p("dt", "大同客运东站", "140200", 113.37, 40.09),
            p("dtst", "大同南站", "140213", 113.35, 40.03),
            p("xz", "繁峙县 <b>砂河镇</b>", "140924", 113.65, 39.13),
            p("ty", "太原武宿机场", "140105", 112.63, 37.75),
            p("lf", "廊坊开发区", "131003", 116.75, 39.57),
            p("bj", "北京亦庄", "110115", 116.50, 39.79),
            p("tj", "天津滨海工业园", "120116", 117.70, 39.02),
            p("sz", "深圳宝安机场", "440306", 113.81, 22.63),
            p("szw", "深圳龙华科技园", "440309", 114.03, 22.70),
            p("tjst", "天津西站", "120106", 117.16, 39.16));

    static Place p(String id, String n, String c, double lon, double lat) {
        return new Place(id, n, c, Position.wgs84(lon, lat));
    }

    static final List<Group> GROUPS = new ArrayList<>();

    static {
        Random r = new Random(3);
        String[] from = {"tz", "gl", "xz", "dt"};
        String[] county = {"140222", "140223", "140924", "140213"};
        String[] to = {"lf", "bj", "tj", "szw"};
        for (int i = 1; i <= 130; i++) {
            int f = r.nextInt(4);
            LocalDate d = LocalDate.of(2024, 2, 12).plusDays(r.nextInt(12));
            if (i < 60) d = LocalDate.of(2024, 2, 17 + i % 2);
            GROUPS.add(new Group(
                    "G%04d".formatted(i),
                    county[f],
                    from[f],
                    to[r.nextInt(4)],
                    5 + r.nextInt(60),
                    i % 17 == 0 ? 1 : 0,
                    d.atTime(6, 0).atZone(PlanningProblem.ZONE).toInstant(),
                    d.plusDays(1).atTime(20, 0).atZone(PlanningProblem.ZONE).toInstant(),
                    d,
                    i % 3 == 0 ? Set.of(Mode.COACH) : Set.of(Mode.values()),
                    1,
                    i % 9 == 0 ? 3 : i % 4 == 0 ? 2 : 1,
                    i % 5 == 0 ? null : i == 7 ? "=1+1<script>alert(1)</script>" : "富联精密电子（" + i + "）有限公司"));
        }
    }

    static final List<CoachPool> POOLS = List.of(
            new CoachPool(
                    "P-DT-49",
                    "大同汽运集团",
                    "dt",
                    "1402",
                    49,
                    1,
                    20,
                    at("2024-02-10T00:00:00"),
                    at("2024-02-25T00:00:00"),
                    80000,
                    900,
                    550,
                    40000),
            new CoachPool(
                    "P-XZ-55",
                    "忻州长途客运",
                    "xz",
                    "1409",
                    55,
                    0,
                    12,
                    at("2024-02-10T00:00:00"),
                    at("2024-02-25T00:00:00"),
                    90000,
                    1000,
                    600,
                    40000));
    static final List<TrainService> TRAINS = List.of(new TrainService(
            "T1",
            "L602 大同南—天津西",
            TrainService.Kind.CHARTERED_CARRIAGES,
            List.of(
                    new TrainService.Call("dtst", at("2024-02-17T09:30:00"), at("2024-02-17T09:40:00")),
                    new TrainService.Call("tjst", at("2024-02-17T15:10:00"), at("2024-02-17T15:20:00"))),
            118,
            1,
            1,
            4,
            0,
            1200000,
            0,
            at("2024-01-30T18:00:00")));
    static final List<Flight> FLIGHTS = List.of(new Flight(
            "F1",
            "HU7001",
            Flight.Kind.CHARTER,
            "ty",
            "sz",
            at("2024-02-17T13:00:00"),
            at("2024-02-17T16:10:00"),
            180,
            2,
            100,
            15000000,
            0,
            at("2024-02-10T18:00:00")));

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PlaceRepository placeRepository() {
        return new PlaceRepository() {
            public List<Place> all() {
                return PLACES;
            }

            public Optional<Place> find(String id) {
                return PLACES.stream().filter(p -> p.id().equals(id)).findFirst();
            }

            public void save(Collection<Place> places) {}
        };
    }

    @Bean
    DemandRepository demandRepository() {
        return new DemandRepository() {
            public Optional<Campaign> campaign() {
                return Optional.of(new Campaign(
                        "sx2024",
                        "2024年春风行动（山西省）",
                        "14",
                        LocalDate.of(2024, 1, 25),
                        LocalDate.of(2024, 4, 8),
                        LocalDate.of(2024, 2, 10),
                        LocalDate.of(2024, 2, 17),
                        LocalDate.of(2024, 2, 18)));
            }

            public void save(Campaign c) {}

            public List<Group> groups() {
                return GROUPS;
            }

            public Optional<Group> group(String id) {
                return GROUPS.stream().filter(g -> g.id().equals(id)).findFirst();
            }

            public List<Group> groupsDeparting(LocalDate a, LocalDate b) {
                return GROUPS.stream()
                        .filter(g ->
                                !GroupRow.day(g).isBefore(a) && !GroupRow.day(g).isAfter(b))
                        .toList();
            }

            public void save(Collection<Group> g) {}
        };
    }

    @Bean
    CapacityRepository capacityRepository() {
        return new CapacityRepository() {
            public List<CoachPool> coachPools() {
                return POOLS;
            }

            public List<TrainService> trainServices() {
                return TRAINS;
            }

            public List<Flight> flights() {
                return FLIGHTS;
            }

            public void save(Collection<CoachPool> a, Collection<TrainService> b, Collection<Flight> c) {}
        };
    }

    static Plan plan() {
        Group a = GROUPS.get(0), b = GROUPS.get(1), c = GROUPS.get(2), d = GROUPS.get(3);
        var trip = new Plan.CoachTrip(
                "C001",
                "P-DT-49",
                2,
                420000,
                380000,
                List.of(
                        new Plan.Drive(at("2024-02-17T05:30:00"), at("2024-02-17T06:45:00"), "dt", "tz", 85000, false),
                        new Plan.Stop(at("2024-02-17T06:45:00"), at("2024-02-17T07:00:00"), "tz"),
                        new Plan.Drive(at("2024-02-17T07:00:00"), at("2024-02-17T08:30:00"), "tz", "gl", 110000, true),
                        new Plan.Stop(at("2024-02-17T08:30:00"), at("2024-02-17T08:45:00"), "gl"),
                        new Plan.Drive(at("2024-02-17T08:45:00"), at("2024-02-17T11:00:00"), "gl", "lf", 200000, true),
                        new Plan.Rest(at("2024-02-17T11:00:00"), at("2024-02-17T11:20:00")),
                        new Plan.Drive(at("2024-02-17T11:20:00"), at("2024-02-17T12:30:00"), "gl", "lf", 110000, true),
                        new Plan.Stop(at("2024-02-17T12:30:00"), at("2024-02-17T12:45:00"), "lf"),
                        new Plan.Drive(
                                at("2024-02-17T12:45:00"), at("2024-02-17T17:00:00"), "lf", "dt", 380000, false)),
                912345);
        var feeder = new Plan.CoachTrip(
                "C002",
                "P-XZ-55",
                1,
                200000,
                200000,
                List.of(
                        new Plan.Stop(at("2024-02-17T07:00:00"), at("2024-02-17T07:15:00"), "xz"),
                        new Plan.Drive(at("2024-02-17T07:15:00"), at("2024-02-17T09:45:00"), "xz", "ty", 200000, true),
                        new Plan.Stop(at("2024-02-17T09:45:00"), at("2024-02-17T10:00:00"), "ty"),
                        new Plan.Drive(
                                at("2024-02-17T10:00:00"), at("2024-02-17T12:30:00"), "ty", "xz", 200000, false)),
                412345);
        return new Plan(
                "sx",
                "standard.xml",
                1,
                "abc",
                Instant.now(),
                List.of(trip, feeder),
                List.of(new Plan.TrainBooking("T1", 2, 2400000)),
                List.of(new Plan.FlightBooking("F1", c.headcount(), 15000000)),
                List.of(
                        new Plan.Journey(
                                a.id(),
                                20,
                                0,
                                List.of(new Plan.Leg(
                                        "C001", "tz", at("2024-02-17T07:00:00"), "lf", at("2024-02-17T12:30:00")))),
                        new Plan.Journey(
                                b.id(),
                                21,
                                0,
                                List.of(new Plan.Leg(
                                        "C001", "gl", at("2024-02-17T08:45:00"), "lf", at("2024-02-17T12:30:00")))),
                        new Plan.Journey(
                                c.id(),
                                c.headcount(),
                                0,
                                List.of(
                                        new Plan.Leg(
                                                "C002",
                                                "xz",
                                                at("2024-02-17T07:15:00"),
                                                "ty",
                                                at("2024-02-17T09:45:00")),
                                        new Plan.Leg(
                                                "F1",
                                                "ty",
                                                at("2024-02-17T13:00:00"),
                                                "sz",
                                                at("2024-02-17T16:10:00")))),
                        new Plan.Journey(
                                d.id(),
                                d.headcount(),
                                0,
                                List.of(new Plan.Leg(
                                        "T1", "dtst", at("2024-02-17T09:40:00"), "tjst", at("2024-02-17T15:10:00"))))),
                List.of(new Plan.Unserved(
                        GROUPS.get(9).id(),
                        12,
                        0,
                        UnservedReason.CAPACITY_TAKEN,
                        new Plan.Remedy("大同汽运集团 49 座车再加 1 辆", "ADD_COACH", Map.of()))),
                new Plan.Score(
                        0, 12, 19724690, new Plan.CostParts(1324690, 2400000, 15000000, 800000, 100000, 0, 100000)),
                new Plan.Kpis(41, d.headcount(), c.headcount(), 2, 1, 2, 1, 0.83, 620, 580, 812.5, 98765));
    }

    @Bean
    PlanRepository planRepository() {
        PlanningProblem problem = new PlanningProblem(
                "sx",
                "2024-02-17 至 02-18 返岗",
                at("2024-01-25T00:00:00"),
                false,
                PLACES,
                null,
                GROUPS.subList(0, 60),
                POOLS,
                TRAINS,
                FLIGHTS,
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
        return new PlanRepository() {
            public long save(PlanningProblem p, Plan plan) {
                return 1;
            }

            public Optional<StoredPlan> find(long id) {
                return id == 1 ? Optional.of(new StoredPlan(1, Instant.now(), problem, plan())) : Optional.empty();
            }

            public List<Summary> list() {
                return List.of(new Summary(1, Instant.now(), problem.name(), plan().score(), plan().kpis()));
            }
        };
    }

    @Bean
    DispatchRepository dispatchRepository() {
        Map<String, Instant> ran = new HashMap<>();
        return new DispatchRepository() {
            public void markRan(long p, String v, Instant t) {
                if (v.equals("F1")) throw new IllegalStateException("团组 G0003 已由方案 #2 的趟次运送，不能重复标记。");
                ran.put(v, t);
            }

            public void unmarkRan(long p, String v) {
                ran.remove(v);
            }

            public Map<String, Instant> ran(long p) {
                return ran;
            }

            public List<RanTrip> ranTrips(Instant t) {
                return List.of();
            }
        };
    }

    @Bean
    RoadNetwork roadNetwork() {
        return new RoadNetwork() {
            public String mapSha256() {
                return "abc";
            }

            public String description() {
                return "preview";
            }

            public RoadMatrix matrix(List<Place> places) {
                throw new IllegalStateException();
            }

            public RoadPath path(Place a, Place b) {
                var x = a.position();
                var y = b.position();
                return new RoadPath(
                        1,
                        1,
                        List.of(
                                new double[] {x.lon(), x.lat()},
                                new double[] {(x.lon() + y.lon()) / 2 + .1, (x.lat() + y.lat()) / 2 + .1},
                                new double[] {y.lon(), y.lat()}));
            }

            public List<OffMap> offMap(Collection<Place> places) {
                return List.of();
            }

            public void close() {}
        };
    }

    @Bean
    PlanningRuns planningRuns() {
        Map<Long, PlanningRun> all = new TreeMap<>(Comparator.reverseOrder());
        return new PlanningRuns() {
            public long start(RunRequest q) {
                if (q.seconds() == 13) throw new IllegalArgumentException("这几天没有团组出发：请换一个日期。");
                long id = all.size() + 1;
                all.put(
                        id,
                        new PlanningRun(
                                id,
                                q,
                                PlanningRun.State.RUNNING,
                                Instant.now(),
                                Instant.now(),
                                null,
                                59,
                                2100,
                                null,
                                null,
                                null));
                return id;
            }

            public void stop(long id) {
                PlanningRun r = all.get(id);
                all.put(
                        id,
                        new PlanningRun(
                                id,
                                r.request(),
                                PlanningRun.State.DONE,
                                r.createdAt(),
                                r.startedAt(),
                                Instant.now(),
                                59,
                                2100,
                                null,
                                1L,
                                null));
            }

            PlanningRun now(PlanningRun r) {
                if (r.state() == PlanningRun.State.RUNNING
                        && Instant.now()
                                .isAfter(r.startedAt().plusSeconds(r.request().seconds()))) {
                    stop(r.id());
                    r = all.get(r.id());
                }
                var ps = points(r);
                return new PlanningRun(
                        r.id(),
                        r.request(),
                        r.state(),
                        r.createdAt(),
                        r.startedAt(),
                        r.finishedAt(),
                        r.groups(),
                        r.persons(),
                        ps.isEmpty() ? null : ps.get(ps.size() - 1),
                        r.planId(),
                        null);
            }

            List<PlanningRun.Point> points(PlanningRun r) {
                long s = Duration.between(r.startedAt(), r.finishedAt() == null ? Instant.now() : r.finishedAt())
                        .toMillis();
                List<PlanningRun.Point> l = new ArrayList<>();
                for (int i = 1; i * 300L < s && i < 200; i++)
                    l.add(new PlanningRun.Point(
                            i,
                            i * 300L,
                            (long) (2100 * Math.exp(-i / 10.0)),
                            (int) (2100 * (1 - Math.exp(-i / 10.0))),
                            (long) (1e8 * (1 - .8 * Math.exp(-i / 8.0) - i * .001))));
                return l;
            }

            public Optional<PlanningRun> find(long id) {
                return Optional.ofNullable(all.get(id)).map(this::now);
            }

            public List<PlanningRun> recent(int n) {
                return all.values().stream().toList().stream()
                        .map(this::now)
                        .limit(n)
                        .toList();
            }

            public List<PlanningRun.Point> pointsAfter(long id, int n) {
                return points(all.get(id)).stream().filter(p -> p.number() > n).toList();
            }

            public List<String> configs() {
                return List.of("overnight.xml", "quick.xml", "standard.xml");
            }
        };
    }
}
