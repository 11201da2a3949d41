package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.ForbiddenMoveException;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.HistoryEntry;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.demand.StaleRegistrationException;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.place.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Registered groups: who sees them, who may change them, and that nothing is lost or forgotten. */
class RegistrationsTest {
    private static final Instant NOW = Instant.parse("2024-02-10T04:00:00Z");
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static final Group SOME = DEMO.groups().get(17);
    private static final Group OTHER = DEMO.groups().stream()
            .filter(group -> !group.county().equals(SOME.county()))
            .findFirst()
            .orElseThrow();
    private static final Actor COUNTY = county(SOME.county());
    private static final Actor DISPATCHER = new Actor("diao", Party.DISPATCHER, new Scope.Everything());
    private static final Scope ALL = new Scope.Everything();

    private TestDatabase database;
    private RegistrationRepository registrations;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        database.save(DEMO);
        registrations = database.registrations(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Actor county(String code) {
        return new Actor("xian-" + code, Party.COUNTY, new Scope.RegisteredBy(Set.of(code)));
    }

    private static Group fresh(String id) {
        return new Group(
                id,
                SOME.county(),
                SOME.from(),
                SOME.to(),
                20,
                0,
                SOME.earliestDeparture(),
                SOME.latestArrival(),
                SOME.preferredDate(),
                SOME.modes(),
                1,
                1,
                null);
    }

    private static RegistrationChange.Put first(Group group, GroupState to) {
        return new RegistrationChange.Put(group, to, RegistrationChange.NEW);
    }

    private static RegistrationChange.Move move(String id, GroupState to, int from) {
        return new RegistrationChange.Move(id, to, from, null);
    }

    @Test
    void whatWasRegisteredWithoutStatesIsAccepted() {
        assertThat(registrations.all(ALL))
                .hasSameSizeAs(DEMO.groups())
                .allMatch(registration -> registration.state() == GroupState.ACCEPTED && registration.version() == 1);
        assertThat(registrations.history(ALL, SOME.id()))
                .singleElement()
                .satisfies(entry -> assertThat(List.of(entry.actor(), entry.after()))
                        .isEqualTo(List.of(Actor.PROGRAM_LOGIN, SOME)));
    }

    @Test
    void wayOfAGroupIsItsHistory() {
        Group group = fresh("new-1");
        registrations.apply(List.of(first(group, GroupState.DRAFT)), COUNTY);
        Group bigger = group.withHeadcount(25, 1);
        registrations.apply(List.of(new RegistrationChange.Put(bigger, GroupState.SUBMITTED, 1)), COUNTY);
        registrations.apply(List.of(new RegistrationChange.Move("new-1", GroupState.DRAFT, 2, "集合点不对")), DISPATCHER);

        assertThat(registrations.find(COUNTY.scope(), "new-1"))
                .contains(new Registration(bigger, GroupState.DRAFT, 3, NOW));
        assertThat(registrations.history(COUNTY.scope(), "new-1"))
                .containsExactly(
                        new HistoryEntry("new-1", 1, NOW, COUNTY.login(), null, GroupState.DRAFT, null, group, null),
                        new HistoryEntry(
                                "new-1",
                                2,
                                NOW,
                                COUNTY.login(),
                                GroupState.DRAFT,
                                GroupState.SUBMITTED,
                                group,
                                bigger,
                                null),
                        new HistoryEntry(
                                "new-1", 3, NOW, "diao", GroupState.SUBMITTED, GroupState.DRAFT, null, null, "集合点不对"));
    }

    @Test
    void everyScopeSeesItsOwnAndNothingElse() {
        Map<String, Place> places = DEMO.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        String workplace = places.get(SOME.to()).adminCode();

        assertThat(ids(new Scope.RegisteredBy(Set.of(SOME.county()))))
                .isEqualTo(idsWhere(group -> group.county().equals(SOME.county())));
        assertThat(ids(new Scope.ArrivingIn(Set.of(workplace))))
                .isEqualTo(idsWhere(group -> places.get(group.to()).adminCode().equals(workplace)));
        assertThat(ids(new Scope.WorkingFor(SOME.employer())))
                .isEqualTo(idsWhere(group -> SOME.employer().equals(group.employer())));
        assertThat(ids(new Scope.RegisteredBy(Set.of()))).isEmpty();
        assertThat(ids(new Scope.WorkingFor("' OR true --"))).isEmpty();
    }

    private Set<String> ids(Scope scope) {
        return registrations.all(scope).stream().map(r -> r.group().id()).collect(Collectors.toSet());
    }

    private static Set<String> idsWhere(Predicate<Group> condition) {
        Set<String> ids =
                DEMO.groups().stream().filter(condition).map(Group::id).collect(Collectors.toSet());
        assertThat(ids).isNotEmpty().hasSizeLessThan(DEMO.groups().size());
        return ids;
    }

    @Test
    void anotherCountysGroupIsNotThere() {
        assertThat(registrations.find(COUNTY.scope(), OTHER.id())).isEmpty();
        assertThat(registrations.history(COUNTY.scope(), OTHER.id())).isEmpty();
        List<RegistrationChange> attempts = List.of(
                move(OTHER.id(), GroupState.WITHDRAWN, 1),
                new RegistrationChange.Put(OTHER, GroupState.SUBMITTED, 1),
                first(OTHER, GroupState.SUBMITTED),
                // its own group, handed to another county
                new RegistrationChange.Put(withCounty(SOME, OTHER.county()), GroupState.SUBMITTED, 1));
        for (RegistrationChange attempt : attempts) {
            assertThatThrownBy(() -> registrations.apply(List.of(attempt), COUNTY))
                    .as(attempt.toString())
                    .isInstanceOf(StaleRegistrationException.class);
        }
        assertThat(registrations.all(ALL)).allMatch(registration -> registration.version() == 1);
    }

    private static Group withCounty(Group group, String county) {
        return new Group(
                group.id(),
                county,
                group.from(),
                group.to(),
                group.headcount(),
                group.wheelchairs(),
                group.earliestDeparture(),
                group.latestArrival(),
                group.preferredDate(),
                group.modes(),
                group.minPart(),
                group.priority(),
                group.employer());
    }

    @Test
    void allOrNone() {
        List<RegistrationChange> changes = new ArrayList<>();
        changes.add(first(fresh("a-1"), GroupState.SUBMITTED));
        changes.add(move(SOME.id(), GroupState.WITHDRAWN, 1));
        changes.add(move(SOME.id() + "?", GroupState.WITHDRAWN, 1));

        assertThatThrownBy(() -> registrations.apply(changes, COUNTY))
                .isInstanceOfSatisfying(
                        StaleRegistrationException.class,
                        e -> assertThat(e.groupId()).isEqualTo(SOME.id() + "?"));
        assertThat(registrations.find(ALL, "a-1")).isEmpty();
        assertThat(registrations.find(ALL, SOME.id()).orElseThrow().state()).isEqualTo(GroupState.ACCEPTED);
    }

    @Test
    void movesThatTheTableForbidsAreRefused() {
        registrations.apply(List.of(first(fresh("b-1"), GroupState.SUBMITTED)), COUNTY);

        assertThatThrownBy(() -> registrations.apply(List.of(move("b-1", GroupState.ACCEPTED, 1)), COUNTY))
                .isInstanceOfSatisfying(
                        ForbiddenMoveException.class, e -> assertThat(e.from()).isEqualTo(GroupState.SUBMITTED));
        assertThatThrownBy(() -> registrations.apply(List.of(first(fresh("b-2"), GroupState.ACCEPTED)), COUNTY))
                .isInstanceOf(ForbiddenMoveException.class);
        registrations.apply(List.of(move("b-1", GroupState.ACCEPTED, 1)), DISPATCHER);
        assertThat(registrations.find(ALL, "b-1").orElseThrow().state()).isEqualTo(GroupState.ACCEPTED);
    }

    @Test
    void onlyTakenGroupsAreGivenToThePlanner() {
        registrations.apply(List.of(first(fresh("c-1"), GroupState.SUBMITTED)), COUNTY);
        registrations.apply(List.of(move(SOME.id(), GroupState.WITHDRAWN, 1)), COUNTY);
        var day = DEMO.groups().stream()
                .filter(group -> group.id().equals(SOME.id()))
                .findFirst()
                .orElseThrow()
                .preferredDate();

        assertThat(database.demand().groupsDeparting(day, day))
                .extracting(Group::id)
                .doesNotContain("c-1", SOME.id());
        registrations.apply(List.of(move("c-1", GroupState.ACCEPTED, 1)), DISPATCHER);
        assertThat(database.demand().groupsDeparting(day, day))
                .extracting(Group::id)
                .contains("c-1");
    }

    @Test
    void ofTwoWhoChangeFromTheSameVersionOneIsTold() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int version = 1; version <= 10; version++) {
                int from = version;
                GroupState to = version % 2 == 1 ? GroupState.WITHDRAWN : GroupState.SUBMITTED;
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Void>> changes = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    changes.add(both.submit(() -> {
                        together.await(10, TimeUnit.SECONDS);
                        registrations.apply(List.of(move(SOME.id(), to, from)), COUNTY);
                        return null;
                    }));
                }
                assertThat(changes).filteredOn(RegistrationsTest::stale).hasSize(1);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(registrations.history(ALL, SOME.id())).hasSize(11);
    }

    private static boolean stale(Future<Void> change) {
        try {
            change.get(30, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(StaleRegistrationException.class);
            return true;
        } catch (Exception e) {
            throw new AssertionError("a change neither succeeded nor was refused", e);
        }
    }

    @Test
    void databaseRefusesToForget() {
        for (String attempt : List.of(
                "UPDATE group_history SET actor = 'nobody'",
                "DELETE FROM group_history",
                "TRUNCATE group_history",
                "DELETE FROM worker_group",
                "UPDATE worker_group SET headcount = headcount + 1")) {
            assertThatThrownBy(() -> database.sql().sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
