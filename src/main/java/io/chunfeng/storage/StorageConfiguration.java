package io.chunfeng.storage;

import io.chunfeng.account.AccountRepository;
import io.chunfeng.account.ApiTokenRepository;
import io.chunfeng.account.AuditLog;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.DoorLinks;
import io.chunfeng.day.Incidents;
import io.chunfeng.demand.CampaignTerms;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.desk.DraftRepository;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.Handovers;
import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.freeze.FreezeFacts;
import io.chunfeng.freeze.FrozenTables;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.manifest.ManifestExpiry;
import io.chunfeng.manifest.ManifestRepository;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.report.StageReports;
import io.chunfeng.report.VehicleOffers;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.WayStore;
import io.chunfeng.run.RunRepository;
import io.chunfeng.run.RunService;
import io.chunfeng.run.ScenarioRepository;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.Templates;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ports that the database implements. */
@Configuration(proxyBeanMethods = false)
public class StorageConfiguration {

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    AccountRepository accountRepository(JdbcClient sql) {
        return new JdbcAccountRepository(sql);
    }

    @Bean
    AuditLog auditLog(JdbcClient sql) {
        return new JdbcAuditLog(sql);
    }

    @Bean
    PlaceRepository placeRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionTemplate transaction) {
        return new JdbcPlaceRepository(sql, batches, transaction);
    }

    @Bean
    DemandRepository demandRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionTemplate transaction) {
        return new JdbcDemandRepository(sql, batches, transaction);
    }

    @Bean
    RegistrationRepository registrationRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        return new JdbcRegistrationRepository(sql, batches, transaction, clock);
    }

    @Bean
    ChangeRequests changeRequests(
            JdbcClient sql, TransactionTemplate transaction, RegistrationRepository registrations, Clock clock) {
        return new JdbcChangeRequests(sql, transaction, registrations, clock);
    }

    @Bean
    ImportRepository importRepository(
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            TransactionTemplate transaction,
            PlaceRepository places,
            RegistrationRepository registrations,
            ChangeRequests requests,
            Clock clock) {
        return new JdbcImportRepository(sql, batches, transaction, places, registrations, requests, clock);
    }

    @Bean
    CapacityRepository capacityRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        return new JdbcCapacityRepository(sql, batches, transaction, clock);
    }

    @Bean
    ApiTokenRepository apiTokenRepository(JdbcClient sql) {
        return new JdbcApiTokenRepository(sql);
    }

    @Bean
    CapacityRegister capacityRegister(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        return new JdbcCapacityRegister(sql, batches, transaction, clock);
    }

    @Bean
    PlanRepository planRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        return new JdbcPlanRepository(sql, batches, transaction, clock);
    }

    @Bean
    DraftRepository draftRepository(
            JdbcClient sql, TransactionTemplate transaction, PlanRepository plans, Clock clock) {
        return new JdbcDrafts(sql, transaction, plans, clock);
    }

    @Bean
    ClosureRepository closureRepository(JdbcClient sql, Clock clock) {
        return new JdbcClosureRepository(sql, clock);
    }

    @Bean
    DispatchRepository dispatchRepository(
            JdbcClient sql, TransactionTemplate transaction, PlanRepository plans, Clock clock) {
        return new JdbcDispatchRepository(sql, transaction, plans, clock);
    }

    @Bean
    Ledger ledger(JdbcClient sql) {
        return new JdbcLedger(sql);
    }

    @Bean
    Templates templates(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        return new JdbcTemplates(sql, transaction, clock).withShipped();
    }

    @Bean
    EnteredFigures enteredFigures(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        return new JdbcEnteredFigures(sql, transaction, clock);
    }

    @Bean
    DayBoard dayBoard(
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            TransactionTemplate transaction,
            DispatchRepository dispatch,
            Clock clock) {
        return new JdbcDayBoard(sql, batches, transaction, dispatch, clock);
    }

    @Bean
    DoorLinks doorLinks(JdbcClient sql) {
        return new JdbcDoorLinks(sql);
    }

    @Bean
    Incidents incidents(
            JdbcClient sql,
            TransactionTemplate transaction,
            PlanRepository plans,
            Publications publications,
            RegistrationRepository registrations,
            Clock clock) {
        return new JdbcIncidents(sql, transaction, plans, publications, new IncidentGroups(registrations), clock);
    }

    @Bean
    FrozenTables frozenTables(JdbcClient sql, TransactionTemplate transaction) {
        return new JdbcFrozenTables(sql, transaction);
    }

    @Bean
    FreezeFacts freezeFacts(JdbcClient sql) {
        return new JdbcFreezeFacts(sql);
    }

    @Bean
    FleetRegister fleetRegister(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        return new JdbcFleetRegister(sql, transaction, clock);
    }

    @Bean
    TripOrders tripOrders(
            JdbcClient sql,
            TransactionTemplate transaction,
            FleetRegister fleet,
            CapacityRepository capacity,
            Clock clock) {
        return new JdbcTripOrders(sql, transaction, fleet, capacity, clock);
    }

    @Bean
    Publications publications(
            JdbcClient sql,
            TransactionTemplate transaction,
            PlanRepository plans,
            FleetRegister fleet,
            CapacityRepository capacity,
            Clock clock) {
        PublishedOrders orders = new PublishedOrders(sql, plans, fleet, capacity);
        return new JdbcPublications(sql, transaction, orders, new GroupStates(sql, clock), clock);
    }

    @Bean
    Handovers handovers(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        return new JdbcHandovers(sql, transaction, new GroupStates(sql, clock), clock);
    }

    @Bean
    CampaignTerms campaignTerms(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        return new JdbcCampaignTerms(sql, transaction, new GroupStates(sql, clock), clock);
    }

    @Bean
    VehicleOffers vehicleOffers(JdbcClient sql, NamedParameterJdbcTemplate batches, PlanRepository plans) {
        return new JdbcVehicleOffers(sql, batches, plans);
    }

    @Bean
    StageReports stageReports(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        return new JdbcStageReports(sql, transaction, clock);
    }

    @Bean
    WayStore wayStore(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        return new JdbcWayStore(sql, batches, transaction, clock);
    }

    @Bean
    ManifestRepository manifestRepository(
            JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        return new JdbcManifestRepository(sql, batches, transaction, clock);
    }

    @Bean
    ManifestExpiryJob manifestExpiryJob(DataSource dataSource, Clock clock, ObjectProvider<ManifestExpiry> expiry) {
        return new ManifestExpiryJob(
                dataSource,
                clock,
                Duration.ofMinutes(1),
                () -> expiry.getObject().run());
    }

    @Bean
    RunQueue runQueue(
            DataSource dataSource,
            Clock clock,
            @Value("${chunfeng.concurrent-runs}") int concurrentRuns,
            ObjectProvider<RunService> service) {
        return new RunQueue(
                dataSource,
                clock,
                concurrentRuns,
                (run, shuttingDown) -> service.getObject().work(run, shuttingDown));
    }

    @Bean
    RunRepository runRepository(
            JdbcClient sql, TransactionTemplate transaction, PlanRepository plans, Clock clock, RunQueue queue) {
        return new JdbcRunRepository(sql, transaction, plans, clock, queue::schedule);
    }

    @Bean
    ScenarioRepository scenarioRepository(JdbcClient sql, Clock clock) {
        return new JdbcScenarioRepository(sql, clock);
    }
}
