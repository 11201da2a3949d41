package io.chunfeng;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.place.PlaceRepository;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an empty database the demo campaign, all of it or nothing, before the first page can be asked for. */
@Component
final class DemoSeed implements SmartInitializingSingleton {
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final PlaceRepository places;
    private final DemandRepository demand;
    private final CapacityRepository capacity;

    DemoSeed(
            Settings settings,
            TransactionTemplate transaction,
            JdbcClient sql,
            PlaceRepository places,
            DemandRepository demand,
            CapacityRepository capacity) {
        this.settings = settings;
        this.transaction = transaction;
        this.sql = sql;
        this.places = places;
        this.demand = demand;
        this.capacity = capacity;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.demo()) {
            transaction.executeWithoutResult(status -> seed());
        }
    }

    private void seed() {
        // two instances that start at once on one database: the second waits, then finds the campaign of the first
        sql.sql("LOCK TABLE campaign IN SHARE ROW EXCLUSIVE MODE").update();
        if (demand.campaign().isPresent()) {
            return;
        }
        DemoCampaign demo = DemoCampaign.shanxi2024();
        demand.save(demo.campaign());
        places.save(demo.places());
        demand.save(demo.groups());
        capacity.save(demo.coachPools(), demo.trainServices(), demo.flights());
    }
}
