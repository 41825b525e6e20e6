package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.TestClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders to discover that are given out, and what came back. Owned by the dispatcher's thread. */
final class Discovery {
    private final List<String> orders;
    private final List<@Nullable List<TestClass>> found = new ArrayList<>();
    private final Map<Worker, Integer> given = new HashMap<>();
    private int next;
    private int missing;

    /**
     * @param orders in the order of the classes; empty if a worker discovers on its own
     */
    Discovery(List<String> orders) {
        this.orders = List.copyOf(orders);
        missing = Math.max(1, orders.size());
        for (int i = 0; i < missing; i++) {
            found.add(null);
        }
    }

    /** The next order, which the worker then has; empty when all are given out. */
    Optional<String> next(Worker worker) {
        if (next == orders.size()) {
            return Optional.empty();
        }
        given.put(worker, next);
        return Optional.of(orders.get(next++));
    }

    /**
     * A worker answered.
     *
     * @return all classes in their order if nothing is missing any more
     */
    Optional<List<TestClass>> found(Worker worker, List<TestClass> classes) {
        Integer given = this.given.remove(worker);
        int order = given == null ? 0 : given;
        if (found.get(order) != null) {
            throw new IllegalStateException("worker " + worker.number() + " discovered what nobody asked for");
        }
        found.set(order, classes);
        if (--missing > 0) {
            return Optional.empty();
        }
        List<TestClass> all = new ArrayList<>();
        for (List<TestClass> some : found) {
            if (some != null) {
                all.addAll(some);
            }
        }
        return Optional.of(all);
    }
}
