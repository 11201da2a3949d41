package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.run.PlanningRuns;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Twenty counties hand in at the same time while a plan is computed: nothing is lost, nobody sees another's. */
@TestPropertySource(properties = "chunfeng.contact=" + LifePages.CONTACT)
class TwentyCountiesTest extends RunningApplication {
    private static final int COUNTIES = 20;
    private static final int GROUPS = 30;

    @Autowired
    private DemandRepository demand;

    @Autowired
    private PlaceRepository places;

    @Autowired
    private RegistrationRepository registrations;

    @Autowired
    private PlanningRuns runs;

    @Test
    void nothingIsLostAndNobodySeesAnothers() throws Exception {
        List<CountyOffice> offices = new ArrayList<>();
        for (String county : demand.groups().stream()
                .map(Group::county)
                .distinct()
                .sorted()
                .limit(COUNTIES)
                .toList()) {
            Place own = places.find(county).orElseThrow();
            String login = "office-" + county;
            as(Account.fresh(login, own.name(), Role.COUNTY, Set.of(county), null)
                    .settled());
            CountyOffice office = new CountyOffice(address(), county, own.name());
            office.signIn(login, PASSWORD);
            offices.add(office);
        }
        HttpResponse<String> planning = post("/planning", weekend(20));
        ExecutorService desks = Executors.newFixedThreadPool(COUNTIES);
        try {
            List<Callable<String>> work = new ArrayList<>();
            offices.forEach(office -> work.add(() -> {
                office.handIn("T", GROUPS);
                return office.page("/groups");
            }));
            List<Future<String>> pages = desks.invokeAll(work);
            for (int i = 0; i < COUNTIES; i++) {
                seesItsOwn(offices.get(i), pages.get(i).get());
            }
        } finally {
            desks.shutdownNow();
        }
        assertThat(planned(runs, planning)).isPositive();
    }

    private void seesItsOwn(CountyOffice office, String page) {
        List<String> stored = registrations.all(new Scope.RegisteredBy(Set.of(office.county()))).stream()
                .map(Registration::group)
                .map(Group::id)
                .toList();
        for (int n = 1; n <= GROUPS; n++) {
            assertThat(stored).contains(office.groupId("T", n));
        }
        assertThat(page).contains(office.county() + "-T");
        assertThat(page.replace(office.county() + "-", "")).doesNotContainPattern("\\d{6}-T");
    }
}
