package io.chunfeng.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The same person in two groups: 返乡 then 返岗 is what the campaign is for, everything else needs a look. */
class JourneyTest {
    private static final String HOME = "140107";
    private static final String WORK = "440306";
    private static final LocalDate DAY = LocalDate.of(2024, 1, 30);

    private static final Journey HOMEWARD = journey(DAY, WORK, HOME);

    @Test
    void homeAndBackGoesTogether() {
        assertThat(together(HOMEWARD, journey(DAY.plusDays(18), HOME, WORK))).isTrue();
    }

    @Test
    void backToAnotherProvinceGoesTogether() {
        assertThat(together(HOMEWARD, journey(DAY.plusDays(18), "141002", "330206")))
                .isTrue();
    }

    @Test
    void fiveDaysBetweenAreEnoughFourAreNot() {
        assertThat(together(HOMEWARD, journey(DAY.plusDays(5), HOME, WORK))).isTrue();
        assertThat(together(HOMEWARD, journey(DAY.plusDays(4), HOME, WORK))).isFalse();
        assertThat(together(HOMEWARD, journey(DAY, HOME, WORK))).isFalse();
    }

    @Test
    void theSameDirectionTwiceDoesNotHoweverFarApart() {
        assertThat(together(HOMEWARD, journey(DAY.plusDays(40), WORK, HOME))).isFalse();
        assertThat(together(HOMEWARD, HOMEWARD)).isFalse();
    }

    /** Back first and home afterwards, in this order, is two journeys as well. */
    @Test
    void theEarlierOneDecidesTheDirection() {
        Journey back = journey(DAY.minusDays(18), HOME, WORK);
        assertThat(together(back, HOMEWARD)).isTrue();
        assertThat(together(journey(DAY.minusDays(18), HOME, "330206"), HOMEWARD))
                .isFalse();
    }

    /** Within a province both ends are in it: there the city decides. */
    @Test
    void withinAProvinceTheCityDecides() {
        Journey toShuozhou = journey(DAY, "140107", "140602");
        assertThat(together(toShuozhou, journey(DAY.plusDays(10), "140603", "140105")))
                .isTrue();
        assertThat(together(toShuozhou, journey(DAY.plusDays(10), "140105", "140602")))
                .isFalse();
        assertThat(together(toShuozhou, journey(DAY.plusDays(10), "140105", WORK)))
                .isFalse();
    }

    private static boolean together(Journey one, Journey other) {
        assertThat(one.goesTogetherWith(other)).isEqualTo(other.goesTogetherWith(one));
        return one.goesTogetherWith(other);
    }

    private static Journey journey(LocalDate day, String from, String to) {
        return new Journey("G" + day, "140107", day, from, to);
    }
}
