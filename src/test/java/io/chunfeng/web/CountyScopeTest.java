package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
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

    @Autowired
    private RegistrationRepository registrations;

    @Test
    void pagesAndFilesHoldItsOwnGroupsOnly() throws Exception {
        for (String county : List.of("140821", "141123")) {
            Session session = as(Account.fresh("own-" + county, county, Role.COUNTY, Set.of(county), null)
                    .settled());
            List<Group> own = registered(Set.of(county));
            int persons = demand.groups().stream()
                    .filter(group -> group.county().equals(county))
                    .mapToInt(Group::headcount)
                    .sum();
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
        int own = registered(Set.of("140821", "141123")).size();
        assertThat(get(both, "/groups.csv").body().split("\r\n")).hasSize(own + 1);
    }

    /** Whatever other tests have handed in for them, by the whole list. */
    private List<Group> registered(Set<String> counties) {
        return registrations.all(new Scope.Everything()).stream()
                .map(Registration::group)
                .filter(group -> counties.contains(group.county()))
                .toList();
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
