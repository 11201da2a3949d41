package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.capacity.CapacityChange;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.OfferInUseException;
import io.chunfeng.capacity.Offered;
import io.chunfeng.capacity.StaleOfferException;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demo.DemoCampaign;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers with versions: nobody's change is lost, and what plans rely on stays. */
class CapacityRegisterTest {
    private static final Instant NOW = Instant.parse("2024-02-01T00:00:00Z");
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static TestDatabase database;
    private static CapacityRegister register;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        register = database.register(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void fill() {
        for (String table : List.of("planning_run", "plan", "coach_pool", "train_service", "flight")) {
            database.sql().sql("DELETE FROM " + table).update();
        }
        database.save(DEMO);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Offered<? extends Offer> kept(Offer offer) {
        return register.find(offer.offerKind(), offer.id()).orElseThrow();
    }

    private static CapacityChange.Put put(Offer offer, int version) {
        return new CapacityChange.Put(offer, version);
    }

    @Test
    void whatIsKeptComesBackWithItsVersion() {
        assertThat(register.coachPools())
                .extracting(Offered::offer)
                .containsExactlyInAnyOrderElementsOf(DEMO.coachPools());
        assertThat(register.trainServices())
                .extracting(Offered::offer)
                .containsExactlyInAnyOrderElementsOf(DEMO.trainServices());
        assertThat(register.flights()).extracting(Offered::offer).containsExactlyInAnyOrderElementsOf(DEMO.flights());
        TrainService train = DEMO.trainServices().get(0);
        assertThat(kept(train).offer()).isEqualTo(train);
        assertThat(kept(train).version()).isEqualTo(1);
        assertThat(register.find(Offer.Kind.FLIGHT, train.id())).isEmpty();
    }

    @Test
    void aChangeFromTheVersionReadIsKeptAndOneFromAnOlderVersionIsNot() {
        CoachPool pool = DEMO.coachPools().get(0);
        register.apply(List.of(put(pool.withCount(7), 1)));
        assertThat(kept(pool)).isEqualTo(new Offered<>(pool.withCount(7), 2, NOW));
        assertThatThrownBy(() -> register.apply(List.of(put(pool.withCount(8), 1))))
                .isInstanceOf(StaleOfferException.class);
        assertThat(kept(pool).offer()).isEqualTo(pool.withCount(7));
    }

    @Test
    void stationsOfATrainAreReplaced() {
        TrainService train = DEMO.trainServices().stream()
                .filter(service -> service.calls().size() > 2)
                .findFirst()
                .orElseThrow();
        TrainService shorter = new TrainService(
                train.id(),
                train.name(),
                train.kind(),
                train.calls().subList(0, 2),
                train.seatsPerCarriage(),
                train.wheelchairSpacesPerCarriage(),
                train.minCarriages(),
                train.maxCarriages(),
                train.serviceFen(),
                train.fenPerCarriage(),
                train.fenPerPassenger(),
                train.bookBy());
        register.apply(List.of(put(shorter, 1)));
        assertThat(kept(train).offer()).isEqualTo(shorter);
    }

    /** The vehicles of a plan are told apart by id alone: no flight may take a train's. */
    @Test
    void anIdBelongsToOneOfferOfAnyKind() {
        CoachPool pool = DEMO.coachPools().get(0);
        assertThatThrownBy(() -> register.apply(List.of(put(pool, CapacityChange.NEW))))
                .isInstanceOf(StaleOfferException.class);
        CoachPool likeATrain = new CoachPool(
                DEMO.trainServices().get(0).id(),
                "公司",
                pool.depot(),
                "1401",
                49,
                0,
                1,
                NOW,
                NOW.plusSeconds(60),
                0,
                0,
                0,
                0);
        assertThatThrownBy(() -> register.apply(List.of(put(likeATrain, CapacityChange.NEW))))
                .isInstanceOf(StaleOfferException.class);
    }

    @Test
    void allOrNone() {
        CoachPool pool = DEMO.coachPools().get(0);
        CoachPool other = DEMO.coachPools().get(1);
        assertThatThrownBy(() -> register.apply(List.of(put(pool.withCount(99), 1), put(other.withCount(99), 5))))
                .isInstanceOf(StaleOfferException.class);
        assertThat(kept(pool).offer()).isEqualTo(pool);
    }

    @Test
    void ofManyAtTheSameTimeExactlyOneChangeIsKept() throws Exception {
        CoachPool pool = DEMO.coachPools().get(0);
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> changes = IntStream.rangeClosed(1, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            register.apply(List.of(put(pool.withCount(100 + i), 1)));
                            return true;
                        } catch (StaleOfferException e) {
                            return false;
                        }
                    })
                    .collect(Collectors.toList());
            int kept = 0;
            for (Future<Boolean> change : people.invokeAll(changes)) {
                kept += change.get() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
        assertThat(kept(pool).version()).isEqualTo(2);
    }

    @Test
    void whatNobodyUsesIsRemoved() {
        for (Offer offer : List.of(
                DEMO.coachPools().get(0),
                DEMO.trainServices().get(0),
                DEMO.flights().get(0))) {
            register.apply(List.of(new CapacityChange.Remove(offer.offerKind(), offer.id(), 1)));
            assertThat(register.find(offer.offerKind(), offer.id())).isEmpty();
        }
    }

    @Test
    void removingAsksForTheVersionReadToo() {
        CoachPool pool = DEMO.coachPools().get(0);
        assertThatThrownBy(() -> register.apply(List.of(new CapacityChange.Remove(Offer.Kind.POOL, pool.id(), 2))))
                .isInstanceOf(StaleOfferException.class);
        assertThat(kept(pool).offer()).isEqualTo(pool);
    }

    @Test
    void whatARunPlansWithStaysUntilTheRunHasEnded() {
        CoachPool pool = DEMO.coachPools().get(0);
        CapacityChange remove = new CapacityChange.Remove(Offer.Kind.POOL, pool.id(), 1);
        database.sql().sql("""
                        INSERT INTO planning_run (from_date, to_date, as_of, config, seconds, seed, state, created_at, started_at,
                                                  groups, persons, problem)
                        VALUES ('2024-02-17', '2024-02-18', now(), 'quick.xml', 1, 1, 'RUNNING', now(), now(), 1, 1,
                                json_build_object('coachPools', json_build_array(json_build_object('id', :id))))
                        """).param("id", pool.id()).update();
        assertThatThrownBy(() -> register.apply(List.of(remove)))
                .isInstanceOfSatisfying(
                        OfferInUseException.class, e -> assertThat(e.by()).isEqualTo(OfferInUseException.By.RUN));
        database.sql()
                .sql("UPDATE planning_run SET state = 'FAILED', finished_at = now(), message = 'x'")
                .update();
        register.apply(List.of(remove));
        assertThat(register.find(Offer.Kind.POOL, pool.id())).isEmpty();
    }

    @Test
    void whatTheNewestPlanUsesStays() {
        CoachPool pool = DEMO.coachPools().get(0);
        TrainService train = DEMO.trainServices().get(0);
        database.sql().sql("""
                        INSERT INTO plan (stored_at, problem_name, problem, plan, hard, unserved, cost_fen, coach_fen, train_fen,
                                          flight_fen, time_fen, transfer_fen, split_fen, day_shift_fen, persons_coach, persons_rail,
                                          persons_air, coach_trips, train_services, carriages, flights, load_factor, loaded_km,
                                          empty_km, passenger_hours, fen_per_person)
                        VALUES (now(), 'x', '{}', json_build_object('coachTrips',
                                json_build_array(json_build_object('id', 't', 'poolId', :id))),
                                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                        """).param("id", pool.id()).update();
        assertThatThrownBy(() -> register.apply(List.of(
                        new CapacityChange.Remove(Offer.Kind.TRAIN, train.id(), 1),
                        new CapacityChange.Remove(Offer.Kind.POOL, pool.id(), 1))))
                .isInstanceOfSatisfying(OfferInUseException.class, e -> {
                    assertThat(e.by()).isEqualTo(OfferInUseException.By.PLAN);
                    assertThat(e.offerId()).isEqualTo(pool.id());
                });
        assertThat(kept(train).offer()).isEqualTo(train);
        // its window may end: the plan keeps what it was made with
        register.apply(List.of(put(pool.endedAt(NOW), 1)));
        assertThat(((CoachPool) kept(pool).offer()).availableUntil()).isEqualTo(NOW);
    }
}
