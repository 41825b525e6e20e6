package io.github.surefiremp.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients are letters; a signal reads {@code "a ENTERED"}. */
class SessionPermitTest {
    private final SessionPermit<String> permit = new SessionPermit<>();

    @Test
    void thoseWhoShareAreInsideTogether() {
        assertThat(shared("a")).containsExactly("a ENTERED");
        assertThat(shared("b")).containsExactly("b ENTERED");
        assertThat(shared("c")).containsExactly("c ENTERED");
    }

    @Test
    void theFirstMayBeAlone() {
        assertThat(alone("a")).containsExactly("a ENTERED");
    }

    @Test
    void aloneComesInWhenTheLastOneHasLeft() {
        shared("a");
        shared("b");

        assertThat(alone("c")).containsExactly("a YIELD", "b YIELD");
        assertThat(leave("a")).isEmpty();
        assertThat(leave("b")).containsExactly("c ENTERED");
    }

    @Test
    void sharedWaitsWhileSomebodyIsAlone() {
        alone("a");

        assertThat(shared("b")).containsExactly("a YIELD");
        assertThat(shared("c")).isEmpty();
        assertThat(leave("a")).containsExactly("b ENTERED", "c ENTERED");
    }

    @Test
    void aloneWaitsWhileSomebodyIsAlone() {
        alone("a");

        assertThat(alone("b")).containsExactly("a YIELD");
        assertThat(leave("a")).containsExactly("b ENTERED");
    }

    @Test
    void sharedDoesNotOvertakeAlone() {
        shared("a");
        alone("b");

        assertThat(shared("c")).isEmpty();
        assertThat(leave("a")).containsExactly("b ENTERED", "b YIELD");
        assertThat(leave("b")).containsExactly("c ENTERED");
    }

    @Test
    void sharedComesInUpToTheNextAloneAndIsAskedAtOnce() {
        alone("a");
        shared("b");
        shared("c");
        alone("d");
        shared("e");

        assertThat(leave("a")).containsExactly("b ENTERED", "c ENTERED", "b YIELD", "c YIELD");
        assertThat(leave("c")).isEmpty();
        assertThat(leave("b")).containsExactly("d ENTERED", "d YIELD");
        assertThat(leave("d")).containsExactly("e ENTERED");
    }

    @Test
    void aStayIsAskedToYieldOnceAndTheNextStayAgain() {
        shared("a");
        assertThat(alone("b")).containsExactly("a YIELD");
        assertThat(alone("c")).isEmpty();
        assertThat(leave("b")).containsExactly("b ENTERED");
        assertThat(alone("b")).isEmpty();

        leave("a");
        leave("c");
        leave("b");
        shared("a");

        assertThat(alone("c")).containsExactly("a YIELD");
    }

    @Test
    void whoLeavesAndAsksAgainComesLast() {
        alone("a");
        alone("b");

        assertThat(leave("a")).containsExactly("b ENTERED");
        assertThat(alone("a")).containsExactly("b YIELD");
        assertThat(alone("c")).isEmpty();
        assertThat(leave("b")).containsExactly("a ENTERED", "a YIELD");
        assertThat(leave("a")).containsExactly("c ENTERED");
    }

    @Test
    void aRequestThatIsWithdrawnIsAnsweredAndNotGranted() {
        shared("a");
        alone("b");

        assertThat(leave("b")).containsExactly("b ENTERED");

        assertThat(permit.isOutside("b")).isTrue();
        assertThat(leave("a")).isEmpty();
    }

    @Test
    void aWithdrawalLetsInThoseBehind() {
        shared("a");
        alone("b");
        shared("c");
        shared("d");

        assertThat(leave("b")).containsExactly("b ENTERED", "c ENTERED", "d ENTERED");
    }

    @Test
    void whoIsGoneWhileInsideMakesWay() {
        alone("a");
        shared("b");

        assertThat(remove("a")).containsExactly("b ENTERED");
    }

    @Test
    void whoIsGoneWhileWaitingIsToldNothing() {
        shared("a");
        alone("b");
        shared("c");

        assertThat(remove("b")).containsExactly("c ENTERED");
        assertThat(remove("b")).isEmpty();
    }

    @Test
    void whoIsGoneWhileOutsideChangesNothing() {
        alone("a");

        assertThat(remove("b")).isEmpty();

        assertThat(permit.isOutside("a")).isFalse();
        assertThat(shared("b")).containsExactly("a YIELD");
    }

    @Test
    void oneRequestAtATime() {
        alone("a");
        shared("b");

        assertThatThrownBy(() -> shared("a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> alone("b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoIsOutsideCannotLeave() {
        assertThatThrownBy(() -> leave("a")).isInstanceOf(IllegalStateException.class);
    }

    private List<String> shared(String client) {
        return said(permit.enter(client, false));
    }

    private List<String> alone(String client) {
        return said(permit.enter(client, true));
    }

    private List<String> leave(String client) {
        return said(permit.leave(client));
    }

    private List<String> remove(String client) {
        return said(permit.remove(client));
    }

    private static List<String> said(List<SessionPermit.Signal<String>> signals) {
        return signals.stream()
                .map(signal -> signal.client() + " " + signal.word())
                .toList();
    }
}
