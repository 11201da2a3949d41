package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.FleetState;
import io.chunfeng.capacity.Plates;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.Scope;
import io.chunfeng.demo.DemoFleet;
import io.chunfeng.dispatch.Assignment;
import io.chunfeng.dispatch.AssignmentProposal;
import io.chunfeng.dispatch.AssignmentRefusedException;
import io.chunfeng.dispatch.AssignmentRule;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.IssuedOrder.Outcome;
import io.chunfeng.dispatch.OrderContent.DriverPapers;
import io.chunfeng.dispatch.OrderSuccession;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.StaleOrderException;
import io.chunfeng.dispatch.StalePublicationException;
import io.chunfeng.dispatch.TripOrder;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.plan.PlanRepository.StoredPlan;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Orders on a real PostgreSQL: issued with their publication or not at all, only added to, new only where something changed. */
class PublishedOrdersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-15T02:00:00Z"), ZoneOffset.UTC);
    private static final Scope ALL = new Scope.Everything();

    private static List<Group> groups;
    private static PublishedPlans.Made whole;
    private static PublishedPlans.Made part;

    private TestDatabase database;
    private Publications publications;
    private TripOrders orders;

    @BeforeAll
    static void plan() {
        List<Group> day = PublishedPlans.DEMO.groups().stream()
                .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()))
                .toList();
        groups = List.of(day.get(0), day.get(day.size() / 3), day.get(day.size() / 2), day.get(day.size() - 1));
        whole = PublishedPlans.of(groups);
        part = PublishedPlans.of(groups.subList(0, 1));
    }

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        database.save(PublishedPlans.DEMO);
        database.fleet(CLOCK)
                .save(
                        DemoFleet.coaches(PublishedPlans.DEMO.coachPools()),
                        DemoFleet.drivers(PublishedPlans.DEMO.coachPools()));
        publications = database.publications(CLOCK);
        orders = database.orders(CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long store(PublishedPlans.Made made) {
        return database.plans(CLOCK).save(made.problem(), made.plan());
    }

    private Map<String, Assignment> proposed(long plan) {
        StoredPlan stored = database.plans(CLOCK).find(plan).orElseThrow();
        Map<String, Assignment> assignments = new HashMap<>();
        AssignmentProposal.of(
                        OrderSuccession.of(stored.problem(), stored.plan(), orders.situation(plan)),
                        orders.chosen(plan),
                        database.fleet(CLOCK).coaches(),
                        database.fleet(CLOCK).drivers())
                .forEach((trip, one) -> assignments.put(trip, one.assignment()));
        return assignments;
    }

    private List<IssuedOrder> publish(long plan, int newest) {
        return orders.of(
                publications.publish(plan, newest, "diao", proposed(plan)).number());
    }

    @Test
    void everyCoachTripGetsAnOrderThatIsCompleteInItself() {
        long plan = store(whole);
        List<IssuedOrder> issued = publish(plan, 0);

        assertThat(issued).hasSameSizeAs(whole.plan().coachTrips()).allMatch(one -> one.outcome() == Outcome.NEW);
        assertThat(issued).allSatisfy(one -> {
            TripOrder order = one.order();
            assertThat(order.number()).isEqualTo("2024-0001-" + order.tripId());
            assertThat(order.version()).isOne();
            assertThat(order.complete()).isTrue();
            assertThat(Plates.valid(order.content().coach().plate())).isTrue();
            assertThat(order.content().steps()).isNotEmpty();
        });
        assertThat(issued.stream()
                        .mapToInt(one -> one.order().content().persons())
                        .sum())
                .isEqualTo(whole.plan().kpis().persons());
        assertThat(orders.versions(issued.get(0).order().number()))
                .containsExactly(issued.get(0).order());
    }

    @Test
    void publishingTheSameAgainChangesNothing() {
        long plan = store(whole);
        List<IssuedOrder> first = publish(plan, 0);
        List<IssuedOrder> second = publish(plan, 1);

        assertThat(second).allMatch(one -> one.outcome() == Outcome.KEPT);
        assertThat(second)
                .extracting(IssuedOrder::order)
                .isEqualTo(first.stream().map(IssuedOrder::order).toList());
        assertThat(publications.newest()).isEqualTo(2);
    }

    @Test
    void planMadeApartReplacesOnlyTheTripsOfItsGroups() {
        long plan = store(whole);
        List<IssuedOrder> first = publish(plan, 0);
        String moved = groups.get(0).id();
        List<IssuedOrder> second = publish(store(part), 1);

        List<String> touched = first.stream()
                .filter(one -> one.order().content().groups().contains(moved))
                .map(one -> one.order().number())
                .toList();
        assertThat(second.stream().map(one -> one.order().number())).containsAll(touched);
        assertThat(orders.leaving(PublishedPlans.DAY.minusDays(3), PublishedPlans.DAY.plusDays(9)).stream()
                        .filter(TripOrder::inForce)
                        .flatMap(order -> order.content().riders().stream())
                        .filter(rider -> rider.groupId().equals(moved))
                        .mapToInt(rider -> rider.persons())
                        .sum())
                .as("nobody of the group is on two orders")
                .isEqualTo(groups.get(0).headcount());
        first.stream()
                .map(IssuedOrder::order)
                .filter(order -> !touched.contains(order.number()))
                .forEach(order -> assertThat(orders.versions(order.number())).containsExactly(order));
    }

    @Test
    void groupThatIsTakenBackLeavesItsOrders() {
        long plan = store(whole);
        publish(plan, 0);
        var registrations = database.registrations(CLOCK);
        String gone = groups.get(1).id();
        registrations.apply(
                List.of(new RegistrationChange.Move(
                        gone,
                        GroupState.WITHDRAWN,
                        registrations.find(ALL, gone).orElseThrow().version(),
                        null)),
                "chunfeng");
        List<IssuedOrder> second = publish(plan, 1);

        assertThat(second).anyMatch(one -> one.outcome() == Outcome.VOID || one.outcome() == Outcome.CHANGED);
        assertThat(second.stream().filter(one -> one.order().inForce()))
                .noneMatch(one -> one.order().content().groups().contains(gone));
        TripOrder changed = second.stream()
                .filter(one -> one.outcome() != Outcome.KEPT)
                .findFirst()
                .orElseThrow()
                .order();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(orders.versions(changed.number())).hasSize(2);
    }

    /** The connection is really cut in the middle of the orders. */
    @Test
    void publicationThatIsKilledHalfWayIsAbsent() {
        long plan = store(whole);
        Map<String, Assignment> assignments = proposed(plan);
        database.sql().sql("""
                        CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            IF (SELECT count(*) FROM publication_order) >= 1 THEN
                                PERFORM pg_terminate_backend(pg_backend_pid());
                            END IF;
                            RETURN NEW;
                        END $$
                        """).update();
        database.sql()
                .sql("CREATE TRIGGER cut BEFORE INSERT ON publication_order FOR EACH ROW EXECUTE FUNCTION cut()")
                .update();
        assertThat(assignments).hasSizeGreaterThan(1);

        assertThatThrownBy(() -> publications.publish(plan, 0, "diao", assignments))
                .isInstanceOf(RuntimeException.class);

        assertThat(publications.list()).isEmpty();
        assertThat(count("dispatch_order")).isZero();
        assertThat(count("publication_order")).isZero();
        assertThat(database.registrations(CLOCK)
                        .find(ALL, groups.get(0).id())
                        .orElseThrow()
                        .state())
                .isEqualTo(GroupState.PLANNED);
        database.sql().sql("DROP TRIGGER cut ON publication_order").update();
        assertThat(publish(plan, 0))
                .as("the next attempt gets the number")
                .allMatch(one -> one.order().number().startsWith("2024-0001-"));
    }

    private int count(String table) {
        return database.sql()
                .sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void ofTwoWhoPublishAtOnceOneIsTold() throws Exception {
        long plan = store(whole);
        Map<String, Assignment> assignments = proposed(plan);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> attempts = new ArrayList<>();
            for (String who : List.of("diao", "zhang")) {
                attempts.add(two.submit(() -> {
                    together.await();
                    try {
                        publications.publish(plan, 0, who, assignments);
                        return true;
                    } catch (StalePublicationException e) {
                        return false;
                    }
                }));
            }
            assertThat(List.of(attempts.get(0).get(), attempts.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdownNow();
        }
        assertThat(publications.list()).hasSize(1);
        assertThat(count("dispatch_order")).isEqualTo(assignments.size());
    }

    @Test
    void ordersAreOnlyAddedTo() {
        publish(store(whole), 0);
        for (String change : List.of(
                "UPDATE dispatch_order SET reason = 'x'",
                "DELETE FROM dispatch_order",
                "DELETE FROM publication_order",
                "UPDATE publication SET published_by = 'x'")) {
            assertThatThrownBy(() -> database.sql().sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only ever added");
        }
    }

    @Test
    void anotherDriverIsFiledAgainWithItsReason() {
        publish(store(whole), 0);
        TripOrder order = orders.of(1).get(0).order();
        List<Long> drivers = new ArrayList<>(
                order.content().drivers().stream().map(DriverPapers::id).toList());
        List<Long> busy = orders.of(1).stream()
                .flatMap(one -> one.order().content().drivers().stream().map(DriverPapers::id))
                .toList();
        Long spare = database.fleet(CLOCK).drivers().stream()
                .filter(driver -> driver.operator().equals(order.content().operator()) && !busy.contains(driver.id()))
                .findFirst()
                .orElseThrow()
                .id();
        drivers.set(0, spare);
        long coach = order.content().coach().id();
        TripOrder next = orders.reassign(order.number(), 1, coach, drivers, "驾驶员生病", "diao");

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.reason()).isEqualTo("驾驶员生病");
        assertThat(orders.versions(order.number())).containsExactly(next, order);
        assertThatThrownBy(() -> orders.reassign(order.number(), 1, coach, drivers, "再换", "zhang"))
                .isInstanceOf(StaleOrderException.class);
        assertThatThrownBy(() -> orders.reassign(order.number(), 2, null, drivers, "没有车", "diao"))
                .isInstanceOfSatisfying(
                        AssignmentRefusedException.class,
                        e -> assertThat(e.findings())
                                .extracting(finding -> finding.rule())
                                .contains(AssignmentRule.COACH_MISSING));
        assertThat(orders.versions(order.number())).hasSize(2);
    }

    @Test
    void coachThatIsTakenOutOfServiceMeanwhileIsNotPublished() {
        long plan = store(whole);
        Map<String, Assignment> assignments = proposed(plan);
        var coach = assignments.values().iterator().next().coach();
        database.fleet(CLOCK)
                .save(
                        List.of(new Coach(
                                coach.id(),
                                coach.version(),
                                coach.plate(),
                                coach.poolId(),
                                coach.approvedSeats(),
                                coach.permit(),
                                FleetState.AWAY)),
                        List.of());
        assertThatThrownBy(() -> publications.publish(plan, 0, "diao", assignments))
                .isInstanceOf(AssignmentRefusedException.class);
        assertThat(publications.list()).isEmpty();
        assertThat(publish(plan, 0))
                .as("proposed anew without it")
                .noneMatch(one -> one.order().content().coach().plate().equals(coach.plate()));
    }

    @Test
    void ofTwoWhoChooseForOneTripTheSecondIsTold() {
        long plan = store(whole);
        String trip = whole.plan().coachTrips().get(0).id();
        orders.choose(plan, trip, null, List.of(), 0, "diao");
        assertThatThrownBy(() -> orders.choose(plan, trip, null, List.of(1L), 0, "zhang"))
                .isInstanceOf(StaleOrderException.class);
        orders.choose(plan, trip, null, List.of(1L), 1, "zhang");
        assertThat(orders.chosen(plan).get(trip).driverIds()).containsExactly(1L);
        assertThatThrownBy(() -> orders.forget(plan, trip, 1)).isInstanceOf(StaleOrderException.class);
        orders.forget(plan, trip, 2);
        assertThat(orders.chosen(plan)).isEmpty();
    }
}
