package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Report;
import io.chunfeng.day.TripEntry;
import io.chunfeng.day.TripRef;
import io.chunfeng.demand.Group;
import io.chunfeng.demo.DemoFleet;
import io.chunfeng.dispatch.Assignment;
import io.chunfeng.dispatch.AssignmentProposal;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.OrderSuccession;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.freeze.FreezeFacts;
import io.chunfeng.freeze.SilentTrip;
import io.chunfeng.freeze.TripFact;
import io.chunfeng.freeze.TripKey;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the checks before freezing learn from real publications, orders and reports. */
class FreezeFactsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-15T02:00:00Z"), ZoneOffset.UTC);
    private static final Author DESK = new Author("diaodu", null);
    private static final PublishedPlans.Made MADE = PublishedPlans.of(groups());

    private TestDatabase database;
    private FreezeFacts facts;
    private long plan;
    private String coach;

    private static List<Group> groups() {
        List<Group> day = PublishedPlans.DEMO.groups().stream()
                .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()))
                .toList();
        return List.of(day.get(0), day.get(day.size() / 2));
    }

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        database.save(PublishedPlans.DEMO);
        database.fleet(CLOCK)
                .save(
                        DemoFleet.coaches(PublishedPlans.DEMO.coachPools()),
                        DemoFleet.drivers(PublishedPlans.DEMO.coachPools()));
        facts = new JdbcFreezeFacts(database.sql());
        plan = database.plans(CLOCK).save(MADE.problem(), MADE.plan());
        coach = MADE.plan().coachTrips().get(0).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private TripFact fact(long ofPlan, String vehicle) {
        TripKey key = new TripKey(ofPlan, vehicle);
        return facts.of(List.of(key)).get(key);
    }

    private List<IssuedOrder> publish(int newest) {
        TripOrders orders = database.orders(CLOCK);
        StoredPlan stored = database.plans(CLOCK).find(plan).orElseThrow();
        Map<String, Assignment> assignments = new HashMap<>();
        AssignmentProposal.of(
                        OrderSuccession.of(stored.problem(), stored.plan(), orders.situation(plan)),
                        orders.chosen(plan),
                        database.fleet(CLOCK).coaches(),
                        database.fleet(CLOCK).drivers())
                .forEach((trip, one) -> assignments.put(trip, one.assignment()));
        return orders.of(
                database.publications(CLOCK).publish(plan, newest, "diao", assignments).number());
    }

    @Test
    void aTripIsPublishedWithItsPlateAndItsEnds() {
        assertThat(fact(plan, coach).published()).isFalse();
        List<IssuedOrder> issued = publish(0);
        TripFact fact = fact(plan, coach);
        assertThat(fact.published()).isTrue();
        assertThat(fact.orderVoid()).isFalse();
        assertThat(fact.plate())
                .isEqualTo(issued.stream()
                        .filter(one -> one.order().tripId().equals(coach))
                        .findFirst()
                        .orElseThrow()
                        .order()
                        .content()
                        .coach()
                        .plate());
        assertThat(fact.origin()).startsWith("14");
        assertThat(fact.destination()).matches("[0-9]{6}").isNotEqualTo(fact.origin());
        assertThat(fact(plan, "nobody").published()).isFalse();
        assertThat(fact(plan, "nobody").origin()).isNull();
    }

    @Test
    void aTripIsSilentFromItsDepartureUntilItIsRecorded() {
        publish(0);
        Instant leaves = database.sql()
                .sql("SELECT min(board_at) FROM plan_ride WHERE plan_id = :plan AND vehicle = :vehicle")
                .param("plan", plan)
                .param("vehicle", coach)
                .query((row, number) -> Rows.instant(row, "min"))
                .single();
        assertThat(silent(leaves.minusMillis(1))).doesNotContain(coach);
        assertThat(silent(leaves)).contains(coach);
        database.dispatch().markRan(plan, coach, leaves, DESK);
        assertThat(silent(leaves)).doesNotContain(coach);
    }

    @Test
    void aCancelledTripIsNotSilent() {
        publish(0);
        Instant late = Instant.parse("2024-03-01T00:00:00Z");
        assertThat(silent(late)).contains(coach);
        Clock then = Clock.fixed(late, ZoneOffset.UTC);
        DayBoard board = database.board(then);
        TripRef ref = new TripRef(plan, coach);
        board.record(cancelled(board, ref, late), "diao");
        assertThat(silent(late)).doesNotContain(coach);
    }

    private static TripEntry cancelled(DayBoard board, TripRef ref, Instant at) {
        long seen = board.trip(ref).orElseThrow().seen();
        return new TripEntry(ref, Report.CANCELLED, seen, 0, at, "没有人乘坐", List.of());
    }

    private List<String> silent(Instant asOf) {
        return facts.silent(asOf).stream()
                .map(SilentTrip::trip)
                .filter(trip -> trip.planId() == plan)
                .map(TripKey::vehicle)
                .toList();
    }
}
