package shop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** It is always noon of the last day of February 2024. */
@TestConfiguration
class FixedClock {
    @Bean
    @Primary
    Clock fixed() {
        return Clock.fixed(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC);
    }
}
