package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Limits;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.broker.Request;
import io.github.surefiremp.coordination.client.Link;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values that all workers see, by key. Each operation is atomic over all of them.
 *
 * <p>Values are serialized, also inside one JVM: what one worker puts, another gets as a copy. A value has at most 1 MiB
 * when serialized, a board 64 MiB, a key 1,000 characters; more is a {@link CoordinationException}. The values stay
 * until the end of the run, even if the worker that put them ends. Keys are not blank and have no line break.
 */
public final class MessageBoard {
    private final Coordination coordination;

    MessageBoard(Coordination coordination) {
        this.coordination = coordination;
    }

    /** A computation of a value. */
    @FunctionalInterface
    public interface Computation<T, X extends Exception> {
        /** The value; serializable and not null. */
        T compute() throws X;
    }

    /**
     * Sets the value of a key, whether it has one or not.
     *
     * @param value serializable, else a {@link CoordinationException}
     */
    public void put(String key, Object value) {
        ask(Op.PUT, key, value, Request.NOTHING);
    }

    /**
     * The value of a key, null if it has none.
     *
     * @param type what the value is
     * @throws CoordinationException if the value is of another type or its class is not known here
     */
    public <T> @Nullable T get(String key, Class<T> type) {
        Answer answer = coordination.ask(question(Op.GET, key));
        return answer.kind() == Answer.Kind.NONE ? null : read(key, type, answer);
    }

    /**
     * Sets the value of a key that has none.
     *
     * @return whether it was set
     */
    public boolean putIfAbsent(String key, Object value) {
        return ask(Op.PUT_IF_ABSENT, key, value, Request.NOTHING);
    }

    /**
     * The value of a key; if it has none, the first who asks computes it, and all others wait for that. If the
     * computation throws, the exception goes to the one who computed, and the next one who waits computes. The
     * computation may use other keys, but not this one.
     *
     * @param type what the value is
     * @throws X what the computation threw
     */
    public <T, X extends Exception> T computeIfAbsent(
            String key, Class<T> type, Computation<? extends T, X> computation) throws X {
        Answer answer = coordination.ask(question(Op.COMPUTE, key));
        if (answer.kind() != Answer.Kind.COMPUTE) {
            return read(key, type, answer);
        }
        T value;
        byte[] bytes;
        try {
            value = computation.compute();
            bytes = bytes(key, value);
        } catch (Throwable e) {
            try {
                coordination.ask(question(Op.COMPUTE_FAILED, key));
            } catch (CoordinationException second) {
                // What the computation threw is what matters.
                e.addSuppressed(second);
            }
            throw e;
        }
        coordination.ask(question(Op.COMPUTED, key).value(bytes));
        return value;
    }

    /**
     * Sets the value of a key that has one.
     *
     * @return whether it was set
     */
    public boolean replace(String key, Object value) {
        return ask(Op.REPLACE, key, value, Request.NOTHING);
    }

    /**
     * Sets the value of a key if its value is the expected one, which is so if both are serialized to the same bytes.
     *
     * @return whether it was set
     */
    public boolean replace(String key, Object expected, Object value) {
        return ask(Op.REPLACE_IF, key, value, bytes(key, expected));
    }

    /**
     * Takes the value of a key away.
     *
     * @return whether it had one
     */
    public boolean remove(String key) {
        return coordination.ask(question(Op.REMOVE, key)).kind() == Answer.Kind.DONE;
    }

    /** The keys that have a value, sorted; a copy. */
    public Set<String> keys() {
        String text = coordination.ask(new Link.Question(Op.KEYS, "", "")).text();
        return text.lines().collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private boolean ask(Op op, String key, Object value, byte[] other) {
        return coordination
                        .ask(question(op, key).value(bytes(key, value)).other(other))
                        .kind()
                == Answer.Kind.DONE;
    }

    private static Link.Question question(Op op, String key) {
        if (key.isBlank() || key.indexOf('\n') >= 0 || key.indexOf('\r') >= 0) {
            throw new CoordinationException(
                    "a key of the message board is one line that is not blank, not \"" + key + '"');
        }
        return new Link.Question(op, key, Places.here());
    }

    private static byte[] bytes(String key, @Nullable Object value) {
        if (value == null) {
            throw new CoordinationException(title(key) + " cannot be null; remove the key instead");
        }
        byte[] bytes = Values.write(title(key), value);
        Limits.DEFAULT.check(title(key), bytes).ifPresent(error -> {
            throw new CoordinationException(error);
        });
        return bytes;
    }

    private static <T> T read(String key, Class<T> type, Answer answer) {
        return Values.read(title(key), answer.value(), type, answer.text());
    }

    private static String title(String key) {
        return "the value of \"" + key + "\" on the message board";
    }
}
