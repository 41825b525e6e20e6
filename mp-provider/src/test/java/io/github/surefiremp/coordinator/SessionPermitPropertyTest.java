package io.github.surefiremp.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the clients do, judged by the signals alone, as the clients see them. */
class SessionPermitPropertyTest {
    private static final int CLIENTS = 5;

    enum Act {
        ENTER_SHARED,
        ENTER_ALONE,
        LEAVE,
        VANISH
    }

    record Step(int client, Act act) {}

    @Property(tries = 2000)
    void whoIsAloneIsAloneAndEverybodyIsServedInOrder(@ForAll("steps") List<Step> steps) {
        Observed observed = new Observed();

        for (Step step : steps) {
            observed.does(step.client, step.act);
        }

        int rounds = 0;
        while (!observed.inside.isEmpty()) {
            rounds++;
            for (int client : List.copyOf(observed.inside.keySet())) {
                observed.does(client, client % 2 == 0 ? Act.LEAVE : Act.VANISH);
            }
        }
        assertThat(observed.waiting).isEmpty();
        assertThat(rounds).isLessThanOrEqualTo(CLIENTS);
    }

    /** Clients that yield when asked, and ask again as long as they have more, all get as many stays as they need. */
    @Property
    void whoYieldsAndAsksAgainIsServedAgain(
            @ForAll("needs") List<List<Boolean>> needs, @ForAll @IntRange(min = 1, max = 3) int stays) {
        Observed observed = new Observed();
        Map<Integer, Queue<Boolean>> left = new HashMap<>();
        for (int client = 0; client < needs.size(); client++) {
            Queue<Boolean> all = new ArrayDeque<>();
            for (int i = 0; i < stays; i++) {
                all.addAll(needs.get(client));
            }
            left.put(client, all);
            observed.does(client, all.remove() ? Act.ENTER_ALONE : Act.ENTER_SHARED);
        }

        int longest = stays * needs.stream().mapToInt(List::size).sum();
        int rounds = 0;
        while (!observed.inside.isEmpty()) {
            rounds++;
            for (int client : List.copyOf(observed.inside.keySet())) {
                observed.does(client, Act.LEAVE);
                Boolean next = left.get(client).poll();
                if (next != null) {
                    observed.does(client, next ? Act.ENTER_ALONE : Act.ENTER_SHARED);
                }
            }
        }

        assertThat(observed.waiting).isEmpty();
        assertThat(left.values()).allSatisfy(all -> assertThat(all).isEmpty());
        assertThat(rounds).isLessThanOrEqualTo(longest);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, CLIENTS - 1),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(4, Act.ENTER_SHARED),
                                net.jqwik.api.Tuple.of(3, Act.ENTER_ALONE),
                                net.jqwik.api.Tuple.of(4, Act.LEAVE),
                                net.jqwik.api.Tuple.of(1, Act.VANISH)))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<List<Boolean>>> needs() {
        return Arbitraries.of(true, false)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(CLIENTS);
    }

    /** The permit, and what its clients believe. */
    private static final class Observed {
        final SessionPermit<Integer> permit = new SessionPermit<>();
        /** The requests that no answer has come for, oldest first. */
        final List<Step> waiting = new ArrayList<>();
        /** Whether each of those inside is alone. */
        final Map<Integer, Boolean> inside = new HashMap<>();

        final Set<Integer> askedToYield = new HashSet<>();

        void does(int client, Act act) {
            boolean waits = waiting.stream().anyMatch(step -> step.client == client);
            boolean outside = !waits && !inside.containsKey(client);
            assertThat(permit.isOutside(client)).isEqualTo(outside);
            switch (act) {
                case ENTER_SHARED, ENTER_ALONE -> {
                    if (outside) {
                        waiting.add(new Step(client, act));
                        hears(permit.enter(client, act == Act.ENTER_ALONE));
                    } else {
                        refuses(() -> permit.enter(client, act == Act.ENTER_ALONE));
                    }
                }
                case LEAVE -> {
                    if (outside) {
                        refuses(() -> permit.leave(client));
                    } else {
                        forget(client);
                        List<SessionPermit.Signal<Integer>> signals = permit.leave(client);
                        if (waits) {
                            assertThat(signals.get(0))
                                    .isEqualTo(new SessionPermit.Signal<>(client, SessionPermit.Word.ENTERED));
                            signals = signals.subList(1, signals.size());
                        }
                        hears(signals);
                    }
                }
                case VANISH -> {
                    forget(client);
                    hears(permit.remove(client));
                }
            }
        }

        private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
            assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
        }

        private void forget(int client) {
            waiting.removeIf(step -> step.client == client);
            inside.remove(client);
            askedToYield.remove(client);
        }

        private void hears(List<SessionPermit.Signal<Integer>> signals) {
            for (SessionPermit.Signal<Integer> signal : signals) {
                switch (signal.word()) {
                    case ENTERED -> granted(signal.client());
                    case YIELD -> {
                        assertThat(inside).containsKey(signal.client());
                        assertThat(askedToYield.add(signal.client()))
                                .as("asked for the first time in this stay")
                                .isTrue();
                        assertThat(waiting).isNotEmpty();
                    }
                }
            }
            if (waiting.isEmpty()) {
                return;
            }
            // Whoever waits, waits for somebody, and that one knows it.
            assertThat(askedToYield).isNotEmpty().isEqualTo(inside.keySet());
            assertThat(waiting.get(0).act == Act.ENTER_ALONE || inside.containsValue(true))
                    .as("nobody waits who could be inside")
                    .isTrue();
        }

        /** Always the oldest request, which is more than is asked for: nobody overtakes anybody. */
        private void granted(int client) {
            assertThat(inside).doesNotContainKey(client);
            Step oldest = waiting.remove(0);
            assertThat(oldest.client).isEqualTo(client);
            inside.put(client, oldest.act == Act.ENTER_ALONE);
            if (inside.containsValue(true)) {
                assertThat(inside).hasSize(1);
            }
        }
    }
}
