package io.chunfeng.demand;

import static io.chunfeng.demand.Oddities.Oddity.DAY_OUTSIDE_WINDOW;
import static io.chunfeng.demand.Oddities.Oddity.FOREIGN_PLACES;
import static io.chunfeng.demand.Oddities.Oddity.LARGE;
import static io.chunfeng.demand.Oddities.Oddity.LATE;
import static io.chunfeng.demand.Oddities.Oddity.LOOKS_TWICE;
import static io.chunfeng.demand.Oddities.Oddity.OUTSIDE_CAMPAIGN;
import static io.chunfeng.demand.Oddities.Oddity.PAST;
import static io.chunfeng.demand.Oddities.Oddity.SHORT_WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdditiesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);
    private static final Campaign CAMPAIGN =
            new Campaign("c", "春风", "山西省", DAY.minusDays(20), DAY, LocalDate.of(2024, 2, 10), DAY.minusDays(1), DAY);
    private static final Map<String, Place> PLACES = Map.of(
            "home", new Place("home", "集合点", "140722", Position.wgs84(113, 37)),
            "near", new Place("near", "邻县", "140701", Position.wgs84(112, 37)),
            "far", new Place("far", "工厂", "320500", Position.wgs84(120, 31)),
            "farther", new Place("farther", "码头", "120116", Position.wgs84(117, 39)));
    private static final Group GOOD = new Group(
            "g",
            "140722",
            "home",
            "far",
            500,
            0,
            Instant.parse("2024-02-17T06:00:00+08:00"),
            Instant.parse("2024-02-18T20:00:00+08:00"),
            DAY,
            EnumSet.of(Mode.COACH),
            1,
            1,
            null);
    private static final Instant IN_TIME = Instant.parse("2024-02-14T23:59:59+08:00");

    private static List<Oddities.Oddity> of(Group group, Instant submitted, Instant now, Group... known) {
        Registration asked = new Registration(group, GroupState.SUBMITTED, 1, submitted);
        List<Registration> all = new ArrayList<>(List.of(asked));
        for (Group other : known) {
            all.add(new Registration(other, GroupState.ACCEPTED, 1, submitted));
        }
        return new Oddities(new SubmissionDeadline(3), CAMPAIGN, PLACES, all, now).of(asked);
    }

    private static Group between(String from, String to) {
        return new Group(
                "h",
                "140722",
                from,
                to,
                500,
                0,
                GOOD.earliestDeparture(),
                GOOD.latestArrival(),
                DAY,
                GOOD.modes(),
                1,
                1,
                null);
    }

    @Test
    void nothingIsOddOnTheEdges() {
        assertThat(of(GOOD, IN_TIME, IN_TIME)).isEmpty();
        assertThat(of(GOOD, IN_TIME, Instant.parse("2024-02-17T23:59:59+08:00")))
                .as("the day of departure is not over")
                .isEmpty();
        assertThat(of(between("near", "far"), IN_TIME, IN_TIME))
                .as("a neighbouring county of the same prefecture")
                .isEmpty();
    }

    @Test
    void oneStepFurtherIs() {
        assertThat(of(GOOD, IN_TIME.plusSeconds(1), IN_TIME)).containsExactly(LATE);
        assertThat(of(GOOD, IN_TIME, Instant.parse("2024-02-18T00:00:00+08:00")))
                .containsExactly(PAST);
        assertThat(of(GOOD.withHeadcount(501, 0), IN_TIME, IN_TIME)).containsExactly(LARGE);
        assertThat(of(between("farther", "far"), IN_TIME, IN_TIME)).containsExactly(FOREIGN_PLACES);
        assertThat(of(GOOD.withPreferredDate(DAY.minusDays(1)), IN_TIME.minus(Duration.ofDays(1)), IN_TIME))
                .containsExactly(DAY_OUTSIDE_WINDOW);
        assertThat(of(GOOD.withPreferredDate(DAY.plusDays(1)), IN_TIME, IN_TIME))
                .containsExactly(OUTSIDE_CAMPAIGN);
        Instant from = GOOD.earliestDeparture();
        assertThat(of(GOOD.withWindow(from, from.plusSeconds(3600)), IN_TIME, IN_TIME))
                .isEmpty();
        assertThat(of(GOOD.withWindow(from, from.plusSeconds(3599)), IN_TIME, IN_TIME))
                .containsExactly(SHORT_WINDOW);
    }

    /** The naive reading: the same places and day. Two groups of different size are two groups. */
    @Test
    void sameGroupUnderAnotherIdLooksRegisteredTwice() {
        assertThat(of(GOOD, IN_TIME, IN_TIME, between("home", "far"))).containsExactly(LOOKS_TWICE);
        assertThat(of(GOOD, IN_TIME, IN_TIME, between("home", "far").withHeadcount(499, 0)))
                .isEmpty();
    }
}
