package io.github.surefiremp.discover;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a test runs at the same time as others, as decided by the marks on it and around it. */
enum ParallelScope {
    /** Nothing. */
    NONE(false, false),
    /** It runs beside its neighbours. */
    CHILDREN(true, false),
    /** Its invocations run beside each other. */
    PARAMETERS(false, true),
    /** Both. */
    ALL(true, true);

    private final boolean children;
    private final boolean parameters;

    ParallelScope(boolean children, boolean parameters) {
        this.children = children;
        this.parameters = parameters;
    }

    /** Whether it runs beside its neighbours. */
    boolean children() {
        return children;
    }

    /** Whether its invocations run beside each other. */
    boolean parameters() {
        return parameters;
    }

    /** Where a mark is, the nearest place first. */
    enum Place {
        METHOD,
        CLASS,
        AROUND,
        PACKAGE;

        /** Whether a class with an order of its own, or with one instance for all methods, says yes by itself. */
        boolean isOfTheClass() {
            return this == METHOD || this == CLASS;
        }
    }

    /**
     * The marks of one place.
     *
     * @param not it is marked not parallelizable
     * @param scope what it is marked as, null if it is not
     */
    record Mark(Place place, boolean not, @Nullable ParallelScope scope) {
        boolean isThere() {
            return not || scope != null;
        }
    }

    /**
     * What holds: any "not" beats all, then the nearest mark.
     *
     * @param chain from the test outwards
     * @param staysInOrder marks outside of its class do not count
     */
    static ParallelScope decide(List<Mark> chain, boolean staysInOrder) {
        if (chain.stream().anyMatch(Mark::not)) {
            return NONE;
        }
        for (Mark mark : chain) {
            if (mark.scope() != null) {
                return staysInOrder && !mark.place().isOfTheClass() ? NONE : mark.scope();
            }
        }
        return NONE;
    }

    /** Neighbours with the same scope are a batch, whose members run at the same time; any other is one of its own. */
    static List<List<Integer>> batches(List<ParallelScope> neighbours) {
        List<List<Integer>> batches = new ArrayList<>();
        for (int i = 0; i < neighbours.size(); i++) {
            boolean joins = i > 0 && neighbours.get(i).children() && neighbours.get(i) == neighbours.get(i - 1);
            if (!joins) {
                batches.add(new ArrayList<>());
            }
            batches.get(batches.size() - 1).add(i);
        }
        return batches;
    }
}
