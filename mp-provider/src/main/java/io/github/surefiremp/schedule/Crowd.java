package io.github.surefiremp.schedule;

import io.github.surefiremp.model.LockNeed;
import java.util.HashSet;
import java.util.Set;

/** Units of one phase, and how many of them could run at the same time at most. */
final class Crowd {
    private final Set<String> written = new HashSet<>();
    private int writers;
    private int others;
    private int lone;

    void add(Set<LockNeed> locks, int count) {
        if (Needs.runsAlone(locks)) {
            lone = 1;
            return;
        }
        boolean writes = false;
        for (LockNeed lock : locks) {
            if (lock.write()) {
                writes = true;
                written.add(lock.key());
            }
        }
        if (writes) {
            writers += count;
        } else {
            others += count;
        }
    }

    int atOnce() {
        // Each of those that write has a lock of its own.
        return Math.max(lone, others + Math.min(writers, written.size()));
    }
}
