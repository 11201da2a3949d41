package io.chunfeng.storage;

import io.chunfeng.capacity.TrainService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stations of train services. */
final class TrainCallRows {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;

    TrainCallRows(JdbcClient sql, NamedParameterJdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    Map<String, List<TrainService.Call>> byService() {
        Map<String, List<TrainService.Call>> calls = new HashMap<>();
        sql.sql("SELECT * FROM train_call ORDER BY service, number").query(row -> {
            calls.computeIfAbsent(row.getString("service"), id -> new ArrayList<>())
                    .add(CapacityRows.call(row));
        });
        return calls;
    }

    List<TrainService.Call> of(String service) {
        return sql.sql("SELECT * FROM train_call WHERE service = :service ORDER BY number")
                .param("service", service)
                .query((row, number) -> CapacityRows.call(row))
                .list();
    }

    void replace(TrainService service) {
        sql.sql("DELETE FROM train_call WHERE service = :id")
                .param("id", service.id())
                .update();
        List<Map<String, ?>> numbered = IntStream.range(0, service.calls().size())
                .<Map<String, ?>>mapToObj(i -> CapacityRows.parameters(
                        service.id(), i + 1, service.calls().get(i)))
                .toList();
        Rows.batch(batches, """
                INSERT INTO train_call (service, number, place, arrive, depart)
                VALUES (:service, :number, :place, :arrive, :depart)
                """, numbered, call -> call);
    }
}
