package io.github.surefiremp.schedule;

import java.util.Collection;
import java.util.TreeMap;

/** Units of one phase that wait with the same needs: what blocks the first one blocks all. */
final class Lane {
    final Needs needs;
    /** Nothing may run beside its units. */
    final boolean alone;

    private final TreeMap<Integer, Entry> entries = new TreeMap<>();
    private double millis;

    Lane(Needs needs) {
        this.needs = needs;
        this.alone = Needs.runsAlone(needs.locks());
    }

    void add(Entry entry) {
        entries.put(entry.place, entry);
        millis += entry.millis;
    }

    void remove(Entry entry) {
        entries.remove(entry.place);
        // Or what is left of adding up would count.
        millis = entries.isEmpty() ? 0 : Math.max(0, millis - entry.millis);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    /** The one that is tried first. */
    Entry first() {
        return entries.firstEntry().getValue();
    }

    /** All, in the order in which they are tried. */
    Collection<Entry> all() {
        return entries.values();
    }

    /** What they take in all, as {@link Entry#millis}. */
    double millis() {
        return millis;
    }
}
