package org.hrbudget.desk.units;

import org.hrbudget.desk.keeping.KeptFiles;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must be well beside the database, for whoever watches over the desk. */
@Configuration(proxyBeanMethods = false)
class DeskHealth {

    @Bean
    static HealthIndicator filesHealth(KeptFiles files) {
        return () -> health(files.isWritable());
    }

    @Bean
    static HealthIndicator uploadsHealth(UploadQueue queue) {
        return () -> health(queue.isFree());
    }

    private static Health health(boolean well) {
        return (well ? Health.up() : Health.down()).build();
    }
}
