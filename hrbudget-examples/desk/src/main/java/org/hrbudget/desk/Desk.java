package org.hrbudget.desk;

import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.hrbudget.desk.keeping.KeptFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;

/** The desk as a program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Desk {

    /**
     * Starts it, or carries out a {@link Command}.
     *
     * @param arguments settings, such as {@code --server.port=8080}, and a command
     */
    public static void main(String[] arguments) {
        // A command reaches the embedded database of a desk that is running, from this machine alone.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        SpringApplication desk = new SpringApplication(Desk.class);
        if (Arrays.stream(arguments).anyMatch(argument -> !argument.startsWith("--"))) {
            // A command serves no pages and takes no port from a desk that does.
            desk.setDefaultProperties(Map.of("server.port", "0"));
        }
        desk.run(arguments);
    }

    @Bean
    Clock clock(DeskSettings settings) {
        return Clock.system(settings.zone());
    }

    /** A file comes in to where it is kept from: it is moved there and not copied, and what the server leaves behind is found at the next start. */
    @Bean
    MultipartConfigElement multipart(MultipartProperties settings, KeptFiles files) {
        settings.setLocation(files.incoming().toAbsolutePath().toString());
        return settings.createMultipartConfig();
    }

    /** What bytes are called is all in which the two databases differ; the year is that of what was there before years were. */
    @Bean
    FlywayConfigurationCustomizer placeholders(@Value("${spring.datasource.url}") String url, DeskSettings settings) {
        String type = url.startsWith("jdbc:postgresql:") ? "bytea" : "blob";
        return flyway -> flyway.placeholders(Map.of("bytes", type, "year", Integer.toString(settings.fiscalYear())));
    }
}
