package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The static calls, without mp. */
@SuppressWarnings("try") // What is held is often not used otherwise.
class ScopesTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void whatTheSessionSharesIsSomethingElse() {
        String name = getClass().getName();
        try (Lock one = Mp.lock(name).acquire(LONG);
                Lock other = Mp.session().lock(name).acquire(LONG)) {
            Mp.messageBoard().put(name, 1);
            assertThat(Mp.session().messageBoard().get(name, Integer.class)).isNull();
            Mp.session().messageBoard().put(name, 2);
            assertThat(Mp.messageBoard().get(name, Integer.class)).isEqualTo(1);
            try (Trail.Step step = Mp.trail(name).start();
                    Trail.Step second = Mp.session().trail(name).start()) {
                assertThat(step.first()).isTrue();
                assertThat(second.first()).isTrue();
            }
            Mp.trail(name).finish().close();
            Mp.session().trail(name).finish().close();
        }
        assertThat(Mp.messageBoard().remove(name)).isTrue();
        assertThat(Mp.session().messageBoard().remove(name)).isTrue();
    }

    @Test
    void theUnnamedLockIsOneToo() {
        try (Lock held = Mp.lock().acquire(LONG)) {
            assertThat(held).isNotNull();
        }
    }

    @Test
    void withoutMpThereIsOneWorker() {
        assertThat(Mp.isActive()).isFalse();
        assertThat(Mp.workerNumber()).isEqualTo(1);
        assertThat(Mp.workers()).isEqualTo(1);
    }
}
