package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.RunObserver;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObserversTest {
    static List<Method> events() {
        return List.of(RunObserver.class.getDeclaredMethods());
    }

    /** An event that nobody hands on is not missed by the compiler, because an observer need not care. */
    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsHandedOn(Method event) throws NoSuchMethodException {
        assertThat(Observers.class
                        .getMethod(event.getName(), event.getParameterTypes())
                        .getDeclaringClass())
                .isEqualTo(Observers.class);
    }
}
