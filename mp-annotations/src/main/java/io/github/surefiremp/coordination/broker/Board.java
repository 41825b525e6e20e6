package io.github.surefiremp.coordination.broker;

import io.github.surefiremp.coordination.broker.Waits.Holder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The message board: values by key.
 *
 * <p>While one party computes the value of a key, whoever wants to write that key or to compute it too waits; who reads
 * it is told at once that there is none. Guarded by the broker.
 */
final class Board {
    private final Limits limits;
    private final Waits waits;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, Computation> computations = new HashMap<>();
    private long total;

    /** @param by who put it there, for people */
    private record Entry(byte[] value, String by) {}

    private record Computation(Holder holder, Deque<Call> queue) {}

    Board(Limits limits, Waits waits) {
        this.limits = limits;
        this.waits = waits;
    }

    void handle(Call call) {
        String key = call.name();
        switch (call.request().op()) {
            case GET -> get(call);
            case KEYS -> call.answer(Answer.value(Request.NOTHING, String.join("\n", entries.keySet())));
            case COMPUTED -> computed(call);
            case COMPUTE_FAILED -> computeFailed(call);
            default -> {
                Computation under = computations.get(key);
                if (under == null) {
                    write(call);
                } else if (under.holder().party().equals(call.party())) {
                    call.refuse("\"" + key + "\" is being computed by the thread that asks for it, in "
                            + under.holder().who() + "; a computation cannot use the key that it is for");
                } else {
                    await(call, under);
                }
            }
        }
    }

    void gone(Client client) {
        for (Map.Entry<String, Computation> entry : List.copyOf(computations.entrySet())) {
            if (entry.getValue().holder().party().client() == client) {
                end(entry.getKey());
            }
        }
    }

    private void await(Call call, Computation under) {
        under.queue().add(call);
        waits.begin(
                call,
                "value of \"" + call.name() + '"',
                () -> Optional.ofNullable(computations.get(call.name())).map(Computation::holder),
                () -> "computed for " + waits.since(under.holder().since()) + " by "
                        + under.holder().who(),
                () -> under.queue().remove(call));
    }

    private void get(Call call) {
        Entry entry = entries.get(call.name());
        call.answer(entry == null ? Answer.of(Answer.Kind.NONE) : Answer.value(entry.value(), entry.by()));
    }

    private void write(Call call) {
        String key = call.name();
        Entry old = entries.get(key);
        switch (call.request().op()) {
            case PUT -> store(call, true);
            case PUT_IF_ABSENT -> store(call, old == null);
            case REPLACE -> store(call, old != null);
            case REPLACE_IF ->
                store(
                        call,
                        old != null && Arrays.equals(old.value(), call.request().other()));
            case REMOVE -> {
                forget(key);
                call.answer(Answer.of(old == null ? Answer.Kind.NOT_DONE : Answer.Kind.DONE));
            }
            case COMPUTE -> {
                if (old != null) {
                    get(call);
                } else {
                    computations.put(key, new Computation(Holder.of(call, waits.now()), new ArrayDeque<>()));
                    call.answer(Answer.of(Answer.Kind.COMPUTE));
                }
            }
            default ->
                throw new IllegalArgumentException(
                        "not for the board: " + call.request().op());
        }
    }

    private void store(Call call, boolean wanted) {
        if (!wanted) {
            call.answer(Answer.of(Answer.Kind.NOT_DONE));
            return;
        }
        String error = tryToStore(call);
        if (error == null) {
            call.done();
        } else {
            call.refuse(error);
        }
    }

    /** Answers with what speaks against it. */
    private @Nullable String tryToStore(Call call) {
        String key = call.name();
        byte[] value = call.request().value();
        Entry old = entries.get(key);
        long after = total + size(key, value) - (old == null ? 0 : size(key, old.value()));
        String error = limits.violation(key, value, after);
        if (error == null) {
            entries.put(key, new Entry(value, call.who()));
            total = after;
        }
        return error;
    }

    private void forget(String key) {
        Entry old = entries.remove(key);
        if (old != null) {
            total -= size(key, old.value());
        }
    }

    private void computed(Call call) {
        if (!isComputing(call)) {
            call.refuse("\"" + call.name() + "\" is not being computed by the thread that tells its value");
            return;
        }
        String error = tryToStore(call);
        if (error == null) {
            call.done();
        } else {
            call.refuse(error);
        }
        end(call.name());
    }

    private void computeFailed(Call call) {
        call.done();
        if (isComputing(call)) {
            end(call.name());
        }
    }

    private boolean isComputing(Call call) {
        Computation under = computations.get(call.name());
        return under != null && under.holder().party().equals(call.party());
    }

    /** Lets those who waited for the computation go on; the first of them may have to compute itself. */
    private void end(String key) {
        Deque<Call> queue = Objects.requireNonNull(computations.remove(key)).queue();
        while (!queue.isEmpty()) {
            Call next = queue.remove();
            Computation again = computations.get(key);
            if (again == null) {
                write(next);
            } else {
                await(next, again);
            }
        }
    }

    private static long size(String key, byte[] value) {
        return 2L * key.length() + value.length;
    }
}
