package io.chunfeng.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleSettingTest {

    @ParameterizedTest
    @EnumSource
    void setsItselfAndNothingElse(RuleSetting setting) {
        for (BigDecimal value : new BigDecimal[] {setting.least(), setting.most()}) {
            Rules changed = setting.in(Rules.DEFAULT, value);
            assertThat(setting.of(changed)).isEqualByComparingTo(value);
            assertThat(setting.in(changed, setting.of(Rules.DEFAULT))).isEqualTo(Rules.DEFAULT);
            if (setting.of(Rules.DEFAULT).compareTo(value) != 0) {
                assertThat(RuleSetting.unusual(changed)).containsExactly(setting);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsOnePastItsRange(RuleSetting setting) {
        assertThatThrownBy(() -> setting.in(Rules.DEFAULT, setting.most().add(BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> setting.in(Rules.DEFAULT, setting.least().subtract(BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> setting.in(Rules.DEFAULT, setting.least().add(new BigDecimal("0.001"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theUsualRulesAreUsual() {
        assertThat(RuleSetting.unusual(Rules.DEFAULT)).isEmpty();
    }
}
