package io.chunfeng.storage;

import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.StoredClosure;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcClosureRepository implements ClosureRepository {
    private static final String SELECT = "SELECT * FROM closure ";

    private final JdbcClient sql;
    private final Clock clock;

    JdbcClosureRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public long add(Closure closure) {
        return sql.sql("""
                        INSERT INTO closure (kind, road_number,
                                             between_id, between_name, between_admin_code, between_given_lon,
                                             between_given_lat, between_given_crs, between_lon, between_lat,
                                             and_id, and_name, and_admin_code, and_given_lon,
                                             and_given_lat, and_given_crs, and_lon, and_lat,
                                             centre_given_lon, centre_given_lat, centre_given_crs, centre_lon, centre_lat,
                                             radius_metres, closed_from, closed_until, reason, recorded_at)
                        VALUES (:kind, :roadNumber,
                                :betweenId, :betweenName, :betweenAdminCode, :betweenGivenLon,
                                :betweenGivenLat, :betweenGivenCrs, :betweenLon, :betweenLat,
                                :andId, :andName, :andAdminCode, :andGivenLon,
                                :andGivenLat, :andGivenCrs, :andLon, :andLat,
                                :centreGivenLon, :centreGivenLat, :centreGivenCrs, :centreLon, :centreLat,
                                :radiusMetres, :from, :until, :reason, :now)
                        RETURNING id
                        """)
                .params(ClosureRows.parameters(closure.extent()))
                .param("from", Rows.utc(closure.from()))
                .param("until", Rows.utc(closure.until()))
                .param("reason", closure.reason())
                .param("now", Rows.utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<StoredClosure> find(long id) {
        return sql.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(ClosureRows::closure)
                .optional();
    }

    @Override
    public List<StoredClosure> find(Collection<Long> ids) {
        return sql.sql(SELECT + "WHERE id = ANY (:ids) ORDER BY id")
                .param("ids", ids.toArray(Long[]::new))
                .query(ClosureRows::closure)
                .list();
    }

    @Override
    public List<StoredClosure> list() {
        return sql.sql(SELECT + "ORDER BY id DESC").query(ClosureRows::closure).list();
    }

    @Override
    public List<StoredClosure> inForce(Instant begin, Instant end) {
        return sql.sql(SELECT + """
                        WHERE lifted_at IS NULL AND closed_from < :end AND (closed_until IS NULL OR closed_until > :begin)
                        ORDER BY id
                        """)
                .param("begin", Rows.utc(begin))
                .param("end", Rows.utc(end))
                .query(ClosureRows::closure)
                .list();
    }

    @Override
    public void lift(long id) {
        int changed = sql.sql("UPDATE closure SET lifted_at = :now WHERE id = :id AND lifted_at IS NULL")
                .param("now", Rows.utc(clock.instant()))
                .param("id", id)
                .update();
        if (changed != 1) {
            throw new IllegalStateException(
                    find(id).isPresent() ? "封路 #" + id + " 已经解除，不能再解除一次。" : "没有封路 #" + id + "。");
        }
    }
}
