package io.github.surefiremp.model;

import java.util.List;

/** A queue to which units come while it is used. */
public interface GrowingQueue extends WorkQueue {
    /**
     * Adds units behind those that wait, as far as locks allow; those of an isolated group have to be added in one go.
     * One that has ended may be added again.
     *
     * @throws IllegalArgumentException if a unit of that name waits or runs
     */
    void add(List<Unit> units);
}
