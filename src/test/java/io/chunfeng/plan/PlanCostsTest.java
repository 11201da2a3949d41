package io.chunfeng.plan;

import static io.chunfeng.plan.Tiny.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Mode;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class PlanCostsTest {
    private final Tiny tiny = new Tiny();

    private CoachPool pool() {
        return tiny.problem().coachPools().get(0);
    }

    @Test
    void driversArePaidForEveryDayBegun() {
        long dispatch = 60_000;
        assertThat(PlanCosts.coachTripFen(pool(), 2, 0, 0, 0)).isEqualTo(dispatch);
        assertThat(PlanCosts.coachTripFen(pool(), 2, 0, 0, 1)).isEqualTo(dispatch + 2 * 30_000);
        assertThat(PlanCosts.coachTripFen(pool(), 2, 0, 0, 86_400)).isEqualTo(dispatch + 2 * 30_000);
        assertThat(PlanCosts.coachTripFen(pool(), 2, 0, 0, 86_401)).isEqualTo(dispatch + 4 * 30_000);
    }

    @Test
    void metresAreRoundedOnceHalfUp() {
        // 0.901 + 0.501 fen would be 1 + 1 when rounded one by one
        assertThat(PlanCosts.coachTripFen(pool(), 0, 1, 1, 0)).isEqualTo(60_001);
        assertThat(PlanCosts.coachTripFen(pool(), 0, 0, 1, 0)).isEqualTo(60_001);
        assertThat(PlanCosts.coachTripFen(pool(), 0, 500, 0, 0)).isEqualTo(60_451); // 450.5
        assertThat(PlanCosts.coachTripFen(pool(), 0, 300_000, 310_000, 0)).isEqualTo(60_000 + 270_300 + 155_310);
    }

    @Test
    void timeIsRoundedOnceHalfUp() {
        assertThat(PlanCosts.timeFen(1000, 3600)).isEqualTo(1000);
        assertThat(PlanCosts.timeFen(1, 1800)).isEqualTo(1);
        assertThat(PlanCosts.timeFen(1, 1799)).isZero();
        assertThat(PlanCosts.timeFen(10_000_000_000L, 3_600_000_000L)).isEqualTo(10_000_000_000_000_000L);
    }

    @Test
    void everyPartOfTheObjective() {
        tiny.road("T", "W", 1500, 300).group("g", "A", "W", 8, 0, 1, EnumSet.allOf(Mode.class));
        tiny.group("h", "A", "W", 4);
        Tiny.Trip coach = tiny.direct("c1", EIGHT.plusSeconds(86_400)).add();
        Tiny.Trip feeder = tiny.trip("c2", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("S")
                .stop()
                .home()
                .add();
        tiny.ride("g", 3, coach.leg(0, 1));
        tiny.ride("g", 5, feeder.leg(0, 1), tiny.train("S", "T")).bookTrain(1).leave("h", 4, 0);
        Plan.Score score = tiny.plan().score();
        assertThat(score.unserved()).isEqualTo(4);
        assertThat(score.parts().trainFen()).isEqualTo(200_000 + 300_000 + 5 * 9_500);
        assertThat(score.parts().transferFen()).isEqualTo(5 * 2000);
        assertThat(score.parts().splitFen()).isEqualTo(20_000);
        assertThat(score.parts().dayShiftFen()).isEqualTo(3 * 1000);
        long seconds = 3 * 10_800 + 5 * (20_000 - 600 - 900);
        assertThat(score.parts().timeFen()).isEqualTo(Math.round(seconds / 3.6));
        assertThat(score.parts().coachFen())
                .isEqualTo(coach.trip().costFen() + feeder.trip().costFen());
        assertThat(score.costFen()).isEqualTo(score.parts().totalFen());
        assertThat(tiny.plan().kpis().persons()).isEqualTo(8);
        assertThat(tiny.plan().kpis().fenPerPerson()).isEqualTo(Math.round(score.costFen() / 8.0));
    }

    @Test
    void theLoadFactorWeighsByMetres() {
        tiny.withoutDriverHours().group("g", "A", "W", 6).group("h", "B", "W", 3);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("B")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 6, trip.leg(0, 2)).ride("h", 3, trip.leg(1, 2));
        double expected = (6 * 10_000 + 9 * 300_000) / (9.0 * 310_000);
        assertThat(tiny.plan().kpis().loadFactor()).isEqualTo(Math.round(expected * 10_000) / 10_000.0);
        assertThat(tiny.plan().kpis().loadedKm()).isEqualTo(310.0);
        assertThat(tiny.plan().kpis().emptyKm()).isEqualTo(310.0);
    }

    @Test
    void theDateOfDepartureIsThatOfShanghai() {
        tiny.withoutDriverHours().group("g", "A", "W", 1);
        // 00:25 on the wished 17th in Shanghai, still the 16th in Greenwich
        Tiny.Trip trip = tiny.direct("c", EIGHT.minusSeconds(8 * 3600)).add();
        tiny.ride("g", 1, trip.leg(0, 1));
        assertThat(tiny.plan().score().parts().dayShiftFen()).isZero();
    }
}
