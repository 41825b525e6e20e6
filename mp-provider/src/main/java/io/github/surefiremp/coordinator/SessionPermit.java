package io.github.surefiremp.coordinator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may run units now: any number of clients that share, or one alone.
 *
 * <p>Story: a pure state machine without threads, sockets or clock; whoever uses it guards it and delivers the signals
 * that each call returns, in their order. A client is outside, waiting or inside, never two of them. The queue is first
 * come, first served: a shared request is granted once nobody is alone inside and no alone request waits before it, an
 * alone one once it is the oldest and nobody is inside. So nobody is overtaken by those who came later, and a stream of
 * shared stays cannot starve an alone one.
 *
 * <p>Each {@link #enter} is answered by exactly one {@link Word#ENTERED}, in order, even one that is withdrawn: that
 * one is answered at once. Hence a client that has counted its answers knows to which request each belongs, whatever
 * crossed on the way.
 *
 * <p>Whoever is inside while somebody waits is asked to {@link Word#YIELD}, once in each stay: since all that can be
 * granted is granted, whoever waits then waits for every one of those inside. It is asked at once, be it inside already
 * or only now while others wait on. A request that is withdrawn does not take the word back.
 *
 * @param <C> a client, equal to itself alone
 */
final class SessionPermit<C> {
    /** Who waits, oldest first, and whether for being alone. */
    private final Map<C, Boolean> waiting = new LinkedHashMap<>();

    private final Set<C> inside = new LinkedHashSet<>();
    /** Of those inside. */
    private final Set<C> askedToYield = new HashSet<>();
    /** Then there is exactly one inside. */
    private boolean isAlone;

    /** What a client is to be told. */
    enum Word {
        /** The oldest unanswered request of the client is settled: it is inside, unless it has withdrawn. */
        ENTERED,
        /** Somebody waits for the client that is inside. */
        YIELD
    }

    /** A word and whom it is for. */
    record Signal<C>(C client, Word word) {}

    /** Whether the client is neither inside nor waiting. */
    boolean isOutside(C client) {
        return !inside.contains(client) && !waiting.containsKey(client);
    }

    /** The client that is alone inside, null if nobody is. */
    @Nullable
    C alone() {
        return isAlone ? inside.iterator().next() : null;
    }

    /** A client that is outside asks to be inside. */
    List<Signal<C>> enter(C client, boolean alone) {
        if (!isOutside(client)) {
            throw new IllegalStateException("the client waits or is inside");
        }
        waiting.put(client, alone);
        return advance(new ArrayList<>());
    }

    /** A client that is inside leaves, one that waits withdraws. */
    List<Signal<C>> leave(C client) {
        if (isOutside(client)) {
            throw new IllegalStateException("the client is outside");
        }
        List<Signal<C>> signals = new ArrayList<>();
        if (waiting.containsKey(client)) {
            signals.add(new Signal<>(client, Word.ENTERED));
        }
        putOutside(client);
        return advance(signals);
    }

    /** A client is gone, whatever it was; it is told nothing any more. */
    List<Signal<C>> remove(C client) {
        putOutside(client);
        return advance(new ArrayList<>());
    }

    private void putOutside(C client) {
        waiting.remove(client);
        inside.remove(client);
        askedToYield.remove(client);
        isAlone = isAlone && !inside.isEmpty();
    }

    /** Grants whatever can be granted, then asks those inside if somebody still waits. */
    private List<Signal<C>> advance(List<Signal<C>> signals) {
        Iterator<Map.Entry<C, Boolean>> queue = waiting.entrySet().iterator();
        while (queue.hasNext()) {
            Map.Entry<C, Boolean> oldest = queue.next();
            C client = oldest.getKey();
            boolean alone = oldest.getValue();
            if (isAlone || (alone && !inside.isEmpty())) {
                break;
            }
            queue.remove();
            inside.add(client);
            isAlone = alone;
            signals.add(new Signal<>(client, Word.ENTERED));
        }
        if (!waiting.isEmpty()) {
            for (C client : inside) {
                if (askedToYield.add(client)) {
                    signals.add(new Signal<>(client, Word.YIELD));
                }
            }
        }
        return signals;
    }
}
