package spring;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
class Stock {
    @Bean
    Started started(Environment environment) throws IOException {
        return new Started("stock", environment);
    }
}
