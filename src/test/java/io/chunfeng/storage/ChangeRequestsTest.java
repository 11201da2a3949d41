package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.ChangeRequest;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.RequestRefusedException;
import io.chunfeng.demand.RequestRefusedException.Reason;
import io.chunfeng.demand.Scope;
import io.chunfeng.demo.DemoCampaign;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** 变更申请: asked by the county, answered by the dispatcher, never lost and never answered twice. */
class ChangeRequestsTest {
    private static final Instant NOW = Instant.parse("2024-02-15T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static final Group GROUP = DEMO.groups().get(17);
    private static final Group OTHER = DEMO.groups().stream()
            .filter(group -> !group.county().equals(GROUP.county()))
            .findFirst()
            .orElseThrow();
    private static final Actor COUNTY = new Actor("xian", Party.COUNTY, new Scope.RegisteredBy(Set.of(GROUP.county())));
    private static final Actor DISPATCHER = new Actor("diao", Party.DISPATCHER, new Scope.Everything());

    private TestDatabase database;
    private RegistrationRepository registrations;
    private ChangeRequests requests;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        database.save(DEMO);
        registrations = database.registrations(CLOCK);
        requests = database.requests(CLOCK);
        registrations.apply(
                List.of(
                        new RegistrationChange.Move(GROUP.id(), GroupState.PUBLISHED, 1, null),
                        new RegistrationChange.Move(OTHER.id(), GroupState.PUBLISHED, 1, null)),
                "test");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long filed(ChangeRequest.Ask ask) {
        requests.file(List.of(ask), COUNTY);
        return requests.ofGroup(COUNTY.scope(), GROUP.id()).get(0).id();
    }

    private static ChangeRequest.Ask bigger() {
        return ChangeRequest.Ask.figures(
                GROUP, GROUP.withHeadcount(GROUP.headcount() + 3, GROUP.wheelchairs()), "又来了三人");
    }

    private Registration group() {
        return registrations.find(DISPATCHER.scope(), GROUP.id()).orElseThrow();
    }

    private static void assertRefused(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void acceptedRequestChangesTheGroup() {
        long id = filed(bigger());
        requests.accept(id, " 可以 ", DISPATCHER);

        assertThat(group().group().headcount()).isEqualTo(GROUP.headcount() + 3);
        assertThat(group().state()).isEqualTo(GroupState.PUBLISHED);
        assertThat(requests.ofGroup(COUNTY.scope(), GROUP.id())).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(ChangeRequest.State.ACCEPTED);
            assertThat(request.kind()).isEqualTo(ChangeRequest.Kind.BIGGER);
            assertThat(request.base()).isEqualTo(GROUP);
            assertThat(List.of(request.askedBy(), request.answeredBy(), request.answer()))
                    .containsExactly("xian", "diao", "可以");
        });
        assertThat(requests.open(DISPATCHER.scope())).isEmpty();
    }

    @Test
    void acceptedWithdrawalWithdraws() {
        requests.accept(filed(ChangeRequest.Ask.withdraw(GROUP.id(), "企业停工")), null, DISPATCHER);

        assertThat(group().state()).isEqualTo(GroupState.WITHDRAWN);
        assertThat(registrations.history(COUNTY.scope(), GROUP.id()))
                .last()
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("企业停工"));
    }

    @Test
    void declinedRequestChangesNothing() {
        requests.decline(filed(bigger()), "车已满", DISPATCHER);

        assertThat(group().group()).isEqualTo(GROUP);
        assertThat(requests.ofGroup(COUNTY.scope(), GROUP.id()).get(0).answer()).isEqualTo("车已满");
        requests.file(List.of(bigger()), COUNTY);
        assertThat(requests.open(COUNTY.scope())).hasSize(1);
    }

    @Test
    void oneOpenRequestAGroup() {
        filed(bigger());
        assertRefused(
                Reason.ALREADY_OPEN,
                () -> requests.file(List.of(ChangeRequest.Ask.withdraw(GROUP.id(), "不去了")), COUNTY));
        requests.takeBack(requests.open(COUNTY.scope()).get(0).id(), COUNTY);
        filed(ChangeRequest.Ask.withdraw(GROUP.id(), "不去了"));
        assertThat(requests.open(COUNTY.scope())).hasSize(1);
    }

    @Test
    void aFilesRequestsAreFiledTogetherOrNotAtAll() {
        assertRefused(
                Reason.NOT_PUBLISHED,
                () -> requests.file(List.of(bigger(), ChangeRequest.Ask.withdraw(OTHER.id(), "别县的")), COUNTY));
        assertThat(requests.open(DISPATCHER.scope())).isEmpty();
    }

    @Test
    void anotherCountysRequestsAreNotThere() {
        requests.file(List.of(ChangeRequest.Ask.words(OTHER.id(), "换集合点")), DISPATCHER);
        long id = requests.open(DISPATCHER.scope()).get(0).id();

        assertThat(requests.open(COUNTY.scope())).isEmpty();
        assertThat(requests.ofGroup(COUNTY.scope(), OTHER.id())).isEmpty();
        assertThat(requests.find(COUNTY.scope(), id)).isEmpty();
        assertRefused(Reason.NOT_OPEN, () -> requests.takeBack(id, COUNTY));
    }

    @Test
    void groupThatHasLeftKeepsItsFigures() {
        long id = filed(bigger());
        registrations.apply(List.of(new RegistrationChange.Move(GROUP.id(), GroupState.DEPARTED, 2, null)), "test");

        assertRefused(Reason.GROUP_CHANGED, () -> requests.accept(id, null, DISPATCHER));
        assertThat(requests.open(DISPATCHER.scope())).as("still to be declined").hasSize(1);
        assertThat(group().group()).isEqualTo(GROUP);
    }

    @Test
    void ofTwoDispatchersOneAnswers() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                long id = filed(ChangeRequest.Ask.words(GROUP.id(), "第 " + round + " 次"));
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Void>> answers = new ArrayList<>();
                answers.add(both.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    requests.accept(id, null, DISPATCHER);
                    return null;
                }));
                answers.add(both.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    requests.decline(id, "不行", DISPATCHER);
                    return null;
                }));
                assertThat(answers).filteredOn(ChangeRequestsTest::refused).hasSize(1);
            }
        } finally {
            both.shutdownNow();
        }
    }

    private static boolean refused(Future<Void> answer) {
        try {
            answer.get(30, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            RequestRefusedException.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_OPEN));
            return true;
        } catch (Exception e) {
            throw new AssertionError("an answer neither succeeded nor was refused", e);
        }
    }

    @Test
    void databaseRefusesToForget() {
        requests.decline(filed(bigger()), "车已满", DISPATCHER);
        for (String attempt : List.of("UPDATE change_request SET answer = '可以'", "DELETE FROM change_request")) {
            assertThatThrownBy(() -> database.sql().sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
