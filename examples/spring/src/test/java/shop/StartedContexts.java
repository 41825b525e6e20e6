package shop;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.mockito.Mockito;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.web.context.WebApplicationContext;

/** Writes one line for each context that the tests start: process, milliseconds, and what is special about it. */
class StartedContexts implements ApplicationListener<ApplicationStartedEvent> {
    private static final Path FILE = Path.of(System.getProperty("shop.contexts", "target/contexts.txt"));

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        ApplicationContext context = started.getApplicationContext();
        String line = "%d\t%d\t%s %s %s mailer=%s payments=%s clock=%s%n"
                .formatted(
                        ProcessHandle.current().pid(),
                        started.getTimeTaken().toMillis(),
                        context instanceof WebApplicationContext ? "web" : "plain",
                        context.getBean(ShopSettings.class).currency(),
                        List.of(context.getEnvironment().getActiveProfiles()),
                        kind(context.getBean(Mailer.class)),
                        kind(context.getBean(PaymentGateway.class)),
                        context.getBean(Clock.class).equals(Clock.systemUTC()) ? "real" : "fixed");
        try {
            Files.writeString(FILE, line, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(Object bean) {
        return Mockito.mockingDetails(bean).isMock() ? "mock" : "real";
    }
}
