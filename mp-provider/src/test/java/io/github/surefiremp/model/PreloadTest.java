package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreloadTest {
    private static final AtomicBoolean initialized = new AtomicBoolean();

    /** Would say so if its code ran. */
    static final class Loud {
        static {
            initialized.set(true);
        }

        private Loud() {}
    }

    @Test
    void nothingOfAClassRuns() {
        Preload.load(PreloadTest.class.getName() + "$Loud", PreloadTest.class.getClassLoader());

        assertThat(initialized).isFalse();
    }

    @Test
    void aClassThatIsNotThereIsLeftToWhoeverNeedsIt() {
        Preload.load("no.such.Thing", PreloadTest.class.getClassLoader());
    }

    @Test
    void neitherIsALoaderThatFailsInItsOwnWay() {
        ClassLoader loader = new ClassLoader() {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) {
                throw new IllegalStateException(name);
            }
        };

        assertThatNoException().isThrownBy(() -> Preload.load("a.Thing", loader));
    }

    /** A list whose names of mp's own classes are out of date would only make mp slower. */
    @ParameterizedTest
    @EnumSource
    void mpsOwnClassesOfAListExist(Preload.Classes list) throws IOException {
        List<String> own = list.names().stream()
                .filter(name -> name.startsWith("io.github.surefiremp."))
                // In the jar the broker's package has another name.
                .map(name -> name.replace("surefiremp.broker.", "surefiremp.coordination.broker."))
                .toList();

        assertThat(own)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(Class.forName(name, false, PreloadTest.class.getClassLoader()))
                        .isNotNull());
    }
}
