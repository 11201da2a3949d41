package io.chunfeng;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.demo.DemoFleet;
import io.chunfeng.place.PlaceRepository;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with the demonstration campaign before anything is served. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("chunfeng.demo")
class DemoConfiguration {

    /** One transaction: a start that is killed half way leaves an empty database, which the next start fills. */
    @Bean
    static SmartInitializingSingleton demoSeed(
            TransactionTemplate transaction,
            JdbcClient sql,
            PlaceRepository places,
            DemandRepository demand,
            CapacityRepository capacity,
            FleetRegister fleet) {
        return () -> transaction.executeWithoutResult(status -> {
            // two instances that start at once on one database: the second waits, then finds the campaign of the first
            sql.sql("LOCK TABLE campaign IN SHARE ROW EXCLUSIVE MODE").update();
            if (demand.campaign().isEmpty()) {
                DemoCampaign demo = DemoCampaign.shanxi2024();
                demand.save(demo.campaign());
                places.save(demo.places());
                demand.save(demo.groups());
                capacity.save(demo.coachPools(), demo.trainServices(), demo.flights());
                fleet.save(DemoFleet.coaches(demo.coachPools()), DemoFleet.drivers(demo.coachPools()));
            }
        });
    }
}
