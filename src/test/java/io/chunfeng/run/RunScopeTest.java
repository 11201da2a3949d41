package io.chunfeng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Corridor;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunScopeTest {
    private static final Place TAIYUAN = place("taiyuan", "140106");
    private static final Place SUZHOU = place("suzhou", "320505");
    private static final Place XUZHOU = place("xuzhou", "320300");
    private static final Place SHENZHEN = place("shenzhen", "440306");
    private static final Place XIAN = place("xian", "610100");

    private static Place place(String id, String code) {
        return new Place(id, id, code, Position.wgs84(112, 37));
    }

    private static Group group(String county) {
        Instant now = Instant.parse("2024-02-17T00:00:00Z");
        return new Group("g", county, "a", "b", 10, 0, now, now.plusSeconds(1), null, Set.of(Mode.COACH), 1, 1, null);
    }

    private static RunScope away(Corridor corridor) {
        return new RunScope(Set.of(corridor), Set.of(), Set.of(), false);
    }

    @Test
    void corridorsAreOfTheEndAwayInBothDirections() {
        Group group = group("140106");
        assertThat(away(Corridor.YANGTZE).holds(group, TAIYUAN, SUZHOU)).isTrue();
        assertThat(away(Corridor.YANGTZE).holds(group, SUZHOU, TAIYUAN)).isTrue();
        assertThat(away(Corridor.PEARL).holds(group, TAIYUAN, SUZHOU)).isFalse();
        assertThat(away(Corridor.PEARL).holds(group, SHENZHEN, TAIYUAN)).isTrue();
        assertThat(away(Corridor.OTHER).holds(group, TAIYUAN, XIAN)).isTrue();
        assertThat(away(Corridor.HOME).holds(group, TAIYUAN, TAIYUAN)).isTrue();
        assertThat(away(Corridor.OTHER).holds(group, TAIYUAN, null)).isTrue();
    }

    @Test
    void aPrefectureIsNotItsProvince() {
        Group group = group("140106");
        RunScope suzhou = new RunScope(Set.of(), Set.of("3205"), Set.of(), false);
        assertThat(suzhou.holds(group, TAIYUAN, SUZHOU)).isTrue();
        assertThat(suzhou.holds(group, TAIYUAN, XUZHOU)).isFalse();
        RunScope jiangsu = new RunScope(Set.of(), Set.of("32"), Set.of(), false);
        assertThat(jiangsu.holds(group, TAIYUAN, XUZHOU)).isTrue();
    }

    /** Corridors and regions widen one another, cities narrow both. */
    @Test
    void oneOfCorridorsAndRegionsAndOneOfTheCities() {
        Group group = group("140106");
        RunScope scope = new RunScope(Set.of(Corridor.PEARL), Set.of("3205"), Set.of("1401"), false);
        assertThat(scope.holds(group, TAIYUAN, SHENZHEN)).isTrue();
        assertThat(scope.holds(group, TAIYUAN, SUZHOU)).isTrue();
        assertThat(scope.holds(group, TAIYUAN, XUZHOU)).isFalse();
        assertThat(scope.holds(group("140821"), place("yuncheng", "140821"), SHENZHEN))
                .isFalse();
        // without its place the group's county tells
        assertThat(scope.holds(group, null, SHENZHEN)).isTrue();
        assertThat(scope.holds(group("140821"), null, SHENZHEN)).isFalse();
    }

    @Test
    void everythingHoldsEverybody() {
        assertThat(RunScope.ALL.holds(group("140106"), null, null)).isTrue();
        assertThat(RunScope.ALL.everywhere()).isTrue();
        assertThat(new RunScope(Set.of(), Set.of(), Set.of(), true).everywhere())
                .isTrue();
        assertThat(RunScope.ALL.words()).isEmpty();
    }

    @Test
    void codesThatDoNotExistAreNamed() {
        assertThatThrownBy(() -> new RunScope(Set.of(), Set.of("99"), Set.of(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("“99”");
        assertThatThrownBy(() -> new RunScope(Set.of(), Set.of("320"), Set.of(), false))
                .hasMessageContaining("“320”");
        assertThatThrownBy(() -> new RunScope(Set.of(), Set.of(), Set.of("14"), false))
                .hasMessageContaining("“14”");
        // a municipality is its own prefecture
        assertThat(new RunScope(Set.of(), Set.of("1101", "11"), Set.of("1401"), true).words())
                .isEqualTo("北京市、北京市、太原市（家乡）、仅未安排的");
    }
}
