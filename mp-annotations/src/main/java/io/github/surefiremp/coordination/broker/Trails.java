package io.github.surefiremp.coordination.broker;

import io.github.surefiremp.coordination.broker.Waits.Holder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trails: who uses something, with a first and a last one.
 *
 * <p>One step at a time is under way on a trail. A start adds a user when it is done, a finish takes one away. So a step
 * that fails is as if it had never begun, and the first user is there before a second one comes in. Guarded by the
 * broker.
 */
final class Trails {
    private final Waits waits;
    private final Map<String, Trail> trails = new HashMap<>();
    private long lastToken;

    private static final class Trail {
        private final String name;
        private final Map<Client, Integer> users = new HashMap<>();
        private final Deque<Call> queue = new ArrayDeque<>();
        private @Nullable Step step;

        Trail(String name) {
            this.name = name;
        }

        int total() {
            return users.values().stream().mapToInt(Integer::intValue).sum();
        }

        int usersOf(Client client) {
            return users.getOrDefault(client, 0);
        }

        void add(Client client, int more) {
            users.merge(client, more, (one, other) -> one + other == 0 ? null : one + other);
        }
    }

    private record Step(Holder holder, boolean start, long token) {}

    Trails(Waits waits) {
        this.waits = waits;
    }

    void step(Call call) {
        Trail trail = trails.computeIfAbsent(call.name(), Trail::new);
        Step under = trail.step;
        if (under == null) {
            begin(trail, call);
        } else if (under.holder().party().equals(call.party())) {
            call.refuse("the thread is in " + words(under) + " of the trail \"" + trail.name + "\" already, begun by "
                    + under.holder().who() + "; steps of one trail cannot be nested: end it first");
        } else {
            trail.queue.add(call);
            waits.begin(
                    call,
                    "trail \"" + trail.name + '"',
                    () -> Optional.ofNullable(trail.step).map(Step::holder),
                    () -> describe(trail),
                    () -> trail.queue.remove(call));
        }
    }

    void end(Call call, boolean good) {
        Trail trail = trails.get(call.name());
        Step under = trail == null ? null : trail.step;
        if (trail != null && under != null && under.token() == call.request().number()) {
            if (good) {
                trail.add(under.holder().party().client(), under.start() ? 1 : -1);
            }
            next(trail);
        }
        call.done();
    }

    void gone(Client client) {
        for (Trail trail : List.copyOf(trails.values())) {
            trail.users.remove(client);
            if (trail.step != null && trail.step.holder().party().client() == client) {
                next(trail);
            } else if (trail.step == null) {
                forgetIfUnused(trail);
            }
        }
    }

    private void begin(Trail trail, Call call) {
        boolean start = call.request().op() == Op.TRAIL_START;
        if (!start && trail.usersOf(call.client()) == 0) {
            forgetIfUnused(trail);
            call.refuse(
                    "the trail \"" + trail.name + "\" was not started in this JVM, or has been finished as often as it"
                            + " was started; call finish() once for each start()");
            return;
        }
        boolean edge = trail.total() == (start ? 0 : 1);
        trail.step = new Step(Holder.of(call, waits.now()), start, ++lastToken);
        call.answer(Answer.of(edge ? Answer.Kind.FIRST_OR_LAST : Answer.Kind.BETWEEN, lastToken));
    }

    private void next(Trail trail) {
        trail.step = null;
        while (trail.step == null && !trail.queue.isEmpty()) {
            begin(trail, trail.queue.remove());
        }
        forgetIfUnused(trail);
    }

    private void forgetIfUnused(Trail trail) {
        if (trail.step == null && trail.queue.isEmpty() && trail.users.isEmpty()) {
            trails.remove(trail.name);
        }
    }

    private String describe(Trail trail) {
        Step under = trail.step;
        return under == null
                ? ""
                : words(under) + " has been under way for "
                        + waits.since(under.holder().since()) + " in "
                        + under.holder().who();
    }

    private static String words(Step step) {
        return step.start() ? "a start" : "a finish";
    }
}
