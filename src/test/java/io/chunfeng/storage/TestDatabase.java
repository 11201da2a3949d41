package io.chunfeng.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.AuditLog;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Incidents;
import io.chunfeng.demand.CampaignTerms;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.Handovers;
import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.manifest.ManifestRepository;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.WayStore;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.TableService;
import io.chunfeng.statistics.Tables;
import io.chunfeng.statistics.Templates;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database of a real PostgreSQL that all tests of this JVM share. Its sessions are in a time zone that is neither
 * ours nor the server's: whatever depends on it shows.
 */
public final class TestDatabase implements AutoCloseable {
    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final String url;
    private final HikariDataSource dataSource;

    private TestDatabase(String url) {
        this.url = url;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(USER);
        config.setPassword(PASSWORD);
        config.setConnectionInitSql("SET timezone = 'America/Los_Angeles'");
        this.dataSource = new HikariDataSource(config);
    }

    /** Without any table. */
    public static synchronized TestDatabase empty() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start(); // ends with the JVM
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(server.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
        return new TestDatabase("jdbc:postgresql://localhost:" + server.getPort() + "/" + name);
    }

    public static TestDatabase migrated() {
        TestDatabase database = empty();
        Flyway.configure().dataSource(database.dataSource).load().migrate();
        return database;
    }

    public String url() {
        return url;
    }

    DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient sql() {
        return JdbcClient.create(dataSource);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    AccountRepository accounts() {
        return new JdbcAccountRepository(sql());
    }

    AuditLog audit() {
        return new JdbcAuditLog(sql());
    }

    public PlaceRepository places() {
        return new JdbcPlaceRepository(sql(), batches(), transaction());
    }

    public DemandRepository demand() {
        return new JdbcDemandRepository(sql(), batches(), transaction());
    }

    public RegistrationRepository registrations(Clock clock) {
        return new JdbcRegistrationRepository(sql(), batches(), transaction(), clock);
    }

    public ChangeRequests requests(Clock clock) {
        return new JdbcChangeRequests(sql(), transaction(), registrations(clock), clock);
    }

    ManifestRepository manifests(Clock clock) {
        return new JdbcManifestRepository(sql(), batches(), transaction(), clock);
    }

    public ImportRepository imports(Clock clock) {
        return new JdbcImportRepository(
                sql(), batches(), transaction(), places(), registrations(clock), requests(clock), clock);
    }

    CapacityRepository capacity() {
        return new JdbcCapacityRepository(sql(), batches(), transaction(), Clock.systemUTC());
    }

    CapacityRegister register(Clock clock) {
        return new JdbcCapacityRegister(sql(), batches(), transaction(), clock);
    }

    PlanRepository plans() {
        return plans(Clock.systemUTC());
    }

    public PlanRepository plans(Clock clock) {
        return new JdbcPlanRepository(sql(), batches(), transaction(), clock);
    }

    public ClosureRepository closures() {
        return new JdbcClosureRepository(sql(), Clock.systemUTC());
    }

    public DispatchRepository dispatch() {
        return new JdbcDispatchRepository(sql(), transaction(), plans(), Clock.systemUTC());
    }

    /** Of the templates that come with the program. */
    public Tables tables() {
        Clock clock = Clock.systemUTC();
        return new TableService(templates(clock), ledger(), figures(clock));
    }

    public Templates templates(Clock clock) {
        return new JdbcTemplates(sql(), transaction(), clock).withShipped();
    }

    public EnteredFigures figures(Clock clock) {
        return new JdbcEnteredFigures(sql(), transaction(), clock);
    }

    public Ledger ledger() {
        return new JdbcLedger(sql());
    }

    public DayBoard board(Clock clock) {
        return new JdbcDayBoard(sql(), batches(), transaction(), dispatch(), clock);
    }

    public Incidents incidents(Clock clock) {
        return new JdbcIncidents(
                sql(),
                transaction(),
                plans(clock),
                publications(clock),
                new IncidentGroups(registrations(clock)),
                clock);
    }

    public FleetRegister fleet(Clock clock) {
        return new JdbcFleetRegister(sql(), transaction(), clock);
    }

    TripOrders orders(Clock clock) {
        return new JdbcTripOrders(sql(), transaction(), fleet(clock), capacity(), clock);
    }

    public Publications publications(Clock clock) {
        PublishedOrders orders = new PublishedOrders(sql(), plans(clock), fleet(clock), capacity());
        return new JdbcPublications(sql(), transaction(), orders, states(clock), clock);
    }

    Handovers handovers(Clock clock) {
        return new JdbcHandovers(sql(), transaction(), states(clock), clock);
    }

    CampaignTerms terms(Clock clock) {
        return new JdbcCampaignTerms(sql(), transaction(), states(clock), clock);
    }

    private GroupStates states(Clock clock) {
        return new GroupStates(sql(), clock);
    }

    WayStore ways(Clock clock) {
        return new JdbcWayStore(sql(), batches(), transaction(), clock);
    }

    public void save(DemoCampaign demo) {
        demand().save(demo.campaign());
        places().save(demo.places());
        demand().save(demo.groups());
        capacity().save(demo.coachPools(), demo.trainServices(), demo.flights());
    }

    NamedParameterJdbcTemplate batches() {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
