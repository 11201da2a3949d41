package io.chunfeng.storage;

import io.chunfeng.capacity.CapacityChange;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.Offered;
import io.chunfeng.capacity.StaleOfferException;
import io.chunfeng.capacity.TrainService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcCapacityRegister implements CapacityRegister {
    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final TrainCallRows calls;
    private final OfferUses uses;

    JdbcCapacityRegister(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.calls = new TrainCallRows(sql, batches);
        this.uses = new OfferUses(sql);
    }

    @Override
    public List<Offered<CoachPool>> coachPools() {
        return sql.sql("SELECT * FROM coach_pool ORDER BY id")
                .query((row, number) -> CapacityRows.offered(CapacityRows.coachPool(row, number), row))
                .list();
    }

    @Override
    public List<Offered<TrainService>> trainServices() {
        return transaction.execute(status -> {
            Map<String, List<TrainService.Call>> byService = calls.byService();
            return sql.sql("SELECT * FROM train_service ORDER BY id")
                    .query((row, number) -> CapacityRows.offered(
                            CapacityRows.trainService(row, byService.get(row.getString("id"))), row))
                    .list();
        });
    }

    @Override
    public List<Offered<Flight>> flights() {
        return sql.sql("SELECT * FROM flight ORDER BY id")
                .query((row, number) -> CapacityRows.offered(CapacityRows.flight(row, number), row))
                .list();
    }

    @Override
    public Optional<Offered<? extends Offer>> find(Offer.Kind kind, String id) {
        return transaction.execute(status -> {
            JdbcClient.StatementSpec one = sql.sql(
                            "SELECT * FROM " + OfferTable.of(kind).name() + " WHERE id = :id")
                    .param("id", id);
            return switch (kind) {
                case POOL ->
                    one.<Offered<? extends Offer>>query(
                                    (row, n) -> CapacityRows.offered(CapacityRows.coachPool(row, n), row))
                            .optional();
                case TRAIN -> {
                    List<TrainService.Call> stops = calls.of(id);
                    yield one.<Offered<? extends Offer>>query(
                                    (row, n) -> CapacityRows.offered(CapacityRows.trainService(row, stops), row))
                            .optional();
                }
                case FLIGHT ->
                    one.<Offered<? extends Offer>>query(
                                    (row, n) -> CapacityRows.offered(CapacityRows.flight(row, n), row))
                            .optional();
            };
        });
    }

    @Override
    public void apply(List<CapacityChange> changes) {
        transaction.executeWithoutResult(status -> {
            // one writer at a time, so that an id stays with one kind
            sql.sql("SELECT pg_advisory_xact_lock(hashtext('capacity'))")
                    .query((row, number) -> number)
                    .list();
            changes.forEach(this::apply);
        });
    }

    private void apply(CapacityChange change) {
        OfferTable table = OfferTable.of(change.kind());
        int changed;
        if (change instanceof CapacityChange.Put put) {
            boolean fresh = change.fromVersion() == CapacityChange.NEW;
            if (fresh && uses.taken(change.id())) {
                throw new StaleOfferException(change.id());
            }
            changed = sql.sql(fresh ? table.insert() : table.update())
                    .params(CapacityRows.parameters(put.offer()))
                    .param("fromVersion", change.fromVersion())
                    .param("now", Rows.utc(clock.instant()))
                    .update();
        } else {
            uses.requireUnused(change.kind(), change.id());
            changed = sql.sql(table.delete())
                    .param("id", change.id())
                    .param("fromVersion", change.fromVersion())
                    .update();
        }
        if (changed == 0) {
            throw new StaleOfferException(change.id());
        }
        if (change instanceof CapacityChange.Put put && put.offer() instanceof TrainService train) {
            calls.replace(train);
        }
    }
}
