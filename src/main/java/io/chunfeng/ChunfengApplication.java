package io.chunfeng;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.day.Incidents;
import io.chunfeng.day.ProposalJobs;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.desk.DraftDesk;
import io.chunfeng.desk.DraftRepository;
import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Reworking;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.KnownRoads;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.OpeningListener;
import io.chunfeng.road.OpeningNetwork;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.road.WayStore;
import io.chunfeng.run.PagesFirst;
import io.chunfeng.run.RunRepository;
import io.chunfeng.run.RunService;
import io.chunfeng.run.SolverConfigs;
import io.chunfeng.solver.SolverAlternatives;
import io.chunfeng.solver.SolverPlanner;
import io.chunfeng.solver.SolverReworking;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The application: every port with its implementation. Storage's own are in {@code StorageConfiguration}. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude =
                UserDetailsServiceAutoConfiguration
                        .class) // accounts are ours; no made-up user with a password in the log
@EnableConfigurationProperties(ChunfengSettings.class)
class ChunfengApplication {

    /** Ends the process with status 1 when the start fails; {@link StartupFailureAnalyzer} has said why by then. */
    static void start(String[] args) {
        try {
            SpringApplication.run(ChunfengApplication.class, args);
        } catch (Throwable e) {
            System.exit(1);
        }
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Checked before anything is served: a map that is missing or no map ends the start. Prepared while pages are served. */
    @Bean
    static OpeningNetwork roadNetwork(ChunfengSettings settings) {
        MapSource source = MapSource.find(settings.mapsFolder(), settings.mapFile());
        return RoadNetworks.openInBackground(
                source, settings.graphCache(), settings.access(source), settings.graphStorage(), OpeningListener.NONE);
    }

    /** Read once at the start, so that a wrong folder is told then and not at the first planning. */
    @Bean
    static SolverConfigs solverConfigs(ChunfengSettings settings) {
        SolverConfigs configs = new SolverConfigs(settings.solverConfigsFolder());
        configs.names();
        return configs;
    }

    @Bean
    static PagesFirst pagesFirst() {
        return new PagesFirst();
    }

    @Bean
    static Planner planner(Clock clock, PagesFirst pagesFirst) {
        return new SolverPlanner(clock, pagesFirst);
    }

    @Bean
    static Alternatives alternatives() {
        return new SolverAlternatives();
    }

    @Bean
    static Reworking reworking() {
        return new SolverReworking();
    }

    @Bean
    static Drafts drafts(DraftRepository drafts, PlanRepository plans, Reworking reworking) {
        return new DraftDesk(drafts, plans, reworking);
    }

    @Bean
    static RunService runService(
            RunRepository runs,
            PlaceRepository places,
            DemandRepository demand,
            CapacityRepository capacity,
            RoadNetwork roads,
            ClosureRepository closures,
            WayStore ways,
            Planner planner,
            SolverConfigs configs) {
        RoadNetwork known = new KnownRoads(roads, ways);
        return new RunService(runs, places, demand, capacity, known, closures, planner, configs);
    }

    @Bean
    static ProposalJobs proposalJobs(
            Incidents incidents,
            PlanRepository plans,
            CapacityRepository capacity,
            RoadNetwork roads,
            ClosureRepository closures,
            WayStore ways,
            Planner planner,
            SolverConfigs configs,
            Clock clock) {
        List<String> names = configs.names();
        Path config = configs.file(names.contains("quick.xml") ? "quick.xml" : names.get(0));
        RoadNetwork known = new KnownRoads(roads, ways);
        return new ProposalJobs(incidents, plans, capacity, known, closures, planner, config, clock);
    }
}
