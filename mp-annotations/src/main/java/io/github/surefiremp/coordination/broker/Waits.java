package io.github.surefiremp.coordination.broker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All calls that wait, what they wait for, and whether they wait for each other. Guarded by the broker. */
final class Waits {
    private final LongSupplier nanoClock;
    private final Map<Call, Wait> waits = new LinkedHashMap<>();

    /**
     * @param what what the call waits for, such as {@code lock "db"}
     * @param blocker who could end the wait, and where that one is
     * @param describe all that is known of it, for people
     * @param forget takes the call out of the queue that it is in
     */
    private record Wait(
            String what, Supplier<Optional<Holder>> blocker, Supplier<String> describe, Runnable forget, long since) {}

    /** Who holds something, and where in the tests it was taken. */
    record Holder(Party party, String who, long since) {
        static Holder of(Call call, long now) {
            return new Holder(call.party(), call.who(), now);
        }
    }

    Waits(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    long now() {
        return nanoClock.getAsLong();
    }

    /** For how long, in words. */
    String since(long nanos) {
        return String.format(java.util.Locale.ROOT, "%.1f s", (now() - nanos) / 1e9);
    }

    /** How long a call has waited, in words. */
    String since(Call call) {
        Wait wait = waits.get(call);
        return since(wait == null ? now() : wait.since());
    }

    /** The call waits, unless that would never end: then it is refused. */
    void begin(Call call, String what, Supplier<Optional<Holder>> blocker, Supplier<String> describe, Runnable forget) {
        waits.put(call, new Wait(what, blocker, describe, forget, now()));
        String cycle = cycle(call);
        if (cycle != null) {
            forget.run();
            call.refuse(cycle);
        }
    }

    /** The call has its answer. */
    void over(Call call) {
        waits.remove(call);
    }

    Optional<Call> find(Client client, long id) {
        return waits.keySet().stream()
                .filter(call -> call.client() == client && call.request().id() == id)
                .findFirst();
    }

    String describe(Call call) {
        Wait wait = waits.get(call);
        return wait == null ? "" : wait.describe().get();
    }

    /** Ends the wait without what it was for. */
    void cancel(Call call) {
        Wait wait = waits.get(call);
        if (wait != null) {
            String text = wait.describe().get();
            wait.forget().run();
            call.answer(Answer.of(Answer.Kind.CANCELLED, text));
        }
    }

    /** The client is gone and waits for nothing. */
    void gone(Client client) {
        for (Map.Entry<Call, Wait> entry : List.copyOf(waits.entrySet())) {
            if (entry.getKey().client() == client) {
                waits.remove(entry.getKey());
                entry.getValue().forget().run();
            }
        }
    }

    /** A chain of waits that comes back to its first one, in words. */
    private @Nullable String cycle(Call first) {
        List<String> chain = new ArrayList<>();
        Set<Call> seen = new HashSet<>();
        Call at = first;
        while (at != null && seen.add(at)) {
            Wait wait = waits.get(at);
            Optional<Holder> blocker =
                    wait == null ? Optional.empty() : wait.blocker().get();
            if (wait == null || blocker.isEmpty()) {
                return null;
            }
            chain.add(at.who() + "\n  waits for the " + wait.what() + ", which is with "
                    + blocker.get().who());
            if (blocker.get().party().equals(first.party())) {
                return "this would wait for ever:\n" + String.join("\n", chain)
                        + "\nTake them in the same order everywhere.";
            }
            Party next = blocker.get().party();
            at = waits.keySet().stream()
                    .filter(call -> call.party().equals(next))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }
}
