package io.chunfeng.storage;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.intake.Import;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.ImportRow;
import io.chunfeng.intake.TableException;
import io.chunfeng.intake.TableKind;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcImportRepository implements ImportRepository {
    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final PlaceRepository places;
    private final RegistrationRepository registrations;
    private final ChangeRequests requests;
    private final ImportRowTable rows;
    private final BoardingPointRows points;
    private final Clock clock;

    JdbcImportRepository(
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            TransactionOperations transaction,
            PlaceRepository places,
            RegistrationRepository registrations,
            ChangeRequests requests,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.places = places;
        this.registrations = registrations;
        this.requests = requests;
        this.rows = new ImportRowTable(sql, batches);
        this.points = new BoardingPointRows(sql, batches, clock);
        this.clock = clock;
    }

    @Override
    public long add(String fileName, Path file, String uploadedBy, Set<String> counties) {
        try {
            return sql.sql("""
                INSERT INTO intake_import (file_name, file, uploaded_by, counties, uploaded_at, state, touched_at)
                VALUES (:name, :file, :by, :counties, :now, 'READING', '-infinity')
                RETURNING id
                """)
                    .param("name", fileName)
                    .param("file", Files.readAllBytes(file))
                    .param("by", uploadedBy)
                    .param("counties", counties == null ? null : counties.toArray(String[]::new))
                    .param("now", Rows.utc(clock.instant()))
                    .query(Long.class)
                    .single();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Import> find(Scope scope, long id) {
        return sql.sql(ImportSql.SELECT + ImportSql.condition(scope) + " AND i.id = :id")
                .params(ImportSql.parameters(scope))
                .param("id", id)
                .query(ImportSql::upload)
                .optional();
    }

    @Override
    public List<Import> recent(Scope scope, int limit) {
        return sql.sql(ImportSql.SELECT + ImportSql.condition(scope) + " ORDER BY i.id DESC LIMIT :limit")
                .params(ImportSql.parameters(scope))
                .param("limit", limit)
                .query(ImportSql::upload)
                .list();
    }

    @Override
    public void copyFile(long id, Path to) throws IOException {
        InputStream bytes = sql.sql("SELECT file FROM intake_import WHERE id = :id")
                .param("id", id)
                .query((row, number) -> row.getBinaryStream("file"))
                .single();
        Files.copy(bytes, to, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean takeUp(long id, Duration untouchedFor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int taken = sql.sql("""
                UPDATE intake_import SET touched_at = :now, rows_read = 0
                WHERE id = :id AND state = 'READING' AND touched_at <= :before
                """)
                    .param("id", id)
                    .param("now", Rows.utc(clock.instant()))
                    .param("before", Rows.utc(clock.instant().minus(untouchedFor)))
                    .update();
            if (taken == 1) {
                sql.sql("DELETE FROM intake_row WHERE import = :id")
                        .param("id", id)
                        .update();
            }
            return taken == 1;
        }));
    }

    @Override
    public List<Long> leftAlone(Duration untouchedFor) {
        return sql.sql("SELECT id FROM intake_import WHERE state = 'READING' AND touched_at <= :before ORDER BY id")
                .param("before", Rows.utc(clock.instant().minus(untouchedFor)))
                .query(Long.class)
                .list();
    }

    @Override
    public void addRows(long id, List<ImportRow> some, int rowsRead) {
        transaction.executeWithoutResult(status -> {
            rows.add(id, some);
            sql.sql("UPDATE intake_import SET rows_read = :read, touched_at = :now WHERE id = :id")
                    .param("id", id)
                    .param("read", rowsRead)
                    .param("now", Rows.utc(clock.instant()))
                    .update();
        });
    }

    @Override
    public void read(long id, TableKind kind, List<String> notes) {
        sql.sql("UPDATE intake_import SET state = 'READ', kind = :kind, notes = :notes WHERE id = :id AND"
                        + " state = 'READING'")
                .param("id", id)
                .param("kind", kind.name())
                .param("notes", notes.toArray(String[]::new))
                .update();
    }

    @Override
    public void refuse(long id, TableException.Reason reason, String detail) {
        transaction.executeWithoutResult(status -> {
            sql.sql("DELETE FROM intake_row WHERE import = :id").param("id", id).update();
            sql.sql("""
                UPDATE intake_import SET state = 'REFUSED', refusal = :reason, detail = :detail
                WHERE id = :id AND state = 'READING'
                """)
                    .param("id", id)
                    .param("reason", reason.name())
                    .param("detail", detail)
                    .update();
        });
    }

    @Override
    public boolean readAgain(long id) {
        return sql.sql("""
            UPDATE intake_import SET state = 'READING', touched_at = '-infinity', rows_read = 0
            WHERE id = :id AND state = 'READ'
            """).param("id", id).update() == 1;
    }

    @Override
    public List<ImportRow> rows(long id, Set<ImportRow.State> states, int limit, int offset) {
        return rows.page(id, states, limit, offset);
    }

    @Override
    public void eachRow(long id, Set<ImportRow.State> states, Consumer<ImportRow> each) {
        rows.each(id, states, each);
    }

    @Override
    public Set<String> broughtBefore(Collection<String> counties) {
        return rows.broughtBefore(counties);
    }

    @Override
    public Map<String, Set<String>> boardingPoints() {
        return points.all();
    }

    @Override
    public void keepBoardingPoint(String county, Place place) {
        transaction.executeWithoutResult(status -> {
            places.save(List.of(place));
            points.keep(Map.of(county, Set.of(place.id())));
        });
    }

    @Override
    public boolean apply(long id, Application application, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int first = sql.sql("""
                UPDATE intake_import SET state = 'DONE', applied_at = :now, applied_by = :by
                WHERE id = :id AND state = 'READ'
                """)
                    .param("id", id)
                    .param("now", Rows.utc(clock.instant()))
                    .param("by", actor.login())
                    .update();
            if (first == 0) {
                return false;
            }
            places.save(application.places());
            registrations.apply(application.changes(), actor);
            requests.file(application.requests(), actor);
            points.keep(application.boardingPoints());
            rows.markTaken(id);
            return true;
        }));
    }
}
