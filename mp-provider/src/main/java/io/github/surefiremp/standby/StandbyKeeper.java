package io.github.surefiremp.standby;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides at the end of a build which JVMs wait for the next one, and starts and ends accordingly. */
public final class StandbyKeeper {
    /** All that wait may need so much of the memory that is free. */
    private static final int SHARE_OF_MEMORY = 4;

    private final List<Known> waiting;
    private final long memory;
    private final List<Known> starts = new ArrayList<>();
    private final List<Known> ends = new ArrayList<>();
    private final Set<Known> stays = new HashSet<>();
    private int withoutMemory;

    /** One with its recipe. */
    record Known(Standby standby, Recipe recipe) {}

    /**
     * What was done.
     *
     * @param waiting how many wait for the next build of what was built
     * @param withoutMemory how many more would wait if there were more free memory
     */
    public record Result(int waiting, int withoutMemory) {}

    /**
     * @param waiting those that wait now, the oldest first
     * @param freeMemory in bytes
     */
    StandbyKeeper(List<Known> waiting, long freeMemory) {
        this.waiting = waiting;
        this.memory = freeMemory / SHARE_OF_MEMORY;
    }

    /**
     * Sees to it that the right ones wait.
     *
     * @param runs those of this build, in their order
     * @param freeMemory in bytes
     */
    public static Result keep(StandbyFolder folder, List<String> runs, long freeMemory) throws IOException {
        folder.sweep();
        List<List<Known>> left = new ArrayList<>();
        for (String run : runs) {
            List<Known> ofRun = new ArrayList<>();
            for (Standby standby : folder.leftBy(run)) {
                Optional<Known> known = known(standby);
                if (known.isPresent()) {
                    ofRun.add(known.get());
                } else {
                    standby.delete();
                }
            }
            left.add(ofRun);
        }
        List<Known> waiting = folder.waiting().stream()
                .flatMap(standby -> known(standby).stream())
                .toList();
        StandbyKeeper keeper = new StandbyKeeper(waiting, freeMemory);
        keeper.choose(left);
        for (Known known : keeper.ends) {
            known.standby.end();
        }
        for (List<Known> ofRun : left) {
            for (Known known : ofRun) {
                if (!keeper.starts.contains(known)) {
                    known.standby.delete();
                }
            }
        }
        int waits = keeper.stays.size() + start(keeper.starts);
        return new Result(waits, keeper.withoutMemory);
    }

    /**
     * Starts them. A recipe whose JVM cannot be started goes, because it may hold secrets.
     *
     * @return how many have started
     * @throws IOException if none has, though there are some
     */
    private static int start(List<Known> starts) throws IOException {
        int started = 0;
        IOException failure = null;
        for (Known known : starts) {
            try {
                StandbyStarter.start(known.standby);
                started++;
            } catch (IOException e) {
                failure = e;
                known.standby.delete();
            }
        }
        if (started == 0 && failure != null) {
            throw failure;
        }
        return started;
    }

    /** Empty for one that has ended a moment ago, or whose recipe is damaged. */
    private static Optional<Known> known(Standby standby) {
        try {
            return Optional.of(new Known(standby, standby.recipe()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    List<Known> starts() {
        return starts;
    }

    List<Known> ends() {
        return ends;
    }

    /** The runs take turns, so that each has one before any has two. */
    void choose(List<List<Known>> left) {
        left.stream().flatMap(List::stream).forEach(this::replace);
        int longest = left.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Known> ofRun : left) {
                if (i < ofRun.size() && !isThere(ofRun.get(i))) {
                    add(ofRun.get(i));
                }
            }
        }
    }

    /** Those for the same tests that do not fit any more. */
    private void replace(Known newer) {
        for (Known known : waiting) {
            if (known.recipe.isForTheTestsOf(newer.recipe)
                    && known.recipe.number() == newer.recipe.number()
                    && !known.recipe.match().equals(newer.recipe.match())
                    && !ends.contains(known)) {
                ends.add(known);
            }
        }
    }

    private boolean isThere(Known wanted) {
        for (Known known : waiting) {
            if (!ends.contains(known)
                    && known.recipe.isForTheTestsOf(wanted.recipe)
                    && known.recipe.number() == wanted.recipe.number()
                    && stays.add(known)) {
                return true;
            }
        }
        return false;
    }

    private void add(Known wanted) {
        List<Known> before = List.copyOf(ends);
        while (ofTheBuild(wanted) >= wanted.recipe.most()) {
            Known oldest = replaceable(wanted);
            if (oldest == null) {
                ends.retainAll(before);
                return;
            }
            ends.add(oldest);
        }
        long needed = wanted.recipe.memory();
        for (Known known : starts) {
            needed += known.recipe.memory();
        }
        for (Known known : waiting) {
            needed += ends.contains(known) ? 0 : known.recipe.memory();
        }
        if (needed > memory) {
            withoutMemory++;
            ends.retainAll(before);
        } else {
            starts.add(wanted);
        }
    }

    private long ofTheBuild(Known wanted) {
        long count =
                starts.stream().filter(known -> isOfTheSameBuild(known, wanted)).count();
        return count
                + waiting.stream()
                        .filter(known -> isOfTheSameBuild(known, wanted) && !ends.contains(known))
                        .count();
    }

    private @Nullable Known replaceable(Known wanted) {
        return waiting.stream()
                .filter(known -> isOfTheSameBuild(known, wanted) && !ends.contains(known) && !stays.contains(known))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfTheSameBuild(Known one, Known other) {
        return one.recipe.root().equals(other.recipe.root());
    }
}
