package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Handoffs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextCacheTest {
    private static final String MOST = "spring.test.context.cache.maxSize";
    private static final List<String> WITH_SPRING = List.of("/m2/junit.jar", "/m2/spring-test-6.2.1.jar");

    private final Properties properties = new Properties();

    @Test
    void springKeepsAsManyAsMpCountsWith() {
        ContextCache.tell(handoff(Map.of("setUpsPerWorker", "3")), WITH_SPRING, properties);

        assertThat(properties).containsOnly(Map.entry(MOST, "3"));
    }

    @Test
    void withoutSpringNothingIsSet() {
        ContextCache.tell(handoff(Map.of()), List.of("/m2/junit.jar", "/m2/other-spring-test-6/x.jar"), properties);

        assertThat(properties).isEmpty();
    }

    @Test
    void whatTheUserSetsStays() {
        properties.setProperty(MOST, "20");
        ContextCache.tell(handoff(Map.of()), WITH_SPRING, properties);
        assertThat(properties).containsOnly(Map.entry(MOST, "20"));

        Properties others = new Properties();
        ContextCache.tell(handoff(Map.of("argLine", "-Xmx1g -D" + MOST + "=20")), WITH_SPRING, others);
        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"keepOrder, true", "choice.failedFirst, true", "queue.url, redis://x"})
    void whereClassesAreNotBroughtTogetherSpringKeepsWhatItKeepsByItself(String name, String value) {
        ContextCache.tell(handoff(Map.of(name, value)), WITH_SPRING, properties);

        assertThat(properties).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "20, 8", "0, 8", "none, 8", "' 5 ', 5"})
    void mpCountsWithNoMoreThanSpringKeeps(String ofUser, int most) {
        properties.setProperty(MOST, ofUser);

        assertThat(ContextCache.limit(handoff(Map.of()), properties).setUpsPerWorker())
                .isEqualTo(most);
    }

    @Test
    void anArgumentOfTheJvmCountsToo() {
        assertThat(ContextCache.limit(handoff(Map.of("argLine", "-D" + MOST + "=2 -ea")), properties)
                        .setUpsPerWorker())
                .isEqualTo(2);
    }

    private static Handoff handoff(Map<String, String> values) {
        return Handoffs.with(Path.of("x"), values);
    }
}
