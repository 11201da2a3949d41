package io.chunfeng.web;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.storage.PublishedPlans;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Groups of two counties and a small plan of them, for the tests of what people do with groups. The setting makes it an
 * application of its own: others count on the groups as the demo has them.
 */
@TestPropertySource(properties = "chunfeng.contact=" + LifePages.CONTACT)
abstract class LifePages extends RunningApplication {
    static final String CONTACT = "运输局调度室 0351-0000000";
    static final Scope ALL = new Scope.Everything();
    static final List<Group> DAY = PublishedPlans.DEMO.groups().stream()
            .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()) && group.employer() != null)
            .toList();
    static final Group OWN = DAY.get(0);
    /** Of another county and employer, from the same place to the same place: they share a coach. */
    static final Group OTHER = new Group(
            "other-1",
            "140821",
            OWN.from(),
            OWN.to(),
            1,
            0,
            OWN.earliestDeparture(),
            OWN.latestArrival(),
            OWN.preferredDate(),
            OWN.modes(),
            1,
            1,
            "别家工厂");

    @Autowired
    RegistrationRepository registrations;

    @Autowired
    PlanRepository plans;

    @BeforeEach
    void registerTheOther() {
        if (registrations.find(ALL, OTHER.id()).isEmpty()) {
            registrations.apply(
                    List.of(new RegistrationChange.Put(OTHER, GroupState.ACCEPTED, RegistrationChange.NEW)), "test");
        }
    }

    Session county() throws Exception {
        return as(Account.fresh("xian-own", "本县", Role.COUNTY, Set.of(OWN.county()), null)
                .settled());
    }

    Session otherCounty() throws Exception {
        return as(Account.fresh("xian-other", "别县", Role.COUNTY, Set.of(OTHER.county()), null)
                .settled());
    }

    Session employer() throws Exception {
        return as(Account.fresh("gongchang", "工厂", Role.RECEIVER, Set.of(), OWN.employer())
                .settled());
    }

    /** Of both groups; made anew each time, so that each test can publish its own. */
    long plan() {
        return plan(List.of(OWN, OTHER));
    }

    long plan(List<Group> groups) {
        PublishedPlans.Made made = PublishedPlans.of(groups);
        return plans.save(made.problem(), made.plan());
    }

    GroupState state(String group) {
        return registrations.find(ALL, group).orElseThrow().state();
    }

    /** A group like the county's own, with another id. */
    Group registered(String id, GroupState state) {
        Group group = new Group(
                id,
                OWN.county(),
                OWN.from(),
                OWN.to(),
                12,
                0,
                OWN.earliestDeparture(),
                OWN.latestArrival(),
                OWN.preferredDate(),
                OWN.modes(),
                1,
                1,
                OWN.employer());
        registrations.apply(List.of(new RegistrationChange.Put(group, state, RegistrationChange.NEW)), "xian-own");
        return group;
    }
}
