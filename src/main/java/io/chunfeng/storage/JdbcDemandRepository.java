package io.chunfeng.storage;

import io.chunfeng.demand.Campaign;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Moves;
import io.chunfeng.demand.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcDemandRepository implements DemandRepository {
    private static final String SELECT_GROUP = "SELECT " + GroupRows.COLUMNS + " FROM worker_group g ";

    private static final String[] TAKEN = Moves.TAKEN.stream().map(Enum::name).toArray(String[]::new);

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;

    JdbcDemandRepository(JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction) {
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
    }

    @Override
    public Optional<Campaign> campaign() {
        return sql.sql("""
                        SELECT id, name, province, first_day, last_day, spring_festival, peak_from, peak_to
                        FROM campaign
                        ORDER BY first_day DESC, id
                        LIMIT 1
                        """).query(JdbcDemandRepository::campaignOf).optional();
    }

    @Override
    public void save(Campaign campaign) {
        String upsert = """
                INSERT INTO campaign (id, name, province, first_day, last_day, spring_festival, peak_from, peak_to)
                VALUES (:id, :name, :province, :firstDay, :lastDay, :springFestival, :peakFrom, :peakTo)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, province = excluded.province,
                    first_day = excluded.first_day, last_day = excluded.last_day,
                    spring_festival = excluded.spring_festival,
                    peak_from = excluded.peak_from, peak_to = excluded.peak_to
                """;
        Rows.expectOne(upsert, sql.sql(upsert).paramSource(campaign).update());
    }

    @Override
    public List<Group> groups(Scope scope) {
        return sql.sql(SELECT_GROUP + "WHERE " + Scopes.condition(scope)
                        + " AND state = ANY (:taken) ORDER BY departure_date, county, id")
                .params(Scopes.parameters(scope))
                .param("taken", TAKEN)
                .query(GroupRows::group)
                .list();
    }

    @Override
    public Optional<Group> group(String id) {
        return sql.sql(SELECT_GROUP + "WHERE id = :id")
                .param("id", id)
                .query(GroupRows::group)
                .optional();
    }

    @Override
    public List<Group> groupsDeparting(LocalDate from, LocalDate to) {
        return sql.sql(SELECT_GROUP + """
                                WHERE departure_date BETWEEN :from AND :to AND state = ANY (:taken)
                                ORDER BY departure_date, county, id
                                """)
                .param("from", from)
                .param("to", to)
                .param("taken", TAKEN)
                .query(GroupRows::group)
                .list();
    }

    @Override
    public void save(Collection<Group> groups) {
        String upsert = """
                INSERT INTO worker_group (id, county, from_place, to_place, headcount, wheelchairs, earliest_departure,
                                          latest_arrival, preferred_date, modes, min_part, priority, employer)
                VALUES (:id, :county, :from, :to, :headcount, :wheelchairs, :earliestDeparture,
                        :latestArrival, :preferredDate, string_to_array(:modes, ','), :minPart, :priority, :employer)
                ON CONFLICT (id) DO UPDATE SET
                    county = excluded.county, from_place = excluded.from_place, to_place = excluded.to_place,
                    headcount = excluded.headcount, wheelchairs = excluded.wheelchairs,
                    earliest_departure = excluded.earliest_departure, latest_arrival = excluded.latest_arrival,
                    preferred_date = excluded.preferred_date, modes = excluded.modes,
                    min_part = excluded.min_part, priority = excluded.priority, employer = excluded.employer,
                    version = worker_group.version + 1, changed_at = now(), changed_by = 'chunfeng', change_note = NULL
                """;
        transaction.executeWithoutResult(status -> Rows.batch(batches, upsert, groups, GroupRows::parameters));
    }

    private static Campaign campaignOf(ResultSet row, int number) throws SQLException {
        return new Campaign(
                row.getString("id"),
                row.getString("name"),
                row.getString("province"),
                Rows.date(row, "first_day"),
                Rows.date(row, "last_day"),
                Rows.date(row, "spring_festival"),
                Rows.date(row, "peak_from"),
                Rows.date(row, "peak_to"));
    }
}
