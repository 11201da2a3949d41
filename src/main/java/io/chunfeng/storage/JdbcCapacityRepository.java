package io.chunfeng.storage;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.TrainService;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcCapacityRepository implements CapacityRepository {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final TrainCallRows calls;

    JdbcCapacityRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.calls = new TrainCallRows(sql, batches);
        this.batches = batches;
        this.transaction = transaction;
    }

    @Override
    public List<CoachPool> coachPools() {
        return sql.sql("SELECT * FROM coach_pool ORDER BY id")
                .query(CapacityRows::coachPool)
                .list();
    }

    @Override
    public List<TrainService> trainServices() {
        return transaction.execute(status -> {
            Map<String, List<TrainService.Call>> byService = calls.byService();
            return sql.sql("SELECT * FROM train_service ORDER BY id")
                    .query((row, number) -> CapacityRows.trainService(row, byService.get(row.getString("id"))))
                    .list();
        });
    }

    @Override
    public List<Flight> flights() {
        return sql.sql("SELECT * FROM flight ORDER BY id")
                .query(CapacityRows::flight)
                .list();
    }

    @Override
    public Map<String, Integer> reserves() {
        Map<String, Integer> reserves = new LinkedHashMap<>();
        sql.sql(
                        "SELECT id, least(reserve, coaches) AS reserve FROM coach_pool WHERE least(reserve, coaches) > 0 ORDER BY id")
                .query(row -> {
                    reserves.put(row.getString("id"), row.getInt("reserve"));
                });
        return reserves;
    }

    @Override
    public boolean keepBack(String poolId, int coaches, int before) {
        return sql.sql("""
                        UPDATE coach_pool SET reserve = :coaches
                        WHERE id = :id AND least(reserve, coaches) = :before AND :coaches <= coaches
                        """)
                        .param("id", poolId)
                        .param("coaches", coaches)
                        .param("before", before)
                        .update()
                == 1;
    }

    @Override
    public void save(Collection<CoachPool> pools, Collection<TrainService> services, Collection<Flight> flights) {
        transaction.executeWithoutResult(status -> {
            save(Offer.Kind.POOL, pools);
            save(Offer.Kind.TRAIN, services);
            save(Offer.Kind.FLIGHT, flights);
            services.forEach(service -> calls.replace(service));
        });
    }

    private void save(Offer.Kind kind, Collection<? extends Offer> offers) {
        OffsetDateTime now = Rows.utc(clock.instant());
        Rows.batch(batches, OfferTable.of(kind).upsert(), offers, offer -> {
            Map<String, Object> parameters = new HashMap<>(CapacityRows.parameters(offer));
            parameters.put("now", now);
            return parameters;
        });
    }
}
