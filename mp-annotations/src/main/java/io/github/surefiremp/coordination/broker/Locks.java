package io.github.surefiremp.coordination.broker;

import io.github.surefiremp.coordination.broker.Waits.Holder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Named locks, each with one holder, given on in the order in which they were asked for. Guarded by the broker. */
final class Locks {
    private final Waits waits;
    private final Map<String, Lock> locks = new HashMap<>();
    private long lastToken;

    private static final class Lock {
        private final String name;
        private final Deque<Call> queue = new ArrayDeque<>();
        private @Nullable Holder holder;
        private long token;

        Lock(String name) {
            this.name = name;
        }
    }

    Locks(Waits waits) {
        this.waits = waits;
    }

    void lock(Call call) {
        Lock lock = locks.computeIfAbsent(call.name(), Lock::new);
        Holder holder = lock.holder;
        if (holder == null) {
            give(lock, call);
        } else if (holder.party().equals(call.party())) {
            call.refuse("the " + title(lock) + " is held already by the thread that asks for it, for "
                    + waits.since(holder.since()) + ", taken by " + holder.who()
                    + "; give it back before you take it again");
        } else {
            lock.queue.add(call);
            waits.begin(
                    call,
                    title(lock),
                    () -> Optional.ofNullable(lock.holder),
                    () -> describe(lock),
                    () -> lock.queue.remove(call));
        }
    }

    /** A lock that is not held any more stays so. */
    void unlock(Call call) {
        Lock lock = locks.get(call.name());
        if (lock != null && lock.token == call.request().number() && lock.holder != null) {
            next(lock);
        }
        call.done();
    }

    void gone(Client client) {
        for (Lock lock : List.copyOf(locks.values())) {
            if (lock.holder != null && lock.holder.party().client() == client) {
                next(lock);
            }
        }
    }

    private void give(Lock lock, Call call) {
        lock.holder = Holder.of(call, waits.now());
        lock.token = ++lastToken;
        call.answer(Answer.of(Answer.Kind.DONE, lock.token));
    }

    private void next(Lock lock) {
        lock.holder = null;
        Call next = lock.queue.poll();
        if (next == null) {
            locks.remove(lock.name);
        } else {
            give(lock, next);
        }
    }

    private String describe(Lock lock) {
        List<String> lines = new ArrayList<>();
        if (lock.holder != null) {
            lines.add("held for " + waits.since(lock.holder.since()) + " by " + lock.holder.who());
        }
        int place = 1;
        for (Call call : lock.queue) {
            lines.add("waiting, " + place++ + ".: for " + waits.since(call) + ", " + call.who());
        }
        return String.join("\n", lines);
    }

    private static String title(Lock lock) {
        return lock.name.isEmpty() ? "unnamed lock" : "lock \"" + lock.name + '"';
    }
}
