package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.HistoryEntry;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.demand.SubmissionDeadline;
import io.chunfeng.dispatch.Arrival;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.Handover;
import io.chunfeng.dispatch.HandoverRefusedException;
import io.chunfeng.dispatch.Handovers;
import io.chunfeng.dispatch.PlannedGroup;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.Ride;
import io.chunfeng.dispatch.Rides;
import io.chunfeng.dispatch.StalePublicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** From a stored plan through publication and departure to the hand-over: what each does to the states of its groups. */
class LifeOfGroupsTest {
    private static final Scope ALL = new Scope.Everything();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-15T02:00:00Z"), ZoneOffset.UTC);
    private static final Actor DISPATCHER = new Actor("diao", Party.DISPATCHER, ALL);

    private static List<Group> some;
    private static Group tooShort;
    private static PublishedPlans.Made both;
    private static PublishedPlans.Made withoutFirst;

    private TestDatabase database;
    private RegistrationRepository registrations;
    private Publications publications;
    private Handovers handovers;
    private String first;

    @BeforeAll
    static void plan() {
        List<Group> day = PublishedPlans.DEMO.groups().stream()
                .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()))
                .toList();
        Group last = day.get(day.size() - 1);
        tooShort = last.withWindow(
                last.earliestDeparture(), last.earliestDeparture().plusSeconds(1800));
        some = List.of(day.get(0), day.get(1), day.get(day.size() / 2), tooShort);
        both = PublishedPlans.of(some);
        withoutFirst = PublishedPlans.of(some.subList(1, some.size()));
    }

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        database.save(PublishedPlans.DEMO);
        database.demand().save(List.of(tooShort));
        registrations = database.registrations(CLOCK);
        publications = database.publications(CLOCK);
        handovers = database.handovers(CLOCK);
        first = some.get(0).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long store(PublishedPlans.Made made) {
        return database.plans(CLOCK).save(made.problem(), made.plan());
    }

    private GroupState state(String group) {
        return registration(group).state();
    }

    private Registration registration(String group) {
        return registrations.find(ALL, group).orElseThrow();
    }

    @Test
    void storedPlanPlansThoseItCarries() {
        long plan = store(both);

        assertThat(state(first)).isEqualTo(GroupState.PLANNED);
        assertThat(state(tooShort.id())).isEqualTo(GroupState.ACCEPTED);
        assertThat(registrations.history(ALL, first))
                .last()
                .extracting(HistoryEntry::actor, HistoryEntry::note)
                .containsExactly(Actor.PROGRAM_LOGIN, "plan:" + plan);
        assertThat(publications.told(ALL, first)).isEmpty();
    }

    @Test
    void publishedGroupsAreToldTheirOwnTripsAndNobodyElses() {
        long plan = store(both);
        publications.publish(plan, 0, "diao");

        assertThat(state(first)).isEqualTo(GroupState.PUBLISHED);
        Scope county = new Scope.RegisteredBy(Set.of(some.get(0).county()));
        Publications.Told told = publications.told(county, first).orElseThrow();
        List<Ride> own = Rides.of(both.problem(), both.plan()).stream()
                .filter(ride -> ride.groupId().equals(first))
                .toList();
        assertThat(told.rides()).containsExactlyInAnyOrderElementsOf(own);
        assertThat(told.left()).isZero();
        assertThat(told.publication().number()).isOne();
        String elsewhere = some.stream()
                .filter(group -> !group.county().equals(some.get(0).county()))
                .map(Group::id)
                .findFirst()
                .orElseThrow();
        assertThat(publications.told(county, elsewhere)).isEmpty();
        assertThat(publications.leaving(county, PublishedPlans.DAY))
                .isNotEmpty()
                .allMatch(leaving -> registration(leaving.groupId())
                        .group()
                        .county()
                        .equals(some.get(0).county()));
    }

    @Test
    void unservedGroupIsToldWhy() {
        publications.publish(store(both), 0, "diao");

        assertThat(state(tooShort.id())).isEqualTo(GroupState.ACCEPTED);
        Publications.Told told = publications.told(ALL, tooShort.id()).orElseThrow();
        assertThat(told.served()).isZero();
        assertThat(told.reason()).isNotNull();
        assertThat(told.rides()).isEmpty();
    }

    @Test
    void whatWasTakenBackOrChangedSinceIsNotPublished() {
        long plan = store(both);
        String second = some.get(1).id();
        registrations.apply(
                List.of(
                        new RegistrationChange.Move(
                                first, GroupState.WITHDRAWN, registration(first).version(), null),
                        new RegistrationChange.Move(
                                second,
                                GroupState.SUBMITTED,
                                registration(second).version(),
                                null)),
                "xian");

        assertThat(publications.preview(plan).dropped())
                .extracting(PlannedGroup::groupId)
                .containsExactlyInAnyOrder(first, second);
        publications.publish(plan, 0, "diao");
        assertThat(state(first)).isEqualTo(GroupState.WITHDRAWN);
        assertThat(publications.told(ALL, first)).isEmpty();
        // taken anew afterwards: that plan was made before, and does not count for it
        Clock later = Clock.offset(CLOCK, Duration.ofMinutes(1));
        database.registrations(later)
                .apply(
                        List.of(new RegistrationChange.Move(
                                second,
                                GroupState.ACCEPTED,
                                registration(second).version(),
                                null)),
                        DISPATCHER);
        assertThat(publications.told(ALL, second)).isEmpty();
        assertThat(state(second)).isEqualTo(GroupState.ACCEPTED);
    }

    @Test
    void newerPublicationReplacesForTheGroupsItCoversAlone() {
        long plan = store(both);
        publications.publish(plan, 0, "diao");
        long newer = store(withoutFirst);
        publications.publish(newer, 1, "diao");

        assertThat(publications.told(ALL, first).orElseThrow().publication().planId())
                .isEqualTo(plan);
        assertThat(publications
                        .told(ALL, some.get(1).id())
                        .orElseThrow()
                        .publication()
                        .planId())
                .isEqualTo(newer);
        assertThat(publications.preview(newer).missing()).doesNotContain(first);
    }

    @Test
    void whoeverConfirmedAnOlderStateIsTold() {
        long plan = store(both);
        publications.publish(plan, 0, "diao");

        assertThatThrownBy(() -> publications.publish(store(withoutFirst), 0, "zhang"))
                .isInstanceOfSatisfying(
                        StalePublicationException.class,
                        e -> assertThat(e.newest()).isOne());
        assertThat(publications.list()).hasSize(1);
    }

    @Test
    void departedWhileAVehicleIsMarkedAsRun() {
        long plan = store(both);
        publications.publish(plan, 0, "diao");
        Ride ride = publications.told(ALL, first).orElseThrow().rides().get(0);

        database.dispatch().markRan(plan, ride.vehicle(), ride.boardAt(), new Author("diao", null));
        assertThat(state(first)).isEqualTo(GroupState.DEPARTED);
        database.dispatch().unmarkRan(plan, ride.vehicle(), new Author("diao", "点错了"));
        assertThat(state(first)).isEqualTo(GroupState.PUBLISHED);
    }

    @Test
    void handedOverWhenEveryVehicleHasBeenConfirmedAndOpenAgainWhenTakenBack() {
        long plan = store(both);
        publications.publish(plan, 0, "diao");
        Scope receiver = new Scope.WorkingFor(some.get(0).employer());
        List<Arrival> arrivals = handovers.days(receiver).keySet().stream()
                .flatMap(day -> handovers.arrivals(receiver, day).stream())
                .filter(arrival -> arrival.groupId().equals(first))
                .toList();
        assertThat(arrivals.stream().mapToInt(Arrival::persons).sum())
                .isEqualTo(some.get(0).headcount());
        for (Arrival arrival : arrivals) {
            assertThat(state(first)).isEqualTo(GroupState.PUBLISHED);
            handovers.confirm(receiver, confirmation(arrival, arrival.persons() - 1), "gongchang");
        }
        assertThat(state(first)).isEqualTo(GroupState.CLOSED);
        Handover given = handovers.ofGroup(receiver, first).get(0);
        assertThat(given.difference()).isEqualTo(-1);
        assertThatThrownBy(() -> handovers.confirm(receiver, confirmation(arrivals.get(0), 1), "gongchang"))
                .isInstanceOfSatisfying(
                        HandoverRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(HandoverRefusedException.Reason.ALREADY_CONFIRMED));

        handovers.takeBack(receiver, given.id(), "数错了", "gongchang");
        assertThat(state(first)).isEqualTo(GroupState.PUBLISHED);
        assertThat(handovers.ofGroup(receiver, first).get(0).takenBack().remark())
                .isEqualTo("数错了");
        assertThatThrownBy(() -> handovers.takeBack(receiver, given.id(), "又一次", "gongchang"))
                .isInstanceOf(HandoverRefusedException.class);
        handovers.confirm(
                receiver, confirmation(arrivals.get(0), arrivals.get(0).persons()), "gongchang");
        assertThat(handovers.ofGroup(receiver, first)).hasSize(arrivals.size() + 1);
    }

    private static Handovers.Confirmation confirmation(Arrival arrival, int received) {
        return new Handovers.Confirmation(
                arrival.planId(), arrival.groupId(), arrival.vehicle(), received, arrival.expectedAt(), null);
    }

    @Test
    void anotherEmployersArrivalIsNotThere() {
        long plan = store(both);
        publications.publish(plan, 0, "diao");
        Scope other = new Scope.WorkingFor("别家工厂");
        Ride ride = publications.told(ALL, first).orElseThrow().rides().get(0);

        assertThat(handovers.days(other)).isEmpty();
        assertThatThrownBy(() -> handovers.confirm(
                        other,
                        new Handovers.Confirmation(plan, first, ride.vehicle(), 1, ride.alightAt(), null),
                        "bieren"))
                .isInstanceOfSatisfying(
                        HandoverRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(HandoverRefusedException.Reason.NOT_EXPECTED));
    }

    @Test
    void endOfTheCampaignClosesWhatWasTaken() {
        registrations.apply(List.of(new RegistrationChange.Move(first, GroupState.SUBMITTED, 1, null)), "xian");
        var terms = database.terms(CLOCK);

        terms.close(true, "diao");
        assertThat(terms.closed()).isTrue();
        assertThat(state(some.get(1).id())).isEqualTo(GroupState.CLOSED);
        assertThat(state(first)).isEqualTo(GroupState.SUBMITTED);
        terms.close(false, "diao");
        assertThat(state(some.get(1).id())).isEqualTo(GroupState.ACCEPTED);
    }

    @Test
    void deadlineIsKeptWithTheCampaign() {
        var terms = database.terms(CLOCK);
        assertThat(terms.deadline()).isEqualTo(new SubmissionDeadline(3));
        terms.setDeadline(new SubmissionDeadline(5));
        assertThat(terms.deadline().days()).isEqualTo(5);
    }

    @Test
    void databaseRefusesToForget() {
        publications.publish(store(both), 0, "diao");
        for (String attempt :
                List.of("UPDATE publication SET number = 7", "DELETE FROM publication", "DELETE FROM handover")) {
            assertThatThrownBy(() -> database.sql().sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
