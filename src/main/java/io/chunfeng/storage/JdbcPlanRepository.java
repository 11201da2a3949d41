package io.chunfeng.storage;

import static java.util.Map.entry;

import io.chunfeng.demand.Actor;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcPlanRepository implements PlanRepository {
    private static final int NAMED_VIOLATIONS = 5;

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final PlanIndex index;
    private final GroupStates states;
    private final Clock clock;

    JdbcPlanRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.index = new PlanIndex(batches);
        this.states = new GroupStates(sql, clock);
        this.clock = clock;
    }

    @Override
    public long save(PlanningProblem problem, Plan plan) {
        requireValid(problem, plan);
        return transaction.execute(status -> {
            long id = insert(problem, plan);
            states.settle(index.write(id, problem, plan), Actor.PROGRAM_LOGIN, "plan:" + id);
            return id;
        });
    }

    private long insert(PlanningProblem problem, Plan plan) {
        return sql.sql("""
                        INSERT INTO plan (stored_at, problem_name, problem, plan, hard, unserved, cost_fen,
                                          coach_fen, train_fen, flight_fen, time_fen, transfer_fen, split_fen,
                                          day_shift_fen, change_fen, persons_coach, persons_rail, persons_air, coach_trips,
                                          train_services, carriages, flights, load_factor, loaded_km, empty_km,
                                          passenger_hours, fen_per_person)
                        VALUES (:storedAt, :problemName, :problem::json, :plan::json, :hard, :unserved, :costFen,
                                :coachFen, :trainFen, :flightFen, :timeFen, :transferFen, :splitFen,
                                :dayShiftFen, :changeFen, :personsCoach, :personsRail, :personsAir, :coachTrips,
                                :trainServices, :carriages, :flights, :loadFactor, :loadedKm, :emptyKm,
                                :passengerHours, :fenPerPerson)
                        RETURNING id
                        """)
                .param("storedAt", Rows.utc(clock.instant()))
                .param("problemName", problem.name())
                .param("problem", ExchangeJson.write(problem))
                .param("plan", ExchangeJson.write(plan))
                .params(score(plan.score()))
                .params(kpis(plan.kpis()))
                .query(Long.class)
                .single();
    }

    private static void requireValid(PlanningProblem problem, Plan plan) {
        List<Violation> violations = PlanChecker.check(problem, plan);
        if (!violations.isEmpty()) {
            StringBuilder message = new StringBuilder("方案违反 " + violations.size() + " 处硬性规则，未保存：");
            violations.stream()
                    .limit(NAMED_VIOLATIONS)
                    .forEach(v -> message.append("\n")
                            .append(v.rule())
                            .append(' ')
                            .append(v.rule().zh())
                            .append("，")
                            .append(v.where())
                            .append("：")
                            .append(v.message()));
            throw new IllegalArgumentException(message.toString());
        }
    }

    @Override
    public Optional<StoredPlan> find(long id) {
        return sql.sql("SELECT id, stored_at, problem, plan FROM plan WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new StoredPlan(
                        row.getLong("id"),
                        Rows.instant(row, "stored_at"),
                        ExchangeJson.readProblem(row.getString("problem")),
                        ExchangeJson.readPlan(row.getString("plan"))))
                .optional();
    }

    @Override
    public List<Summary> list() {
        return sql.sql("""
                        SELECT id, stored_at, problem_name, hard, unserved, cost_fen,
                               coach_fen, train_fen, flight_fen, time_fen, transfer_fen, split_fen, day_shift_fen,
                               change_fen,
                               persons_coach, persons_rail, persons_air, coach_trips, train_services, carriages, flights,
                               load_factor, loaded_km, empty_km, passenger_hours, fen_per_person
                        FROM plan
                        ORDER BY id DESC
                        """).query(JdbcPlanRepository::summary).list();
    }

    private static Map<String, ?> score(Plan.Score score) {
        Plan.CostParts parts = score.parts();
        return Map.ofEntries(
                entry("hard", score.hard()),
                entry("unserved", score.unserved()),
                entry("costFen", score.costFen()),
                entry("coachFen", parts.coachFen()),
                entry("trainFen", parts.trainFen()),
                entry("flightFen", parts.flightFen()),
                entry("timeFen", parts.timeFen()),
                entry("transferFen", parts.transferFen()),
                entry("splitFen", parts.splitFen()),
                entry("dayShiftFen", parts.dayShiftFen()),
                entry("changeFen", parts.changeFen()));
    }

    private static Map<String, ?> kpis(Plan.Kpis kpis) {
        return Map.ofEntries(
                entry("personsCoach", kpis.personsCoach()),
                entry("personsRail", kpis.personsRail()),
                entry("personsAir", kpis.personsAir()),
                entry("coachTrips", kpis.coachTrips()),
                entry("trainServices", kpis.trainServices()),
                entry("carriages", kpis.carriages()),
                entry("flights", kpis.flights()),
                entry("loadFactor", kpis.loadFactor()),
                entry("loadedKm", kpis.loadedKm()),
                entry("emptyKm", kpis.emptyKm()),
                entry("passengerHours", kpis.passengerHours()),
                entry("fenPerPerson", kpis.fenPerPerson()));
    }

    private static Summary summary(ResultSet row, int number) throws SQLException {
        Plan.CostParts parts = new Plan.CostParts(
                row.getLong("coach_fen"),
                row.getLong("train_fen"),
                row.getLong("flight_fen"),
                row.getLong("time_fen"),
                row.getLong("transfer_fen"),
                row.getLong("split_fen"),
                row.getLong("day_shift_fen"),
                row.getLong("change_fen"));
        Plan.Kpis kpis = new Plan.Kpis(
                row.getInt("persons_coach"),
                row.getInt("persons_rail"),
                row.getInt("persons_air"),
                row.getInt("coach_trips"),
                row.getInt("train_services"),
                row.getInt("carriages"),
                row.getInt("flights"),
                row.getDouble("load_factor"),
                row.getDouble("loaded_km"),
                row.getDouble("empty_km"),
                row.getDouble("passenger_hours"),
                row.getLong("fen_per_person"));
        return new Summary(
                row.getLong("id"),
                Rows.instant(row, "stored_at"),
                row.getString("problem_name"),
                new Plan.Score(row.getInt("hard"), row.getLong("unserved"), row.getLong("cost_fen"), parts),
                kpis);
    }
}
