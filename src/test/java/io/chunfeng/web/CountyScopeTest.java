package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** What one county sees of another: nothing. */
@Timeout(120)
class CountyScopeTest extends RunningApplication {
    @Autowired
    private DemandRepository demand;

    @Test
    void pagesAndFilesHoldItsOwnGroupsOnly() throws Exception {
        for (String county : List.of("140821", "141123")) {
            Session session = as(Account.fresh("own-" + county, county, Role.COUNTY, Set.of(county), null)
                    .settled());
            List<Group> own = demand.groups().stream()
                    .filter(group -> group.county().equals(county))
                    .toList();
            int persons = own.stream().mapToInt(Group::headcount).sum();
            assertThat(own).isNotEmpty();
            String csv = get(session, "/groups.csv").body();
            assertThat(csv.split("\r\n")).hasSize(own.size() + 1);
            assertThat(csv.lines().skip(1)).allMatch(line -> line.startsWith(county + "-"));
            String others = county.equals("140821") ? "141123-" : "140821-";
            assertThat(get(session, "/groups?text=" + others).body()).doesNotContain("<td class=\"id\">");
            assertThat(get(session, "/groups").body())
                    .contains("共 " + own.size() + " 组")
                    .doesNotContain(others);
            assertThat(get(session, "/").body())
                    .contains("<b>" + persons + "</b>")
                    .doesNotContain("22,456")
                    .doesNotContain("href=\"/plans")
                    .doesNotContain("href=\"/planning")
                    .doesNotContain("href=\"/capacity");
        }
    }

    @Test
    void twoCountiesOfOneAccountAreSeenTogether() throws Exception {
        Session both = as(Account.fresh("own-both", "两县", Role.COUNTY, Set.of("140821", "141123"), null)
                .settled());
        long own = demand.groups().stream()
                .filter(group -> Set.of("140821", "141123").contains(group.county()))
                .count();
        assertThat(get(both, "/groups.csv").body().split("\r\n")).hasSize((int) own + 1);
    }

    @Test
    void plansAsAWholeAreNotForCounties() throws Exception {
        Session county = as(Role.COUNTY);
        for (String path :
                List.of("/plans", "/plans/1", "/plans/1/plan.json", "/plans/1/problem.json", "/planning/1")) {
            assertThat(get(county, path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(get(county, "/groups").body())
                .doesNotContain("href=\"/plans")
                .contains("href=\"/groups\"");
    }
}
