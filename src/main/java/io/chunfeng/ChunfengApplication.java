package io.chunfeng;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.road.KnownRoads;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.road.WayStore;
import io.chunfeng.run.RunRepository;
import io.chunfeng.run.RunService;
import io.chunfeng.run.SolverConfigs;
import io.chunfeng.solver.SolverPlanner;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The application: every port with its implementation. Storage's own are in {@code StorageConfiguration}. */
@SpringBootApplication(proxyBeanMethods = false)
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

    /** Opened before anything is served; a broken map ends the start. */
    @Bean
    static RoadNetwork roadNetwork(ChunfengSettings settings) {
        MapSource source = MapSource.find(settings.mapsFolder(), settings.mapFile());
        return RoadNetworks.open(source, settings.graphCache());
    }

    /** Read once at the start, so that a wrong folder is told then and not at the first planning. */
    @Bean
    static SolverConfigs solverConfigs(ChunfengSettings settings) {
        SolverConfigs configs = new SolverConfigs(settings.solverConfigsFolder());
        configs.names();
        return configs;
    }

    @Bean
    static Planner planner(Clock clock) {
        return new SolverPlanner(clock);
    }

    @Bean
    static RunService runService(
            RunRepository runs,
            PlaceRepository places,
            DemandRepository demand,
            CapacityRepository capacity,
            RoadNetwork roads,
            WayStore ways,
            Planner planner,
            SolverConfigs configs) {
        return new RunService(runs, places, demand, capacity, new KnownRoads(roads, ways), planner, configs);
    }
}
