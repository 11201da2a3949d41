package io.chunfeng;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.run.RunRepository;
import io.chunfeng.run.RunService;
import io.chunfeng.run.SolverConfigs;
import io.chunfeng.solver.SolverPlanner;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the packages offer one another, put together. */
@Configuration(proxyBeanMethods = false)
class Composition {

    @Bean
    Clock clock() {
        return Clock.system(PlanningProblem.ZONE);
    }

    @Bean
    RoadNetwork roadNetwork(Settings settings) {
        MapSource map = MapSource.find(settings.mapsIn(), settings.namedMap());
        return RoadNetworks.open(map, Settings.graphsIn(settings.dataFolder()));
    }

    @Bean
    Planner planner(Clock clock) {
        return new SolverPlanner(clock);
    }

    @Bean
    SolverConfigs solverConfigs(Settings settings) {
        SolverConfigs configs = new SolverConfigs(settings.solverConfigsIn());
        configs.names(); // a missing folder is found at the start, not when somebody wants to plan
        return configs;
    }

    @Bean
    RunService planningRuns(
            RunRepository runs,
            PlaceRepository places,
            DemandRepository demand,
            CapacityRepository capacity,
            RoadNetwork roads,
            Planner planner,
            SolverConfigs configs) {
        return new RunService(runs, places, demand, capacity, roads, planner, configs);
    }
}
