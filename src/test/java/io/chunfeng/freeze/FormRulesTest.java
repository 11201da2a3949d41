package io.chunfeng.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.statistics.TemplateFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** D6. */
class FormRulesTest {
    private static final List<String> COUNTIES = AdminCodes.all().counties().stream()
            .filter(county -> county.code().startsWith("1403"))
            .map(AdminArea::name)
            .toList();

    private static List<Finding> lists(String begun, String notBegun) {
        return FormRules.broken(
                TemplateFile.load("T-2024-SX"),
                List.of(Cells.words("1403", 5, "阳泉市", 19, begun), Cells.words("1403", 5, "阳泉市", 20, notBegun)));
    }

    private static String joined(List<String> names) {
        return names.stream().collect(Collectors.joining("、"));
    }

    @Test
    void listsThatAreAllCountiesOnceHold() {
        assertThat(lists(joined(COUNTIES.subList(0, 2)), joined(COUNTIES.subList(2, COUNTIES.size()))))
                .isEmpty();
        assertThat(lists(joined(COUNTIES), null)).isEmpty();
    }

    @Test
    void aCountyOnNoListIsNamed() {
        assertThat(lists(joined(COUNTIES.subList(1, COUNTIES.size())), null))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures()).last().isEqualTo(COUNTIES.get(0)));
    }

    @Test
    void aCountyOnBothListsIsAFault() {
        assertThat(lists(joined(COUNTIES), COUNTIES.get(0))).hasSize(1);
    }

    @Test
    void nothingFilledInIsNoFault() {
        assertThat(lists(null, null)).isEmpty();
    }

    @Test
    void partsMayAsMuchAsTheirWholeAndNoMore() {
        assertThat(activities("3")).isEmpty();
        assertThat(activities("4")).singleElement().satisfies(finding -> assertThat(finding.figures())
                .startsWith("济南市", "第5列", "E4", "5", "6"));
    }

    /** Item 5 of 《2023年春风行动情况统计表》 with 5 in all, 2 and so many of them. */
    private static List<Finding> activities(String online) {
        return FormRules.broken(
                TemplateFile.load("T-2023-CF"),
                List.of(
                        Cells.figure("3701", 4, "济南市", 5, "5", false),
                        Cells.figure("3701", 4, "济南市", 6, "2", false),
                        Cells.figure("3701", 4, "济南市", 7, online, false),
                        Cells.figure("3701", 4, "济南市", 8, null, false)));
    }
}
