package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.broker.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shutdown hook does where nobody asked for the tear-down before. */
class JvmEndTest {
    private final Coordination execution = local();
    private final Coordination session = local();

    private static Coordination local() {
        return new LocalWorkers(new Broker(Limits.DEFAULT, System::nanoTime, () -> {})).worker();
    }

    @BeforeEach
    void begin() {
        // What other tests left, without what they wanted then.
        Scripted.reset();
        SharedFixtures.tearDownAll();
        Scripted.reset();
    }

    @Test
    void whatWasSetUpLastIsTornDownFirstWhateverItsScope() {
        Scripted.setUp(Scripted.One.class, () -> "One on " + session.shared(Scripted.Two.class));
        Object unused = execution.shared(Scripted.Three.class);
        unused = execution.shared(Scripted.One.class);

        SharedFixtures.tearDownAll();
        SharedFixtures.tearDownAll();

        assertThat(Scripted.events())
                .containsExactly(
                        "set up Three",
                        "set up One",
                        "set up Two",
                        "tear down One on Two",
                        "tear down Two",
                        "tear down Three");
    }

    @Test
    void oneThatThrowsDoesNotKeepTheOthers() {
        Object unused = execution.shared(Scripted.One.class);
        unused = session.shared(Scripted.Two.class);
        Scripted.tearDown(Scripted.Two.class, () -> {
            throw new IllegalStateException("as the test wants it");
        });

        SharedFixtures.tearDownAll();

        assertThat(Scripted.events()).endsWith("tear down Two", "tear down One");
    }
}
