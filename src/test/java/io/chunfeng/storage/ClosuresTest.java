package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.road.Closure;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.StoredClosure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

/** Closures in a real database: kept as they were given, lifted once, never changed. */
class ClosuresTest {
    private static final Instant FROM = Instant.parse("2024-02-16T16:00:00Z");
    private static final Instant UNTIL = Instant.parse("2024-02-18T16:00:00Z");
    private static final Place TAIYUAN =
            new Place("dp-1401", "太原市客运总站", "140106", new Position(112.576, 37.871, Crs.GCJ02));
    private static final Place LINFEN = new Place("st-linfen", "临汾站", "141002", Position.wgs84(111.52, 36.1));
    private static final Closure ROAD = new Closure(new Closure.Road("G5", TAIYUAN, LINFEN), FROM, UNTIL, "大雪");

    private TestDatabase database;
    private ClosureRepository closures;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        closures = database.closures();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void comeBackAsTheyWereGiven() {
        Closure anyRoad = new Closure(new Closure.Road(null, LINFEN, TAIYUAN), FROM, null, "塌方");
        Closure area = new Closure(new Closure.Area(new Position(116.404, 39.915, Crs.BD09), 500), FROM, UNTIL, "管制");

        long first = closures.add(ROAD);
        long second = closures.add(anyRoad);
        long third = closures.add(area);

        assertThat(closures.list()).extracting(StoredClosure::closure).containsExactly(area, anyRoad, ROAD);
        assertThat(closures.find(List.of(third, first, 999L)))
                .extracting(StoredClosure::id)
                .containsExactly(first, third);
        assertThat(closures.find(second).orElseThrow().closure()).isEqualTo(anyRoad);
        assertThat(closures.find(999)).isEmpty();
        assertThat(closures.find(List.of())).isEmpty();
    }

    /** They are kept in WGS-84 too, and no place of the campaign is needed for them. */
    @Test
    void outliveThePlaceTable() {
        long id = closures.add(ROAD);
        Position wgs84 = Wgs84.of(TAIYUAN.position());

        assertThat(database.places().find("dp-1401")).isEmpty();
        assertThat(database.sql()
                        .sql("SELECT between_lon, between_lat FROM closure")
                        .query()
                        .singleRow())
                .containsEntry("between_lon", wgs84.lon())
                .containsEntry("between_lat", wgs84.lat());
        assertThat(closures.find(id).orElseThrow().closure()).isEqualTo(ROAD);
    }

    /** Closed from the first moment on, open again at {@code until}; a time that ends when it begins is free of it. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-16T15:00:00Z, 2024-02-16T16:00:00Z, false",
        "2024-02-16T15:00:00Z, 2024-02-16T16:00:00.000001Z, true",
        "2024-02-18T15:59:59.999999Z, 2024-02-20T00:00:00Z, true",
        "2024-02-18T16:00:00Z, 2024-02-20T00:00:00Z, false",
        "2024-01-01T00:00:00Z, 2024-12-31T00:00:00Z, true",
        "2024-02-17T00:00:00Z, 2024-02-17T01:00:00Z, true"
    })
    void inForceOnTheEdge(Instant begin, Instant end, boolean expected) {
        closures.add(ROAD);

        assertThat(closures.inForce(begin, end).isEmpty()).isEqualTo(!expected);
        assertThat(ROAD.touches(begin, end)).isEqualTo(expected);
    }

    @Test
    void withoutAnEndInForceForEver() {
        long id = closures.add(new Closure(ROAD.extent(), FROM, null, "大雪"));

        assertThat(closures.inForce(FROM.plusSeconds(1_000_000_000), FROM.plusSeconds(1_000_000_001)))
                .extracting(StoredClosure::id)
                .containsExactly(id);
        assertThat(closures.inForce(FROM.minusSeconds(1), FROM)).isEmpty();
    }

    @Test
    void liftingEndsThemOnceAndIsToldTheSecondTime() {
        long id = closures.add(ROAD);
        long other = closures.add(ROAD);
        Instant before = Instant.now().minusMillis(1);

        closures.lift(id);

        StoredClosure lifted = closures.find(id).orElseThrow();
        assertThat(lifted.liftedAt()).isAfter(before);
        assertThat(lifted.closure()).isEqualTo(ROAD);
        assertThat(closures.inForce(FROM, UNTIL)).extracting(StoredClosure::id).containsExactly(other);
        assertThatThrownBy(() -> closures.lift(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("封路 #" + id)
                .hasMessageContaining("已经解除");
        assertThatThrownBy(() -> closures.lift(999))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("没有封路 #999");
        assertThat(closures.find(id)).contains(lifted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE closure SET reason = '别的'",
                "UPDATE closure SET closed_until = NULL",
                "UPDATE closure SET lifted_at = now(), reason = '别的'",
                "DELETE FROM closure"
            })
    void areNeverChangedOrDeleted(String change) {
        closures.add(ROAD);

        assertThatThrownBy(() -> database.sql().sql(change).update())
                .isInstanceOf(UncategorizedSQLException.class)
                .hasMessageContaining("never changed or deleted");
        assertThat(closures.list()).extracting(StoredClosure::closure).containsExactly(ROAD);
    }

    @Test
    void mustEndAfterTheyBegin() {
        assertRefused(new Closure(ROAD.extent(), FROM, FROM, "大雪"));
        assertRefused(new Closure(ROAD.extent(), FROM, FROM.minusSeconds(1), "大雪"));
        assertRefused(new Closure(ROAD.extent(), FROM, UNTIL, ""));
        assertThat(closures.add(new Closure(ROAD.extent(), FROM, FROM.plusSeconds(1), "大雪")))
                .isPositive();
    }

    @Test
    void areasAreOfHalfAKilometreToTwoHundred() {
        for (int metres : new int[] {499, 200_001}) {
            assertRefused(new Closure(new Closure.Area(LINFEN.position(), metres), FROM, UNTIL, "大雪"));
        }
        for (int metres : new int[] {500, 200_000}) {
            assertThat(closures.add(new Closure(new Closure.Area(LINFEN.position(), metres), FROM, UNTIL, "大雪")))
                    .isPositive();
        }
    }

    /** Rows that no record of ours can say, tried in SQL. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO closure (kind, closed_from, reason, recorded_at) VALUES ('ROAD', now(), 'x', now())",
                "INSERT INTO closure (kind, closed_from, reason, recorded_at) VALUES ('AREA', now(), 'x', now())",
                """
                INSERT INTO closure (kind, centre_given_lon, centre_given_lat, centre_given_crs, centre_lon, centre_lat,
                                     radius_metres, road_number, closed_from, reason, recorded_at)
                VALUES ('AREA', 112, 37, 'WGS84', 112, 37, 1000, 'G5', now(), 'x', now())
                """,
                """
                INSERT INTO closure (kind, centre_given_lon, centre_given_lat, centre_given_crs, centre_lon, centre_lat,
                                     radius_metres, closed_from, reason, recorded_at)
                VALUES ('ROAD', 112, 37, 'WGS84', 112, 37, 1000, now(), 'x', now())
                """
            })
    void haveExactlyOneExtent(String insert) {
        assertThatThrownBy(() -> database.sql().sql(insert).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("closure_has_exactly_one_extent");
    }

    private void assertRefused(Closure closure) {
        assertThatThrownBy(() -> closures.add(closure)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(closures.list()).isEmpty();
    }
}
