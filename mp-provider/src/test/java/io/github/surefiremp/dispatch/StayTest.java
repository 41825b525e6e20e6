package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StayTest {
    private final List<String> asked = new ArrayList<>();
    private final Stay stay = new Stay(new SessionPermits() {
        @Override
        public void enter(boolean alone) {
            asked.add(alone ? "alone" : "shared");
        }

        @Override
        public void leave() {
            asked.add("leave");
        }
    });

    @Test
    void itAsksOnceAndStartsWhenItIsLetIn() throws IOException {
        assertThat(stay.mayStart(false, false)).isFalse();
        assertThat(stay.mayStart(false, false)).isFalse();
        stay.entered();

        assertThat(stay.mayStart(false, false)).isTrue();
        assertThat(asked).containsExactly("shared");
    }

    @Test
    void whoIsAskedToYieldStartsOneUnitAndThenLeavesWhenNothingRuns() throws IOException {
        enter(false);
        stay.yieldAsked();

        assertThat(stay.mayStart(false, false)).isTrue();
        assertThat(stay.mayStart(false, true)).isFalse();
        assertThat(asked).containsExactly("shared");
        assertThat(stay.mayStart(false, false)).isFalse();
        assertThat(asked).containsExactly("shared", "leave", "shared");
    }

    @Test
    void whoIsAloneStaysUntilItsIsolatedGroupsAreDone() throws IOException {
        enter(true);
        stay.yieldAsked();

        assertThat(stay.mayStart(true, false)).isTrue();
        assertThat(stay.mayStart(true, false)).isTrue();
        assertThat(stay.mayStart(false, false)).isFalse();
        assertThat(asked).containsExactly("alone", "leave", "shared");
    }

    @Test
    void anAnswerToWhatWasWithdrawnLetsNobodyIn() throws IOException {
        stay.mayStart(true, false);
        stay.withdraw();
        stay.mayStart(false, false);
        stay.entered();

        assertThat(stay.mayStart(false, false)).isFalse();
        stay.entered();
        assertThat(stay.mayStart(false, false)).isTrue();
        assertThat(asked).containsExactly("alone", "leave", "shared");
    }

    @Test
    void whoPausesLeavesOnlyFromInside() throws IOException {
        stay.pause();
        stay.mayStart(false, false);
        stay.pause();
        assertThat(asked).containsExactly("shared");

        stay.entered();
        stay.pause();
        assertThat(asked).containsExactly("shared", "leave");
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        assertThatThrownBy(stay::entered).isInstanceOf(IllegalStateException.class);
    }

    private void enter(boolean alone) throws IOException {
        stay.mayStart(alone, false);
        stay.entered();
    }
}
