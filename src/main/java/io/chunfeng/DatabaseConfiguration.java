package io.chunfeng;

import io.chunfeng.storage.EmbeddedDatabase;
import io.chunfeng.storage.OwnDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The database: the one that {@code spring.datasource.url} names, else an embedded one. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final String URL = "spring.datasource.url";

    /** After the files that may be missing or broken: those are told at once, without a database started in vain. */
    @Bean
    @DependsOn({"roadNetwork", "solverConfigs"})
    @Conditional(NoUrl.class)
    EmbeddedDatabase embeddedDatabase(ChunfengSettings settings) {
        return EmbeddedDatabase.start(settings.data());
    }

    /** Checked before anything else uses it, so that whoever typed the settings reads what is wrong with them. */
    @Bean
    JdbcConnectionDetails databaseAccess(ObjectProvider<EmbeddedDatabase> embedded, Environment settings) {
        EmbeddedDatabase started = embedded.getIfAvailable();
        if (started != null) {
            return new Access(started.jdbcUrl(), started.user(), started.password());
        }
        Access own = new Access(
                settings.getRequiredProperty(URL),
                settings.getProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password"));
        OwnDatabase.require(own.url, own.user, own.password);
        return own;
    }

    private record Access(String url, String user, String password) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String toString() {
            return url; // never the password
        }
    }

    static final class NoUrl implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty(URL, "").isBlank();
        }
    }
}
