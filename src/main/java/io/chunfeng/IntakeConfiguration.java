package io.chunfeng;

import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.intake.GroupForms;
import io.chunfeng.intake.GroupImports;
import io.chunfeng.intake.ImportJobs;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.PlaceForms;
import io.chunfeng.intake.TableLimits;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.road.TrunkOutline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files of counties: how large they may be, and who reads them in the background. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    @Bean
    static TableLimits tableLimits(
            @Value("${chunfeng.intake-file-mb}") int megabytes, @Value("${chunfeng.intake-rows}") int rows) {
        if (megabytes < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "chunfeng.intake-file-mb, chunfeng.intake-rows 至少为 1 / must be at least 1");
        }
        return TableLimits.of(megabytes, rows);
    }

    @Bean
    static GroupImports groupImports(
            ImportRepository imports,
            DemandRepository demand,
            RegistrationRepository registrations,
            PlaceRepository places,
            TableLimits limits) {
        return new GroupImports(imports, demand, registrations, places, limits);
    }

    @Bean
    static GroupForms groupForms(GroupImports imports, RegistrationRepository registrations) {
        return new GroupForms(imports, registrations);
    }

    @Bean
    static PlaceForms placeForms(GroupImports imports) {
        return new PlaceForms(imports);
    }

    @Bean
    static TrunkOutline trunkOutline(ChunfengSettings settings) {
        return new TrunkOutline(settings.mapsFolder());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    static ImportJobs importJobs(GroupImports groups, ImportRepository imports) {
        return new ImportJobs(groups, imports, failure -> LOG.error("An import failed", failure));
    }
}
