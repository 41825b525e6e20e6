package io.github.surefiremp.schedule;

import io.github.surefiremp.model.LockNeed;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a unit must be compatible with before it may start: the locks of those that run, and of those before it that
 * could not start because of their locks.
 *
 * <p>The rule is JUnit's: many may read a key at the same time, or one may write it. Every unit reads
 * {@link LockNeed#GLOBAL}, whether it says so or not.
 */
final class Claims {
    private final Set<String> read = new HashSet<>();
    private final Set<String> written = new HashSet<>();

    void add(Collection<LockNeed> needs) {
        read.add(LockNeed.GLOBAL);
        for (LockNeed need : needs) {
            (need.write() ? written : read).add(need.key());
        }
    }

    /** Whether who needs this may run beside all of them. */
    boolean admit(Collection<LockNeed> needs) {
        if (written.contains(LockNeed.GLOBAL)) {
            return false;
        }
        for (LockNeed need : needs) {
            if (written.contains(need.key()) || (need.write() && read.contains(need.key()))) {
                return false;
            }
        }
        return true;
    }
}
