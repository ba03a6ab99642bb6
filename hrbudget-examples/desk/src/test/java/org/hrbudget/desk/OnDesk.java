package org.hrbudget.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on a desk with an empty database, on the evening of 12 November 2010 in Mexico City. All such tests share it; they are run on H2
 * and on PostgreSQL ({@link TestDatabase}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "desk.programme=classpath:org/hrbudget/desk/sample/programme.csv",
            "desk.signing-key=classpath:org/hrbudget/desk/firma-de-prueba.pem",
            "desk.due=2010-11-15T18:00"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Tag("database")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({OnDesk.Evening.class, Office.class})
@interface OnDesk {

    /** The clock. */
    @TestConfiguration
    class Evening {

        @Bean
        @Primary
        Clock evening() {
            // 13 November in Greenwich: a day by another zone's clocks would be seen.
            return Clock.fixed(Instant.parse("2010-11-13T02:40:00Z"), ZoneId.of("America/Mexico_City"));
        }

        /** The hash of production, made in a thousandth of the time. */
        @Bean
        @Primary
        PasswordEncoder fastEncoder() {
            return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
        }
    }
}
