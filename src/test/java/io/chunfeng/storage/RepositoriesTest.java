package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Group;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.plan.PlanningProblem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What goes into the database comes out again, in sessions of another time zone. */
class RepositoriesTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        database.save(DEMO);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void sessionsAreInAnotherTimeZone() {
        assertThat(database.sql().sql("SHOW timezone").query(String.class).single())
                .isEqualTo("America/Los_Angeles");
    }

    @Test
    void demandComesBack() {
        assertThat(database.demand().campaign()).contains(DEMO.campaign());
        assertThat(database.demand().groups()).containsExactlyInAnyOrderElementsOf(DEMO.groups());
        Group some = DEMO.groups().get(17);
        assertThat(database.demand().group(some.id())).contains(some);
        assertThat(database.demand().group("no such group")).isEmpty();
    }

    @Test
    void placesAndCapacityComeBack() {
        assertThat(database.places().all()).containsExactlyInAnyOrderElementsOf(DEMO.places());
        assertThat(database.places().find(DEMO.places().get(3).id()))
                .contains(DEMO.places().get(3));
        assertThat(database.capacity().coachPools()).containsExactlyInAnyOrderElementsOf(DEMO.coachPools());
        assertThat(database.capacity().trainServices()).containsExactlyInAnyOrderElementsOf(DEMO.trainServices());
        assertThat(database.capacity().flights()).containsExactlyInAnyOrderElementsOf(DEMO.flights());
    }

    @Test
    void departuresAreDaysOfShanghai() {
        LocalDate from = DEMO.campaign().peakFrom();
        LocalDate to = DEMO.campaign().peakTo();
        List<Group> expected = DEMO.groups().stream()
                .filter(group ->
                        !departure(group).isBefore(from) && !departure(group).isAfter(to))
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(database.demand().groupsDeparting(from, to)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static LocalDate departure(Group group) {
        return group.preferredDate() != null
                ? group.preferredDate()
                : group.earliestDeparture().atZone(PlanningProblem.ZONE).toLocalDate();
    }

    @Test
    void savingAgainReplaces() {
        Group old = DEMO.groups().get(5);
        database.demand().save(List.of(resized(old, old.headcount() + 1, old.to())));
        assertThat(database.demand().group(old.id()).orElseThrow().headcount()).isEqualTo(old.headcount() + 1);
        database.demand().save(List.of(old));
        assertThat(database.demand().group(old.id())).contains(old);
    }

    @Test
    void allGroupsOrNone() {
        Group good = DEMO.groups().get(6);
        Group bad = resized(DEMO.groups().get(7), 10, "no such place");

        assertThatThrownBy(() -> database.demand().save(List.of(resized(good, 99, good.to()), bad)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(database.demand().group(good.id())).contains(good);
    }

    private static Group resized(Group group, int headcount, String to) {
        return new Group(
                group.id(),
                group.county(),
                group.from(),
                to,
                headcount,
                group.wheelchairs(),
                group.earliestDeparture(),
                group.latestArrival(),
                group.preferredDate(),
                group.modes(),
                group.minPart(),
                group.priority(),
                group.employer());
    }
}
