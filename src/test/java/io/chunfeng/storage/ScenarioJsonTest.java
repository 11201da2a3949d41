package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.plan.RuleSetting;
import io.chunfeng.run.ScenarioChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioJsonTest {
    private static final DemoCampaign DEMO = DemoCampaign.shanxi2024();

    @Test
    void everyKindOfChangeComesBackAsItWas() {
        Instant from = Instant.parse("2024-02-17T00:00:00Z");
        List<ScenarioChange> changes = List.of(
                new ScenarioChange.MoreCoaches("k", -3),
                new ScenarioChange.NewPool(DEMO.coachPools().get(0)),
                new ScenarioChange.MoreCarriages("t", 2),
                new ScenarioChange.NewTrain(DEMO.trainServices().get(0)),
                new ScenarioChange.MoreSeats("f", 40),
                new ScenarioChange.GroupWindow("g", from, from.plusSeconds(1)),
                new ScenarioChange.RuleChanged(RuleSetting.RIDE_RATIO, new BigDecimal("1.50")),
                new ScenarioChange.Emergency(false));

        Set<Class<?>> kinds = new HashSet<>();
        changes.forEach(change -> kinds.add(change.getClass()));
        assertThat(kinds).containsExactlyInAnyOrder(ScenarioChange.class.getPermittedSubclasses());
        assertThat(ScenarioJson.read(ScenarioJson.write(changes))).isEqualTo(changes);
        assertThat(ScenarioJson.read("[]")).isEmpty();
    }
}
