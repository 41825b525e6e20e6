package io.github.surefiremp.model;

/**
 * A resource that a test needs while it runs.
 *
 * @param key names the resource
 * @param write nobody else may have it at the same time; else others may read it too
 */
public record LockNeed(String key, boolean write) implements Comparable<LockNeed> {
    /**
     * JUnit's key for everything: a test that needs it for writing runs alone, and every other test reads it.
     */
    public static final String GLOBAL = "org.junit.platform.engine.support.hierarchical.ExclusiveResource.GLOBAL_KEY";

    public LockNeed {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a lock needs a key");
        }
    }

    /** Whether who needs it must run alone. */
    public boolean isForAll() {
        return write && key.equals(GLOBAL);
    }

    @Override
    public int compareTo(LockNeed other) {
        int byKey = key.compareTo(other.key);
        return byKey != 0 ? byKey : Boolean.compare(write, other.write);
    }
}
