package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.RunRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a closure would change on the default map, told before it is kept. */
@Timeout(180)
class ClosurePreviewTest extends RunningApplication {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private ClosureRepository closures;

    @Autowired
    private DemandRepository demand;

    @Autowired
    private PlaceRepository places;

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private PlanShelf shelf;

    @Autowired
    private PlanRoads planRoads;

    @Autowired
    private RoadNetwork roads;

    @Autowired
    private JdbcClient sql;

    @AfterEach
    void forget() {
        sql.sql(ClosuresPageTest.FORGET_CLOSURES).update();
    }

    private static Map<String, String> area(String centre, String from, String until) {
        Map<String, String> typed = new HashMap<>();
        typed.put("kind", "AREA");
        typed.put("centre", centre);
        typed.put("radiusKm", "1");
        typed.put("from", from);
        typed.put("until", until);
        typed.put("reason", "大雪");
        return typed;
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, PlanningProblem.ZONE).toString();
    }

    private Group groupByCoach() {
        return demand.groups().stream()
                .filter(group -> group.modes().contains(Mode.COACH) && isCountySeat(group.from()))
                .findFirst()
                .orElseThrow();
    }

    /** A place of the map itself: its roads end there. */
    private static boolean isCountySeat(String placeId) {
        return placeId.matches("14\\d{4}");
    }

    private String name(String placeId) {
        return places.find(placeId).map(Place::name).orElseThrow();
    }

    /** Who boards in a closed area has no way; the preview names the journey and keeps nothing. */
    @Test
    void whoIsCutOffIsNamed() throws Exception {
        Group group = groupByCoach();
        HttpResponse<String> page =
                post("/closures", area(group.from(), local(group.earliestDeparture()), local(group.latestArrival())));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("id=\"preview\"")
                .contains("封路期间无路可走")
                .contains(name(group.from()) + " → " + name(group.to()))
                .contains("id=\"keep\"");
        assertThat(closures.list()).isEmpty();
    }

    /** Its window ends when the road is closed: this group does not travel during the closure. */
    @Test
    void whoTravelsAtAnotherTimeIsNot() throws Exception {
        Group group = groupByCoach();
        String edge = local(group.latestArrival());
        HttpResponse<String> page = post(
                "/closures",
                area(group.from(), edge, local(group.latestArrival().plusSeconds(60))));
        assertThat(page.body())
                .contains("id=\"preview\"")
                .doesNotContain(name(group.from()) + " → " + name(group.to()) + "<");
    }

    @Test
    void whatIsKeptIsWhatWasShown() throws Exception {
        Map<String, String> typed = ClosuresPageTest.road("G5", "太原站", "临汾站");
        String shown = post("/closures", typed).body();
        assertThat(shown).contains("预览：G5 太原站—临汾站").contains("<b>257.0</b>").contains("name=\"keep\" value=\"true\"");
        typed.put("keep", "true");
        HttpResponse<String> kept = post("/closures", typed);
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(closures.list())
                .singleElement()
                .satisfies(stored -> assertThat(stored.closure())
                        .isEqualTo(new Closure(
                                new Closure.Road(
                                        "G5",
                                        places.find("st-taiyuan").orElseThrow(),
                                        places.find("st-linfen").orElseThrow()),
                                Instant.parse("2024-02-16T16:00:00Z"),
                                Instant.parse("2024-02-18T16:00:00Z"),
                                "大雪")));
        assertThat(get("/closures").body()).contains("G5 太原站—临汾站").contains("class=\"state PAST\"");
    }

    @Test
    void aRoadThatIsNotThereIsToldBesideItsField() throws Exception {
        HttpResponse<String> number = post("/closures", ClosuresPageTest.road("G9999", "太原站", "临汾站"));
        assertThat(number.statusCode()).isEqualTo(400);
        assertThat(number.body()).contains("id=\"e-number\">").contains("G9999");
        Map<String, String> desert = area("", "2024-02-17T00:00", "");
        desert.put("lon", "84.5");
        desert.put("lat", "39.0");
        assertThat(post("/closures", desert).body()).contains("id=\"e-radiusKm\">");
        Map<String, String> keep = new HashMap<>(desert);
        keep.put("keep", "true");
        assertThat(post("/closures", keep).statusCode()).isEqualTo(400);
        assertThat(closures.list()).isEmpty();
    }

    /** A second closure of the same time is compared with what the first one leaves. */
    @Test
    void closuresAddUp() throws Exception {
        Group group = groupByCoach();
        String from = local(group.earliestDeparture());
        String until = local(group.latestArrival());
        Map<String, String> first = area(group.from(), from, until);
        first.put("keep", "true");
        post("/closures", first);

        assertThat(post("/closures", area(group.from(), from, until)).body())
                .contains("与同一时段另外 1 处封路一起计算")
                .doesNotContain("封路期间无路可走");
    }

    private record Driven(Plan.CoachTrip trip, Plan.Drive drive) {}

    @Test
    void tripsOfStoredPlansAreNamed() throws Exception {
        PlanView view = shelf.get(planned());
        Driven driven = view.plan().coachTrips().stream()
                .flatMap(trip -> trip.events().stream()
                        .filter(Plan.Drive.class::isInstance)
                        .map(event -> new Driven(trip, (Plan.Drive) event)))
                .filter(d -> d.drive.loaded() && isCountySeat(d.drive.fromPlace()))
                .findFirst()
                .orElseThrow();
        Plan.CoachTrip trip = driven.trip;
        Plan.Drive drive = driven.drive;
        String link = "href=\"/plans/" + view.id() + "/trips/" + trip.id() + "\"";
        Map<String, String> during = area(
                drive.fromPlace(),
                local(drive.from().minusSeconds(60)),
                local(drive.from().plusSeconds(60)));

        assertThat(post("/closures", during).body())
                .contains(link)
                .contains(view.names().of(drive.fromPlace()) + " → "
                        + view.names().of(drive.toPlace()))
                .contains("class=\"bad\">无路可走<");
        Instant earlier = trip.busyFrom().minusSeconds(7200);
        assertThat(post("/closures", area(drive.fromPlace(), local(earlier), local(earlier.plusSeconds(3600))))
                        .body())
                .doesNotContain(link);

        during.put("keep", "true");
        post("/closures", during);
        await().atMost(Duration.ofSeconds(30)).until(() -> get("/groups").body().contains("个趟次行驶封闭的道路"));
        assertThat(get("/plans/" + view.id()).body())
                .contains("id=\"closed\"")
                .contains("下列趟次在封路期间行驶封闭的道路")
                .contains(link)
                .doesNotContain("已避开封路");
        assertThat(get("/plans/" + view.id() + "/closures.geojson").body()).contains("大雪");
        closures.list().forEach(stored -> closures.lift(stored.id()));
        assertThat(get("/groups").body()).doesNotContain("个趟次行驶封闭的道路");
        assertThat(get("/plans/" + view.id()).body()).doesNotContain("id=\"closed\"");
    }

    /** On the pages of the run and of its plan, also after the closure was lifted: the plan was made without the road. */
    @Test
    void aPlanNamesWhatItAvoids() throws Exception {
        Group group = demand.groupsDeparting(DAY, DAY).stream()
                .filter(g -> g.modes().contains(Mode.COACH) && isCountySeat(g.from()))
                .findFirst()
                .orElseThrow();
        Map<String, String> closed = area(group.from(), "2024-02-17T00:00", "");
        closed.put("keep", "true");
        post("/closures", closed);
        long plan = planned();
        long run = runs.ofPlan(plan).orElseThrow().id();

        for (boolean lifted : new boolean[] {false, true}) {
            for (String page : List.of("/planning/" + run, "/plans/" + plan)) {
                assertThat(get(page).body())
                        .contains("已避开封路")
                        .contains("（大雪）")
                        .contains(group.id() + "：" + name(group.from()) + " → " + name(group.to()))
                        .doesNotContain("id=\"closed\"");
            }
            assertThat(get("/plans/" + plan + "/closures.geojson").body()).contains("大雪");
            assertThat(planRoads.of(plan).key()).isNotEqualTo(roads.key());
            assertThat(planRoads.of(plan).path(place(group.from()), place(group.to())))
                    .isNull();
            assertThat(get("/plans/" + plan + "/routes.geojson").statusCode()).isEqualTo(200);
            if (!lifted) {
                closures.list().forEach(stored -> closures.lift(stored.id()));
            }
        }
        assertThat(get("/plans/" + plan).body()).contains("后来已解除");
    }

    private Place place(String id) {
        return places.find(id).orElseThrow();
    }

    /** Id of a plan that carries people, however slow the machine. */
    private long planned() {
        Instant asOf = DAY.minusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant();
        long id = runs.start(new RunRequest(DAY, DAY, asOf, "quick.xml", 600, 1));
        await().atMost(PATIENCE).until(() -> runs.pointsAfter(id, 0).stream().anyMatch(p -> p.personsServed() > 500));
        runs.stop(id);
        await().atMost(PATIENCE).until(() -> runs.find(id).orElseThrow().state().ended());
        return runs.find(id).orElseThrow().planId();
    }
}
